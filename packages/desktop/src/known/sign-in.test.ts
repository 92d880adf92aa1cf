import { expect, test } from 'vitest'
import { readSignInLink } from './sign-in.ts'

const token = 'a'.repeat(43)

test.each([
  [`https://texts.example.org/sign-in?token=${token}`, 'https://texts.example.org', false],
  [`  https://texts.example.org:8443/sign-in?token=${token}\n`, 'https://texts.example.org:8443', false],
  [`http://localhost:8080/sign-in?token=${token}`, 'http://localhost:8080', false],
  [`http://127.0.0.1:8080/sign-in?token=${token}`, 'http://127.0.0.1:8080', false],
  [`http://192.168.1.7:8747/sign-in?token=${token}`, 'http://192.168.1.7:8747', true],
  [`http://10.1.2.3/sign-in?token=${token}`, 'http://10.1.2.3', true],
  [`http://podium.local:8747/sign-in?token=${token}`, 'http://podium.local:8747', true],
])('%s signs in at %s (readable on the way: %s)', (link, address, plain) => {
  expect(readSignInLink(link)).toEqual({ address, token, plain })
})

test.each([
  `http://texts.example.org/sign-in?token=${token}`,
  `http://172.32.0.1/sign-in?token=${token}`,
  `http://127.0.0.1.evil.example/sign-in?token=${token}`,
  `https://user:pass@texts.example.org/sign-in?token=${token}`,
  `https://texts.example.org/sign-in/?token=${token}`,
  'https://texts.example.org/sign-in?token=short',
  `https://texts.example.org/sign-in?token=${token}%0d%0a`,
  `ftp://texts.example.org/sign-in?token=${token}`,
  `javascript://texts.example.org/sign-in?token=${token}`,
  'texts.example.org',
  '',
])('%s is refused with a sentence', (link) => {
  expect(readSignInLink(link)).toEqual(expect.stringMatching(/^This .*\./))
})
