/** The few pages that the server shows by itself, before the editor can. */

import { escapeHtml } from '@travaux/core'

const style = `:root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif }
body { margin: 15vh auto; max-inline-size: 30rem; padding-inline: 1.5rem }
button { font: inherit; padding-block: 0.5rem; padding-inline: 1.25rem; cursor: pointer }`

/** A whole page; `body` is HTML. */
export function page({ title, body }: { title: string; body: string }): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${escapeHtml(title)}</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>${escapeHtml(title)}</h1>
      ${body}
    </main>
  </body>
</html>
`
}
