/** Printing a page as its print style has it: on paper, or into a PDF file that can be searched and read out. */

import type { BrowserWindow } from 'electron'
import { Plain } from '../ipc/answer.ts'
import { askWhere, put } from './save.ts'

/** False where the person thought better of it. @throws Plain where it could not be printed */
export function printPage(window: BrowserWindow, to: 'paper' | 'pdf'): Promise<boolean> {
  return to === 'paper' ? onPaper(window) : intoFile(window)
}

function onPaper({ webContents }: BrowserWindow): Promise<boolean> {
  return new Promise((resolve, reject) => {
    webContents.print({ printBackground: false }, (success, reason) => {
      if (success || /cancel/i.test(reason)) resolve(success)
      else reject(new Plain('The page could not be printed. Look whether the printer is there.'))
    })
  })
}

async function intoFile(window: BrowserWindow): Promise<boolean> {
  const path = await askWhere(window, `${fileName(window.getTitle())}.pdf`)
  if (path === undefined) return false
  const bytes = await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
  await put(path, bytes)
  return true
}

/** A title without what a file may not be called. */
function fileName(title: string): string {
  const plain = title
    .replaceAll(/[^\p{L}\p{N} ._-]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
  return plain.slice(0, 120) || 'Travaux'
}
