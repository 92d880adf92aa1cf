/** The application in the tray, where whoever installed it wants it there. */

import { app, Menu, Tray } from 'electron'

/** Puts it there for as long as it is held. */
export function openTray(icon: string, open: () => void): Tray {
  const tray = new Tray(icon)
  tray.setToolTip('Travaux')
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Open Travaux', click: open },
      { type: 'separator' },
      { label: 'Quit', click: () => app.quit() },
    ]),
  )
  tray.on('click', open)
  return tray
}
