/**
 * Finding a Chromium on this machine, and installing Debian's: its headless shell, which draws and runs pages as Chromium
 * does without the windows and menus around them, and starts in half the time.
 */

import { execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'
import { userInfo } from 'node:os'

const SHELL = 'chromium-headless-shell'
const names = [
  SHELL,
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
  'chrome',
]
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
]

/** Path of an installed Chromium, from `CHROMIUM_PATH`, the search path or the usual places; the headless shell first. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = env['CHROMIUM_PATH']
  const onPath = names.flatMap((name) => pathsOf(name, env))
  return [...(given === undefined ? [] : [given]), ...onPath, ...places].find(isExecutable)
}

/** Where the search path says that a program may be. */
function pathsOf(name: string, { PATH: searched = '' }: NodeJS.ProcessEnv): string[] {
  return searched.split(delimiter).map((folder) => join(folder, name))
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

/** Milliseconds after which a mirror that does not answer is given up. */
const APT_TIME = 300_000

const ADVICE =
  'The end-to-end tests need a Chromium. Install one (on Debian: apt-get install chromium-headless-shell) or name one in CHROMIUM_PATH.'

/**
 * Path of a Chromium, installed with apt where there is none and this user may. Root, as in a container, gets the headless
 * shell beside another Chromium too.
 * @throws with what to do where it cannot be had
 */
export function ensureChromium(): string {
  const found = findChromium()
  if (found !== undefined && (isBest(found) || !isRoot())) return found
  // Debian has the shell, not every system with apt does.
  const packages = found === undefined ? [SHELL, 'chromium'] : [SHELL]
  const faults: unknown[] = []
  for (const name of packages) {
    try {
      installWithApt(name)
      break
    } catch (fault) {
      faults.push(fault)
    }
  }
  const best = findChromium()
  if (best === undefined) throw new Error(ADVICE, { cause: faults.at(-1) })
  return best
}

/** Whether it is what somebody named, or what there is nothing better than. */
function isBest(path: string): boolean {
  return path === process.env['CHROMIUM_PATH'] || basename(path) === SHELL
}

function isRoot(): boolean {
  return process.platform !== 'win32' && userInfo().uid === 0
}

function installWithApt(name: string): void {
  const before = isRoot() ? [] : ['sudo', '--non-interactive']
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const rest of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', name],
  ]) {
    const [command = 'apt-get', ...args] = [...before, 'apt-get', ...rest]
    execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env, timeout: APT_TIME })
  }
}
