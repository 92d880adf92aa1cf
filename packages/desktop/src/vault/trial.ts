/** Keeps numbers in a vault as fast as it can and says each that is kept: to be killed while it does so. */

import { openVault } from './vault.ts'

const [, , file = '', key = ''] = process.argv
const vault = openVault(file, Buffer.from(key, 'hex'))
for (let number = 0; ; number++) {
  await vault.append('numbers', Buffer.from(String(number)))
  if (number % 10 === 9) await vault.fold('numbers', 2, Buffer.from(`to ${number}`))
  await vault.write('last', Buffer.from(String(number)))
  process.stdout.write(`${number}\n`)
}
