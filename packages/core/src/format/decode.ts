/** The rim of every import: bytes from outside become text, or a sentence that says why not. */

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly error: string }

/** The largest file that is read, in bytes. */
export const largestFile = 20 * 1024 * 1024

/** Decodes UTF-8 (and UTF-16 with a byte order mark). Never throws; the size is checked before anything is read. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > largestFile)
    return refuse(
      `The file has ${megabytes(bytes.length)}; the largest that can be read has ${megabytes(largestFile)}.`,
    )
  if (bytes.length === 0) return refuse('The file is empty.')
  const text = decode(bytes)
  if (text === undefined) return refuse('The file is not UTF-8 text. Save it as UTF-8 and try again.')
  if (text.includes('\0')) return refuse('The file is binary, not text: it holds NUL bytes.')
  if (text.trim() === '') return refuse('The file holds no words.')
  return { ok: true, text }
}

function refuse(error: string): Decoded {
  return { ok: false, error }
}

function megabytes(count: number): string {
  return `${Math.ceil((count / 1024 / 1024) * 10) / 10} MB`
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
