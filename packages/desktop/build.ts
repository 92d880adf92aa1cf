/**
 * Builds the desktop shell into `dist`, and only when what it is made of has changed: the main process, the preload
 * scripts, the launcher's page, and the built editor beside them.
 */

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const here = fileURLToPath(new URL('.', import.meta.url))
const editor = `${root}packages/editor/dist`
const dist = `${here}dist`
const stamp = `${dist}/sources.sha256`

const sources = [
  'packages/desktop/{package.json,build.ts}',
  'packages/desktop/src/**/*.{ts,css,html,svg}',
  'packages/desktop/icons/*.png',
  'packages/{core,server}/{package.json,src/**/*.ts}',
  'packages/editor/src/{host,look}/*',
  'packages/editor/dist/sources.sha256',
  'pnpm-lock.yaml',
]

/** SHA-256 over the names and contents of all sources but tests. */
async function sourcesHash(): Promise<string> {
  const names: string[] = []
  for await (const name of glob(sources, { cwd: root })) if (!name.includes('.test.')) names.push(name)
  const hash = createHash('sha256')
  for (const name of names.sort()) hash.update(`${name}\n`).update(await readFile(`${root}/${name}`))
  return hash.digest('hex')
}

/** Scripts that Electron loads: CommonJS, with everything in them but Electron itself and what Node brings. */
async function buildScript(name: string): Promise<void> {
  const { build } = await import('vite')
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    resolve: { dedupe: ['yjs', 'y-protocols', 'lib0'] },
    build: {
      ssr: `src/${name}.ts`,
      outDir: dist,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  })
}

async function buildLauncher(): Promise<void> {
  const { build } = await import('vite')
  await build({
    root: `${here}src/launcher`,
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: `${dist}/launcher`,
      emptyOutDir: true,
      target: 'es2024',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  })
}

if (!existsSync(`${editor}/index.html`)) throw new Error('Build the editor first: node packages/editor/build.ts')
const hash = await sourcesHash()
if (!existsSync(stamp) || (await readFile(stamp, 'utf8')) !== hash) {
  const started = performance.now()
  await rm(dist, { recursive: true, force: true })
  for (const name of ['main', 'preload', 'launcher-preload']) await buildScript(name)
  await buildLauncher()
  await cp(editor, `${dist}/editor`, { recursive: true, filter: (path) => !path.endsWith('.sha256') })
  await cp(`${here}icons`, `${dist}/icons`, { recursive: true, filter: (path) => !path.endsWith('.plist') })
  await writeFile(stamp, hash)
  console.log(`Built the desktop shell in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}
