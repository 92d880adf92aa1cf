import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAddress } from './address.ts'

const KEY = 's0123456789abcdef'
const read = (rest: string) => readAddress(`app://${KEY}${rest}`, KEY)

test.each([
  ['/', 'page'],
  ['/texts/zero-draft', 'page'],
  ['/texts/zero-draft/compare?old=v1&new=living', 'page'],
  ['/texts/zero-draft#clause=c1', 'page'],
  ['/assets/index-CTshr5vI.js', 'file'],
  ['/api/me', 'api'],
  ['/api/texts/t1/at?seq=4', 'api'],
  ['/api/texts/t%C3%A9/draft', 'api'],
])('%s asks for a %s', (rest, kind) => {
  expect(read(rest)?.kind).toBe(kind)
})

test.each([
  ['/../main.cjs', 'goes up'],
  ['/assets/../../main.cjs', 'goes up in the middle'],
  ['/assets/%2e%2e/main.cjs', 'goes up in disguise'],
  ['/assets/%2E%2e%2fmain.cjs', 'goes up with a hidden slash'],
  ['/api/%2e%2e/sign-in', 'leaves the API'],
  ['/api/..%2fsign-in', 'leaves the API by a hidden slash'],
  ['/api/..\\sign-in', 'leaves the API by a backslash'],
  ['/api/%5c..%5csign-in', 'leaves the API by a hidden backslash'],
  ['/api/%252e%252e/sign-in', 'is encoded twice'],
  ['/api//evil.example/x', 'has an empty step'],
  ['//evil.example/', 'names a host'],
  ['/api/texts/%00', 'holds NUL'],
  ['/api/texts/a b', 'holds a blank'],
  ['/api/me?\\evil', 'has a backslash in its query'],
  ['/api/me?a\r\nb: c', 'breaks a line'],
  ['/assets/index.js?v=1', 'asks a file a question'],
  ['/texts/%zz', 'cannot be decoded'],
  ['/texts/%ff', 'is no UTF-8'],
  ['/sync/text:t1', 'is the socket’s'],
])('%s is nobody’s address: it %s', (rest) => {
  expect(read(rest)).toBeUndefined()
})

test('an address has an end', () => {
  expect(read(`/api/${'a'.repeat(4000)}`)).toBeDefined()
  expect(read(`/api/${'a'.repeat(5000)}`)).toBeUndefined()
})

test.each([
  `app://${KEY}.evil.example/`,
  `app://${KEY}@evil.example/`,
  `app://evil@${KEY}/`,
  `app://${KEY}:80/`,
  'app://launcher/',
  `APP://${KEY}/`,
  `https://${KEY}/`,
  `app:${KEY}/`,
])('%s is of another origin', (address) => {
  expect(readAddress(address, KEY)).toBeUndefined()
})

test('whatever is passed on stays beneath /api/ of the server, as every reader of addresses sees it', () => {
  const step = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2F',
      '%5C',
      '\\',
      '//',
      '?',
      '#',
      '@',
      ':',
      'api',
      'sign-in',
      '%00',
      '%25',
      'é',
    ),
    fc.string({ maxLength: 6 }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), fc.constantFrom('/', ''), (steps, joint) => {
      const asked = read(`/api/${steps.join(joint)}`)
      if (asked?.kind !== 'api') return
      const url = new URL(`https://texts.example${asked.path}`)
      expect(url.origin).toBe('https://texts.example')
      expect(url.pathname).toMatch(/^\/api(?:\/|$)/)
      expect(`${url.pathname}${url.search}`).toBe(asked.path)
      expect(decodeURIComponent(url.pathname)).not.toMatch(/\\|\/\.\.?(?:\/|$)/)
    }),
    { seed: 20_261_123, numRuns: 3000 },
  )
})
