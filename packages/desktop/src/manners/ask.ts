/** What the application asks and tells people itself, in dialogs of the system. */

import { dialog, shell, type BrowserWindow, type MessageBoxOptions } from 'electron'
import { Plain } from '../ipc/answer.ts'

/** Two ways, the careful one as the default; true for the other. */
async function ask(
  window: BrowserWindow | undefined,
  { message, detail, yes, no }: Record<'message' | 'detail' | 'yes' | 'no', string>,
): Promise<boolean> {
  const options: MessageBoxOptions = {
    type: 'warning',
    message,
    detail,
    buttons: [no, yes],
    defaultId: 0,
    cancelId: 0,
  }
  const { response } = await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
  return response === 1
}

export function askToKeepOpenly(): Promise<boolean> {
  return ask(undefined, {
    message: 'This computer has no keychain that Travaux can use.',
    detail:
      'Texts that you keep here, and your sign-in, would be stored without encryption: whoever has this computer could read them. You can also go on without keeping anything; then texts need the network, and you sign in again each time.',
    yes: 'Keep without encryption',
    no: 'Keep nothing',
  })
}

export function askToSendPlainly(window: BrowserWindow, address: string): Promise<boolean> {
  return ask(window, {
    message: `What you write to ${address} can be read on the way.`,
    detail:
      'The address begins with http and not with https: everybody on the same network can read and change what is sent. Go on only in a room whose network you trust.',
    yes: 'Sign in anyway',
    no: 'Do not sign in',
  })
}

export function askToForget(window: BrowserWindow, address: string, kept: number): Promise<boolean> {
  return ask(window, {
    message: `Forget ${address}?`,
    detail: `Everything of this server is deleted from this computer: your sign-in, ${kept === 1 ? '1 kept text' : `${kept} kept texts`}, and changes that were not sent yet. Nothing on the server is deleted.`,
    yes: 'Forget',
    no: 'Keep',
  })
}

export function askToRestart(release: string): Promise<boolean> {
  return ask(undefined, {
    message: `${release || 'A new release'} is ready.`,
    detail: 'Travaux restarts to put it in place. Your texts and windows will be as they are now.',
    yes: 'Restart now',
    no: 'Later',
  })
}

export async function tellSetAside(folder: string): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    message: 'What was kept on this computer cannot be read.',
    detail: `A file is damaged, or the keychain does not know its key any more. Nothing was deleted: it is in\n${folder}\nTexts can be fetched again from their servers; changes that were not sent yet are in that folder only.`,
    buttons: ['Go on', 'Show the folder'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) shell.showItemInFolder(folder)
}

/** Says what went wrong: in its own words where it has some for people. */
export function tellFailure(error: unknown): void {
  if (!(error instanceof Plain)) console.error(error)
  dialog.showErrorBox('Travaux', error instanceof Plain ? error.message : 'The application failed at this.')
}
