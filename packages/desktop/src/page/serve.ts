/** Answering the pages of one origin: built files, the page itself, and the server's API. */

import { readAddress } from './address.ts'
import type { Files } from './files.ts'
import { guarding } from './headers.ts'
import { problem } from './problem.ts'

export interface Site {
  readonly key: string
  readonly files: Files
  /** Asks the server; absent where a page has none. */
  readonly forward?: (request: Request, path: string) => Promise<Response>
}

/** Answers a request for `app://`. Never throws: what cannot be answered is said by a status. */
export async function answerPage(site: Site, request: Request): Promise<Response> {
  const asked = readAddress(request.url, site.key)
  if (!asked) return guarded(problem('notFound'))
  switch (asked.kind) {
    case 'api':
      return guarded(site.forward ? await site.forward(request, asked.path) : problem('notFound'))
    case 'file':
      return guarded(await fileAt(site, request, asked.place))
    case 'page':
      return guarded(await fileAt(site, request, '/index.html'))
    default:
      return asked satisfies never
  }
}

async function fileAt({ files }: Site, { method }: Request, place: string): Promise<Response> {
  const file = files(place)
  if (method !== 'GET' || !file) return problem('notFound')
  return new Response(await file.bytes(), { headers: { 'content-type': file.type, 'cache-control': 'no-cache' } })
}

function guarded(response: Response): Response {
  for (const [name, value] of Object.entries(guarding)) response.headers.set(name, value)
  return response
}
