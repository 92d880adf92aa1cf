import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDeepLink } from './deep.ts'
import { outsideAddress } from './outside.ts'

test.each([
  ['travaux://texts.example.org/texts/zero-draft', 'texts.example.org', '/texts/zero-draft'],
  ['travaux://Texts.Example.org:8443/texts/t1', 'texts.example.org:8443', '/texts/t1'],
  ['travaux://localhost:8080/texts/t1#clause=c_1', 'localhost:8080', '/texts/t1#clause=c_1'],
])('%s leads to %s', (link, host, path) => {
  expect(readDeepLink(link)).toEqual({ host, path })
})

test.each([
  'travaux://texts.example.org/',
  'travaux://texts.example.org/sign-in?token=abc',
  'travaux://texts.example.org/texts/../api/me',
  'travaux://texts.example.org/texts/t1/compare',
  'travaux://texts.example.org/texts/t1?x=1',
  'travaux://texts.example.org/texts/t1#clause=<script>',
  'travaux://texts.example.org/texts/t1#clause=a&then=b',
  'travaux://user@texts.example.org/texts/t1',
  'travaux://texts..example.org/texts/t1',
  'travaux:///texts/t1',
  'travaux:texts.example.org/texts/t1',
  'https://texts.example.org/texts/t1',
  'travaux://texts.example.org/texts/t1\n--flag',
  `travaux://texts.example.org/texts/${'t'.repeat(65)}`,
  '',
])('%s leads nowhere', (link) => {
  expect(readDeepLink(link)).toBeUndefined()
})

test('no link says more than a host and a text', () => {
  const near = fc
    .tuple(fc.domain(), fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }))
    .map(([host, text, rest]) => `travaux://${host}/texts/${text}${rest}`)
  fc.assert(
    fc.property(fc.oneof(near, fc.string(), fc.webUrl()), (written) => {
      const link = readDeepLink(written)
      if (!link) return
      expect(link.path).toMatch(/^\/texts\/[\w-]{1,64}(?:#clause=[\w-]{1,64})?$/)
      expect(new URL(`https://${link.host}`).host).toBe(link.host.replace(/:443$/, ''))
    }),
    { seed: 20_261_123, numRuns: 800 },
  )
})

test.each([
  ['https://treaties.un.org/', 'https://treaties.un.org/'],
  ['mailto:secretariat@example.org', 'mailto:secretariat@example.org'],
  ['http://example.org/a?b=c', 'http://example.org/a?b=c'],
  ['file:///etc/passwd', undefined],
  ['app://launcher/', undefined],
  ['javascript:alert(1)', undefined],
  ['ms-msdt:/id', undefined],
  ['smb://host/share', undefined],
  ['https://user:secret@example.org/', undefined],
  ['not an address', undefined],
])('of %s, %s is opened outside', (url, opened) => {
  expect(outsideAddress(url)).toBe(opened)
})
