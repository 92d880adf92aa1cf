/** The servers this computer knows, with the texts that can be opened, without a network too where they are kept. */

import type { LauncherState } from '../ipc/launcher-channels.ts'
import { make } from './dom.ts'

type Server = LauncherState['servers'][number]

export interface ServerActs {
  readonly open: (server: string, path: string) => void
  readonly forget: (server: string) => void
  readonly signIn: () => void
}

export function showServers(servers: readonly Server[], acts: ServerActs): Node[] {
  if (servers.length === 0) return [make('p', { class: 'quiet' }, 'Servers you sign in to will stand here.')]
  return servers.map((server) => showServer(server, acts))
}

function showServer(server: Server, acts: ServerActs): HTMLElement {
  const name = nameOf(server)
  return make(
    'article',
    { class: 'card', label: name },
    make(
      'div',
      { class: 'head' },
      make('h3', {}, name),
      make('button', { onPress: () => acts.open(server.key, '/'), label: `Open ${name}` }, 'Open'),
      make('button', { class: 'plain', onPress: () => acts.forget(server.key), label: `Forget ${name}` }, 'Forget…'),
    ),
    server.standing === 'out' && !server.local ? signedOut(acts) : undefined,
    server.texts.length > 0
      ? make('ul', {}, ...inOrder(server).map((text) => showText(server, text, acts)))
      : undefined,
  )
}

/** What is kept comes first: it opens anywhere. */
function inOrder({ texts }: Server): Server['texts'] {
  return [...texts.filter(({ kept }) => kept), ...texts.filter(({ kept }) => !kept)].slice(0, 12)
}

function nameOf({ address, local }: Server): string {
  return local ? 'On this computer' : address.replace(/^https:\/\//, '')
}

function signedOut({ signIn }: ServerActs): HTMLElement {
  return make(
    'p',
    { class: 'out' },
    'You are signed out. Texts kept here still open, and your changes wait. ',
    make('button', { class: 'plain', onPress: signIn }, 'Sign in again'),
  )
}

function showText(
  { key }: Server,
  { id, title, symbol, kept }: Server['texts'][number],
  acts: ServerActs,
): HTMLElement {
  return make(
    'li',
    {},
    make(
      'button',
      { onPress: () => acts.open(key, `/texts/${id}`) },
      make('span', { class: 'title' }, title === '' ? id : title),
      make('span', { class: 'quiet' }, symbol),
      make('span', { class: 'quiet state' }, kept ? 'Kept here' : ''),
    ),
  )
}
