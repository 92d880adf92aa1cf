/** The body of this computer: starting it, asking others in, stopping it. */

import type { Invitation, LauncherState } from '../ipc/launcher-channels.ts'
import { make } from './dom.ts'

type Body = NonNullable<LauncherState['body']>

export interface BodyActs {
  readonly start: (how: { readonly lan: boolean }) => void
  readonly stop: () => void
  /** Makes a link for a member, and shows it in this place. */
  readonly invite: (member: string, place: HTMLElement) => void
}

export function showBody(body: Body | undefined, acts: BodyActs): Node[] {
  return body ? showRunning(body, acts) : showStart(acts)
}

function showStart({ start }: BodyActs): Node[] {
  return [
    make(
      'p',
      { class: 'hint' },
      'Travaux can hold a body of texts on this computer: for you alone, or for everybody in a room without internet. The files are those of the server proper, and can be moved to one.',
    ),
    make(
      'div',
      { class: 'row' },
      make('button', { onPress: () => start({ lan: false }) }, 'Start for me'),
      make('button', { onPress: () => start({ lan: true }) }, 'Start for this room'),
    ),
  ]
}

function showRunning(body: Body, acts: BodyActs): Node[] {
  const place = make('div', { class: 'invitation' })
  return [
    make(
      'div',
      { class: 'card' },
      make(
        'div',
        { class: 'head' },
        make('h3', {}, body.lan === undefined ? 'Running, for you alone' : 'Running, for this room'),
        make('button', { onPress: acts.stop }, 'Stop'),
      ),
      make('p', { class: 'address' }, body.lan ?? body.address),
      body.lan === undefined ? undefined : roomHint(),
      asking(body, acts, place),
      place,
    ),
  ]
}

function roomHint(): HTMLElement {
  return make(
    'p',
    { class: 'hint' },
    'Others on the same network open it in a browser. What is sent is not encrypted on the way: use a network you trust.',
  )
}

function asking({ members }: Body, { invite }: BodyActs, place: HTMLElement): HTMLElement {
  const choice = make('select', { label: 'Member' })
  for (const { id, name, delegation } of members) choice.append(new Option(`${delegation} · ${name}`, id))
  // A picture of one member's link must not stand beside another's name.
  choice.addEventListener('change', () => place.replaceChildren())
  const ask = make('button', { onPress: () => invite(choice.value, place) }, 'Show a sign-in link')
  return make('div', { class: 'row' }, choice, ask)
}

/** A link and its picture, for a camera or a messenger. */
export function showInvitation({ link, squares }: Invitation): Node[] {
  const hint = 'Signs this member in, once, within seven days. '
  return [
    picture(squares),
    make('p', {}, make('span', { class: 'hint' }, hint), make('span', { class: 'address' }, link)),
  ]
}

const SVG = 'http://www.w3.org/2000/svg'

function picture(squares: readonly (readonly boolean[])[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${squares.length} ${squares.length}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', 'The link as a picture for cameras')
  const path = document.createElementNS(SVG, 'path')
  const dark = squares.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  path.setAttribute('d', dark.join(''))
  svg.append(path)
  return svg
}
