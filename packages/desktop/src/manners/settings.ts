/**
 * What whoever installed the application has settled: the file `settings.json` in its folder. Everything in it is off
 * until it is written there, and nothing in it is about texts.
 */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const secure = z.url({ protocol: /^https$/ })

const settingsSchema = z.strictObject({
  /** Where signed releases are looked for. */
  updates: secure.optional(),
  /** Where dictionaries are fetched from, on systems that have none; ends in a slash. */
  dictionaries: secure.optional(),
  /** Whether the application stays in the tray when its last window is closed. */
  tray: z.boolean().default(false),
})
export type Settings = z.infer<typeof settingsSchema>

/** Reads the settings; a sentence where they mean nothing, and then nothing is settled. */
export function readSettings(folder: string): { readonly settings: Settings; readonly problem: string | undefined } {
  const file = join(folder, 'settings.json')
  const nothing = settingsSchema.parse({})
  if (!existsSync(file)) return { settings: nothing, problem: undefined }
  const read = settingsSchema.safeParse(jsonIn(file))
  if (read.success) return { settings: read.data, problem: undefined }
  const [issue] = read.error.issues
  const where = issue?.path.join('.') ?? ''
  return { settings: nothing, problem: `${file} means nothing${where && ` at ${where}`}: ${issue?.message}` }
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
