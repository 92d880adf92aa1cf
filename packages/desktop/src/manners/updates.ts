/**
 * Signed releases from a server that whoever installed the application has named. The system checks the signature: of the
 * application on a Mac, of the package on Windows. Elsewhere the system's own packages bring releases.
 */

import { app, autoUpdater } from 'electron'

/** How often is looked, in milliseconds. */
const EVERY = 6 * 60 * 60 * 1000

export interface UpdatesOptions {
  /** Address of the server; undefined where nobody has named one. */
  readonly address: string | undefined
  readonly platform: NodeJS.Platform
  /** Whether Windows installed the application from a package, whose signature it checks. */
  readonly packaged: boolean
  readonly mayRestart: (release: string) => Promise<boolean>
}

/** Looks for releases, now and every six hours; nothing is installed unasked. */
export function openUpdates({ address, platform, packaged, mayRestart }: UpdatesOptions): void {
  const place = `${platform}-${process.arch}`
  if (address === undefined || !app.isPackaged || !(platform === 'darwin' || (platform === 'win32' && packaged))) return
  autoUpdater.setFeedURL({ url: `${address.replace(/\/+$/, '')}/${place}/RELEASES.json`, serverType: 'json' })
  autoUpdater.on('error', (error) => console.error(error))
  autoUpdater.on('update-downloaded', (_event, _notes, release) => {
    void mayRestart(release).then((yes) => (yes ? autoUpdater.quitAndInstall() : undefined))
  })
  autoUpdater.checkForUpdates()
  setInterval(() => autoUpdater.checkForUpdates(), EVERY).unref()
}
