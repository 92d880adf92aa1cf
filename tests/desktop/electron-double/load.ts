/** Running a built CommonJS script with a double in the place of `electron`, as often as a test likes. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { compileFunction } from 'node:vm'

interface Running {
  readonly electron: object
  /** A sandboxed preload script has only what Electron lets it have. */
  readonly sandboxed?: boolean
  /** Stands for `process` in the script. */
  readonly process?: object
}

const inSandbox: ReadonlySet<string> = new Set(['events', 'timers', 'url', 'node:events', 'node:timers', 'node:url'])

/** Runs a script, and the scripts beside it that it requires, each once. */
export function runScript(file: string, running: Running, loaded = new Map<string, { exports: unknown }>()): unknown {
  const there = loaded.get(file)
  if (there) return there.exports
  const module = { exports: {} }
  loaded.set(file, module)
  const native = createRequire(file)
  const require = (name: string): unknown => {
    if (name === 'electron') return running.electron
    if (running.sandboxed && !inSandbox.has(name)) throw new Error(`module not found: ${name}`)
    return name.startsWith('.') ? runScript(join(dirname(file), name), running, loaded) : native(name)
  }
  Object.assign(require, { resolve: native.resolve })
  const names = ['exports', 'require', 'module', '__filename', '__dirname', 'process']
  const script = compileFunction(readFileSync(file, 'utf8'), names, { filename: file })
  script(module.exports, require, module, file, dirname(file), running.process ?? process)
  return module.exports
}
