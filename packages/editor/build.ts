/** Builds the editor into `dist`, and only when what it is made of has changed since the last build. */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const editor = fileURLToPath(new URL('.', import.meta.url))
const stamp = `${editor}dist/sources.sha256`

/** Everything that can change the built files: our sources, those of `core`, and the versions of all dependencies. */
const sources = [
  'packages/editor/{index.html,package.json,build.ts,vite.config.ts}',
  'packages/editor/src/**/*.{ts,tsx,css,json,svg}',
  'packages/core/{package.json,src/**/*.ts}',
  'pnpm-lock.yaml',
]

/** SHA-256 over the names and contents of all sources but tests. */
async function sourcesHash(): Promise<string> {
  const names: string[] = []
  for await (const name of glob(sources, { cwd: root })) if (!name.includes('.test.')) names.push(name)
  const contents = await Promise.all(names.sort().map((name) => readFile(`${root}/${name}`)))
  const hash = createHash('sha256')
  for (const [index, name] of names.entries()) hash.update(`${name}\n`).update(contents[index] ?? '')
  return hash.digest('hex')
}

const hash = await sourcesHash()
const built = existsSync(stamp) ? await readFile(stamp, 'utf8') : ''
if (built !== hash) {
  const started = performance.now()
  const { build } = await import('vite')
  await build({ root: editor, configFile: `${editor}vite.config.ts`, logLevel: 'warn' })
  await writeFile(stamp, hash)
  console.log(`Built the editor in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
