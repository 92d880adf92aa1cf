/**
 * What Electron documents, read from the types it ships: which members a module has, which events it emits and which
 * options a call takes. The double refuses whatever stands outside.
 */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const desktop = join(import.meta.dirname, '../../../packages/desktop/package.json')
const types = createRequire(desktop).resolve('electron/package.json').replace('package.json', 'electron.d.ts')

interface Documented {
  readonly members: ReadonlySet<string>
  readonly events: ReadonlySet<string>
}

const heads = /^ {2}(?:interface|class) (\w+)(?: extends ([\w.]+))?(?: implements [\w.]+)? \{$/
const member = /^ {4}(?:static |readonly )*(\w+)\??[:(<]/
const event = /^ {4}on\(event: '([\w-]+)'/

function readTypes(): Map<string, { own: Documented; parent: string | undefined }> {
  const found = new Map<string, { own: { members: Set<string>; events: Set<string> }; parent: string | undefined }>()
  let current: { members: Set<string>; events: Set<string> } | undefined
  for (const line of readFileSync(types, 'utf8').split('\n')) {
    const head = heads.exec(line)
    if (head?.[1] !== undefined) {
      current = found.get(head[1])?.own ?? { members: new Set(), events: new Set() }
      found.set(head[1], { own: current, parent: head[2] })
    } else if (/^ {2}\}/.test(line)) current = undefined
    else if (current) {
      const name = member.exec(line)?.[1]
      if (name !== undefined) current.members.add(name)
      const emitted = event.exec(line)?.[1]
      if (emitted !== undefined) current.events.add(emitted)
    }
  }
  return found
}

const all = readTypes()

/** Members and events of an interface or class, with those it inherits. @throws for a name Electron does not have */
export function documented(name: string): Documented {
  const found = all.get(name)
  if (!found) throw new Error(`Electron documents nothing named ${name}`)
  const parent = found.parent !== undefined && all.has(found.parent) ? documented(found.parent) : undefined
  return {
    members: new Set([...found.own.members, ...(parent?.members ?? [])]),
    events: new Set([...found.own.events, ...(parent?.events ?? [])]),
  }
}

/** @throws where an option is none that Electron documents */
export function checkOptions(name: string, options: object): void {
  const { members } = documented(name)
  const unknown = Object.keys(options).find((key) => !members.has(key))
  if (unknown !== undefined) throw new Error(`${name} has no option ${unknown}`)
}

/** Lets through what Electron documents of a module, and fails on everything else, so that no typing error passes. */
export function asDocumented<T extends object>(name: string, double: T): T {
  const { members, events } = documented(name)
  return new Proxy(double, {
    get: (target, property, receiver) => {
      if (typeof property === 'symbol' || property === 'then' || property === 'constructor')
        return Reflect.get(target, property, receiver) as unknown
      if (/^(on|once|addListener|prependListener)$/.test(property)) return listening(name, target, events)
      const value: unknown = Reflect.get(target, property, target)
      const isEmitters = /^(emit|off|removeListener|removeAllListeners|listenerCount)$/.test(property)
      if (!members.has(property) && !isEmitters && !property.startsWith('_'))
        throw new Error(`Electron's ${name} has no ${property}`)
      if (value === undefined && !(property in target)) throw new Error(`The double does not do ${name}.${property}`)
      return typeof value === 'function' && !isClass(value) ? (value.bind(target) as unknown) : value
    },
  })
}

function isClass(value: object): boolean {
  return Object.getOwnPropertyDescriptor(value, 'prototype')?.writable === false
}

type Listen = (event: string, listener: (...given: unknown[]) => void) => unknown

function listening(name: string, target: object, events: ReadonlySet<string>): Listen {
  return (event, listener) => {
    // Channels of ipcMain are the application's own.
    if (events.size > 0 && !events.has(event)) throw new Error(`Electron's ${name} never emits ${event}`)
    ;(target as unknown as { on: Listen }).on(event, listener)
    return target
  }
}
