/** Finding a Chromium on this machine, and installing Debian's where there is none. */

import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { userInfo } from 'node:os'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chrome']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
]

/** Path of an installed Chromium, from `CHROMIUM_PATH`, the search path or the usual places. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const given = env['CHROMIUM_PATH']
  return [...(given === undefined ? [] : [given]), ...onPath, ...places].find(isExecutable)
}

function isExecutable(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const ADVICE =
  'The end-to-end tests need a Chromium. Install one (on Debian: apt-get install chromium) or name one in CHROMIUM_PATH.'

/**
 * Path of a Chromium, installed with apt where there is none and this user may.
 * @throws with what to do where it cannot be had
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found !== undefined) return found
  try {
    installWithApt('chromium')
  } catch (fault) {
    throw new Error(ADVICE, { cause: fault })
  }
  const installed = findChromium()
  if (installed === undefined) throw new Error(ADVICE)
  return installed
}

function installWithApt(name: string): void {
  const before = userInfo().uid === 0 ? [] : ['sudo', '--non-interactive']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const rest of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', name],
  ]) {
    const [command = 'apt-get', ...args] = [...before, 'apt-get', ...rest]
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  }
}
