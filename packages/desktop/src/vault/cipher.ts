/**
 * Encryption of what is kept: AES-256-GCM with a fresh nonce for every piece, bound to the place the piece stands at, so
 * that pieces cannot be exchanged unseen; and HMAC-SHA-256 for names, so that a file tells neither what it holds nor for
 * which text.
 */

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Length of a vault's key in bytes. */
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export interface Cipher {
  /** Stands for a name in the file; the same name gives the same. */
  readonly hide: (name: string) => Uint8Array
  readonly seal: (plain: Uint8Array, place: string) => Uint8Array
  /** @throws where the bytes were not sealed with this key at this place, or were altered */
  readonly open: (sealed: Uint8Array, place: string) => Uint8Array
}

/** @throws RangeError for a key of another length */
export function openCipher(key: Uint8Array): Cipher {
  if (key.byteLength !== KEY_BYTES) throw new RangeError(`A key has ${KEY_BYTES} bytes`)
  const names = derived(key, 'names')
  const values = derived(key, 'values')
  return {
    hide: (name) => createHmac('sha256', names).update(name).digest(),
    seal: (plain, place) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', values, nonce).setAAD(Buffer.from(place))
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open: (sealed, place) => {
      const nonce = sealed.subarray(0, NONCE_BYTES)
      const tag = sealed.subarray(-TAG_BYTES)
      const decipher = createDecipheriv('aes-256-gcm', values, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
      const body = sealed.subarray(NONCE_BYTES, -TAG_BYTES)
      return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]))
    },
  }
}

export function newKey(): Uint8Array {
  return randomBytes(KEY_BYTES)
}

function derived(key: Uint8Array, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `travaux vault ${use}`, KEY_BYTES))
}
