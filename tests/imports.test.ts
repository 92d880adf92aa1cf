/** Packages import only what they may, and no module imports itself by a detour, types included. */

import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Which packages of ours each package may import. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  core: [],
  editor: ['@travaux/core'],
  server: ['@travaux/core'],
  desktop: ['@travaux/core', '@travaux/server', '@travaux/editor/host'],
}

const files = globSync('packages/*/src/**/*.{ts,tsx}', { cwd: root })

/** What a module imports, by whatever form of the statement. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
  )
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** A module without its comments. */
function codeOf(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}

const graph = new Map(
  files.map((file) => [
    file,
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(root, join(root, dirname(file), name))),
  ]),
)

test('there are modules to look at', () => {
  expect(files.length).toBeGreaterThan(50)
})

test('packages import each other only as the design says, and only by their door', () => {
  const wrong = files.flatMap((file) => {
    const own = file.split('/')[1] ?? ''
    return importsOf(file)
      .filter((name) => name.startsWith('@travaux/') && !(allowed[own] ?? []).includes(name))
      .map((name) => `${file} imports ${name}`)
  })
  expect(wrong).toEqual([])
})

test('no relative import leaves its package', () => {
  const wrong = [...graph].flatMap(([file, imports]) =>
    imports.filter((to) => to.split('/')[1] !== file.split('/')[1]).map((to) => `${file} imports ${to}`),
  )
  expect(wrong).toEqual([])
})

/** The ways on which something imports itself, each from the first that is met again. */
function cyclesIn(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) return void cycles.push([...path.slice(path.indexOf(name)), name].join(' -> '))
    if (done.has(name)) return
    for (const next of imports.get(name) ?? []) visit(next, [...path, name])
    done.add(name)
  }
  for (const name of imports.keys()) visit(name, [])
  return cycles
}

test('no module imports itself by a detour', () => {
  expect(cyclesIn(graph)).toEqual([])
})

test('no folder of core imports itself by a detour', () => {
  const folders = new Map<string, string[]>()
  for (const [file, imports] of graph) {
    if (!file.startsWith('packages/core/') || file.includes('.test.')) continue
    const beside = imports.map((to) => dirname(to)).filter((folder) => folder !== dirname(file))
    folders.set(dirname(file), [...new Set([...(folders.get(dirname(file)) ?? []), ...beside])])
  }
  expect(cyclesIn(folders)).toEqual([])
})

test('core reads no clock, no chance, no network, no disk and no page', () => {
  const forbidden =
    /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|fetch\(|document\.|localStorage)|from 'node:/
  const wrong = files.filter(
    (file) => file.startsWith('packages/core/') && !file.endsWith('.test.ts') && forbidden.test(codeOf(file)),
  )
  expect(wrong).toEqual([])
})
