/**
 * The configuration, read once: the environment, then the file `travaux.json`, then what goes without saying.
 * `docs/operations.md` lists every setting.
 */

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { limitsSchema } from '../rooms/limits.ts'

const text = z.string().min(1)

const configSchema = z.strictObject({
  /** Address to listen on; all of them where it is left out. */
  host: text.optional(),
  /** 0 for any free port. */
  port: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Folder of the data; `data` beneath the working folder where it is left out. */
  data: text.optional(),
  /** Where people reach the server; `http://localhost:PORT` where it is left out. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  log: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** With it, whoever bears it may read `/metrics` from anywhere; without, only this machine may. */
  metricsToken: text.optional(),
  limits: limitsSchema.prefault({}),
})

type Settings = z.infer<typeof configSchema>

export interface Config extends Omit<Settings, 'data'> {
  readonly data: string
  /** Folder of the built editor. */
  readonly editor: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Names in the environment that are older than the rule `TRAVAUX_` and the setting's name. */
const plainNames: Readonly<Record<string, string>> = { host: 'HOST', port: 'PORT' }

/** The configuration, or a sentence on what of it means nothing. */
export function readConfig(environment: Environment, cwd: string): Config | string {
  const file = environment['TRAVAUX_CONFIG'] ?? resolve(cwd, 'travaux.json')
  const isNamed = environment['TRAVAUX_CONFIG'] !== undefined
  const written = isNamed || existsSync(file) ? readSettings(file) : {}
  if (typeof written === 'string') return written
  const parsed = configSchema.safeParse(overlaid(written, environment))
  if (!parsed.success) return complaint(parsed.error)
  const { data, url, ...settings } = parsed.data
  return {
    ...settings,
    url: url?.replace(/\/+$/, ''),
    data: data ?? resolve(cwd, 'data'),
    editor: fileURLToPath(new URL('../../../editor/dist', import.meta.url)),
  }
}

interface Written {
  readonly [setting: string]: unknown
  readonly limits?: Readonly<Record<string, unknown>> | undefined
}

const writtenSchema: z.ZodType<Written> = z.looseObject({ limits: z.record(z.string(), z.unknown()).optional() })

function readSettings(file: string): Written | string {
  try {
    const { data } = writtenSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return data ?? `${file} holds no settings`
  } catch (error) {
    return `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** Settings with those that the environment names written over them. */
function overlaid(written: Written, environment: Environment): Written {
  const { limits: _limits, ...shape } = configSchema.shape
  return {
    ...written,
    ...named(Object.keys(shape), environment),
    limits: { ...written.limits, ...named(Object.keys(limitsSchema.shape), environment) },
  }
}

function named(settings: readonly string[], environment: Environment): Record<string, string> {
  const given = settings.flatMap((setting) => {
    const value = environment[environmentName(setting)]
    return value === undefined || value === '' ? [] : [[setting, value] as const]
  })
  return Object.fromEntries(given)
}

/** `frameBytes` is `TRAVAUX_FRAME_BYTES`. */
export function environmentName(setting: string): string {
  return plainNames[setting] ?? `TRAVAUX_${setting.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}

/** The first thing that means nothing, by the name it has in the environment. */
function complaint({ issues }: z.ZodError): string {
  const [issue] = issues
  const setting = String(issue?.path.at(-1) ?? '')
  if (issue?.code === 'unrecognized_keys') return `There is no setting named ${issue.keys.join(' or ')}`
  return `${environmentName(setting)} (${issue?.path.join('.')}) means nothing: ${issue?.message}`
}
