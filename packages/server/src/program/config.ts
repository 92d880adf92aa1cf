/** What the environment says, read once. */

import { fileURLToPath } from 'node:url'
import { defaultLimits, type Limits } from '../rooms/limits.ts'

export interface Config {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
  /** Folder of the data. */
  readonly data: string
  /** Where people reach the server, without a slash at the end; undefined for `http://localhost:PORT`. */
  readonly url: string | undefined
  /** Folder of the built editor. */
  readonly editor: string
  readonly logLevel: string
  readonly limits: Limits
}

type Environment = Readonly<Record<string, string | undefined>>

/** @throws on a value that means nothing, with a sentence. */
export function readConfig(environment: Environment, cwd: string): Config {
  return {
    host: environment['HOST'] ?? '',
    port: readPort(environment['PORT'] ?? '8080'),
    data: environment['TRAVAUX_DATA'] || `${cwd}/data`,
    url: environment['TRAVAUX_URL']?.replace(/\/+$/, ''),
    editor: fileURLToPath(new URL('../../../editor/dist', import.meta.url)),
    logLevel: environment['TRAVAUX_LOG'] ?? 'info',
    limits: defaultLimits,
  }
}

function readPort(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is not a port: ${value}`)
  return port
}
