/** Saving a file where a person wants it. */

import { writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'
import { Plain } from '../ipc/answer.ts'

/** Asks where, and saves; false where the person thought better of it. @throws Plain where it could not be saved */
export async function saveFile(
  window: BrowserWindow,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<boolean> {
  const path = await askWhere(window, name)
  if (path === undefined) return false
  await put(path, bytes)
  return true
}

/** Asks where a file of this name shall be saved; the path, or undefined. */
export async function askWhere(window: BrowserWindow, name: string): Promise<string | undefined> {
  const extension = extname(name).slice(1)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), name),
    filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  return canceled || filePath === '' ? undefined : filePath
}

/** @throws Plain where the file could not be written */
export async function put(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes)
  } catch (cause) {
    throw new Plain(`${basename(path)} could not be saved there. Choose another place.`, { cause })
  }
}
