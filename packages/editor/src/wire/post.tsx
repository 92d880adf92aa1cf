/** The outbox of the signed-in member, for every component that gives a command. */

import { notifications } from '@mantine/notifications'
import { api } from '@travaux/core'
import i18next from 'i18next'
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useOpened } from '../app/opened.ts'
import { usePorts } from '../app/ports.ts'
import type { Host } from '../host/seam.ts'
import { newId } from './id.ts'
import { send, Unreachable } from './http.ts'
import { openOutbox, type Letter, type Outbox, type OutboxPorts } from './outbox.ts'

const OutboxContext = createContext<Outbox | null>(null)

/** Opens the member's outbox for everything inside, once it is known what earlier visits left in it. */
export function PostOffice({ member, children }: { readonly member: string; readonly children: ReactNode }): ReactNode {
  const { host } = usePorts()
  const open = useCallback(
    (tell: (outbox: Outbox) => void) => {
      const box = host.openLetters(member)
      let opened: Outbox | undefined
      let closed = false
      const begin = (left: readonly Letter[]): void => {
        if (closed) return
        opened = openOutbox({
          deliver: deliverer(host, member),
          box,
          left,
          newId,
          unkept: tellUnkept,
          refused: tellRefused,
          wait: waitForNetwork,
        })
        tell(opened)
      }
      box.load().then(begin, () => begin([]))
      return () => {
        closed = true
        opened?.close()
      }
    },
    [host, member],
  )
  const outbox = useOpened<Outbox | null>(open, null)
  return outbox && <OutboxContext value={outbox}>{children}</OutboxContext>
}

/** What is known of the member may be from an earlier visit: nothing goes out before the server has said who it is. */
function deliverer({ desktop }: Host, member: string): OutboxPorts['deliver'] {
  return async ({ text, request }) => {
    if (desktop && !desktop.readings.confirmed(member)) throw new Unreachable('The server has not answered yet')
    return send(`/api/texts/${encodeURIComponent(text)}/commands`, request, api.commandAnswerSchema)
  }
}

/** The page still has it and goes on sending it, but must not be closed. */
function tellUnkept(_letter: Letter, reason: Error): void {
  notifications.show({
    title: i18next.t('comments.unkept'),
    message: reason.message,
    color: 'red',
    autoClose: false,
  })
}

/** The form that the words came from is gone: they are said with the refusal. */
function tellRefused({ request: { command } }: Letter, reason: Error): void {
  const words = 'words' in command ? `\n\n${i18next.t('comments.yourWords')}\n${command.words}` : ''
  notifications.show({
    title: i18next.t('comments.refused'),
    message: `${reason.message}${words}`,
    color: 'red',
    autoClose: false,
    style: { whiteSpace: 'pre-wrap' },
  })
}

function waitForNetwork(delay: number, then: () => void): () => void {
  const callOff = (): void => {
    clearTimeout(timer)
    window.removeEventListener('online', go)
  }
  const go = (): void => {
    callOff()
    then()
  }
  const timer = setTimeout(go, delay)
  window.addEventListener('online', go)
  return callOff
}

function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext)
  if (!outbox) throw new Error('Commands can only be given inside a PostOffice')
  return outbox
}

/** How a component gives commands to a text. */
export function usePost(text: string): (command: api.TextCommand) => Promise<api.CommandAnswer> {
  const outbox = useOutbox()
  return (command) => outbox.post(text, command)
}

/** Commands to a text that have no answer yet. */
export function useWaiting(text: string): readonly Letter[] {
  const outbox = useOutbox()
  const waiting = useSyncExternalStore(outbox.watch, outbox.waiting)
  return useMemo(() => waiting.filter((letter) => letter.text === text), [waiting, text])
}
