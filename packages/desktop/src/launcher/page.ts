/** The launcher's page put together. */

import type { LauncherState } from '../ipc/launcher-channels.ts'
import type { Launcher } from '../launcher-preload.ts'
import { showBody, showInvitation } from './body.ts'
import { attempt, byId, make } from './dom.ts'
import { showServers } from './servers.ts'

declare global {
  interface Window {
    readonly launcher: Launcher
  }
}

const { launcher } = window
const field = byId('link') as HTMLInputElement
const signInProblem = byId('sign-in-problem')
const bodyProblem = byId('body-problem')

function askForLink(): void {
  field.focus()
  field.select()
}

function show(state: LauncherState): void {
  byId('notices').replaceChildren(...notices(state))
  byId('servers').replaceChildren(
    ...showServers(state.servers, {
      open: (server, path) => void attempt(signInProblem, () => launcher.open(server, path)),
      forget: (server) => void attempt(signInProblem, () => launcher.forget(server)),
      signIn: askForLink,
    }),
  )
  byId('body').replaceChildren(
    ...showBody(state.body, {
      start: (how) => void attempt(bodyProblem, () => launcher.startBody(how)),
      stop: () => void attempt(bodyProblem, () => launcher.stopBody()),
      invite: (member, place) =>
        void attempt(bodyProblem, async () => place.replaceChildren(...showInvitation(await launcher.invite(member)))),
    }),
  )
  byId('foot').textContent = `Travaux ${state.version}`
}

function notices({ encrypted, keeping }: LauncherState): Node[] {
  if (encrypted) return []
  const words = keeping
    ? 'What is kept on this computer is not encrypted: it offers no keychain. Whoever has this computer can read it.'
    : 'Nothing is kept on this computer: it offers no keychain. Texts need the network, and you sign in again each time.'
  return [make('p', { class: 'notice' }, words)]
}

/** Dark where the system is, as it changes. */
function followScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = (): void => {
    document.documentElement.dataset['mantineColorScheme'] = dark.matches ? 'dark' : 'light'
  }
  dark.addEventListener('change', apply)
  apply()
}

async function refresh(): Promise<void> {
  show(await launcher.state())
}

byId('sign-in').addEventListener('submit', (event) => {
  event.preventDefault()
  void attempt(signInProblem, async () => {
    if ((await launcher.signIn(field.value)) !== null) field.value = ''
  })
})
launcher.onChange(() => void refresh())
launcher.onUnknown((host) => {
  signInProblem.textContent = `You are not signed in at ${host} on this computer. Ask its secretariat for a sign-in link and paste it here.`
  askForLink()
})
followScheme()
void refresh()
