import { expect, test } from 'vitest'
import { lanAddress } from './lan.ts'

const v4 = (address: string, internal = false) => ({ address, family: 'IPv4', internal }) as const

test.each([
  ['the address of the room’s network', { lo: [v4('127.0.0.1', true)], wlan0: [v4('192.168.1.7')] }, '192.168.1.7'],
  ['a real network before a virtual one', { docker0: [v4('172.17.0.1')], eth0: [v4('10.0.0.4')] }, '10.0.0.4'],
  ['a virtual one where there is no other', { docker0: [v4('172.17.0.1')] }, '172.17.0.1'],
  ['none without a network', { lo: [v4('127.0.0.1', true)] }, undefined],
])('gives %s', (_says, interfaces, address) => {
  expect(lanAddress(interfaces)).toBe(address)
})
