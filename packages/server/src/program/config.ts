/** What the environment says, read once. */

import { fileURLToPath } from 'node:url'
import { defaultLimits, type Limits } from '../rooms/limits.ts'

export interface Config {
  /** Address to listen on; undefined for all of them. */
  readonly host: string | undefined
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

/** The configuration, or a sentence on what the environment says that means nothing. */
export function readConfig(environment: Environment, cwd: string): Config | string {
  const port = Number(environment['PORT'] ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return `PORT is not a port: ${environment['PORT']}`
  const url = environment['TRAVAUX_URL']
  if (url !== undefined && !URL.canParse(url)) return `TRAVAUX_URL is not an address: ${url}`
  return {
    host: environment['HOST'],
    port,
    data: environment['TRAVAUX_DATA'] || `${cwd}/data`,
    url: url?.replace(/\/+$/, ''),
    editor: fileURLToPath(new URL('../../../editor/dist', import.meta.url)),
    logLevel: environment['TRAVAUX_LOG'] ?? 'info',
    limits: defaultLimits,
  }
}
