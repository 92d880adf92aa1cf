/** The sheet of keys, opened by `?` wherever nobody is typing. */

import { CloseButton, Kbd, Modal } from '@mantine/core'
import { Fragment, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keysIn } from '../words/keyboard.ts'
import css from './app.module.css'
import type { Route } from './route.ts'
import { useRoute } from './router.tsx'
import { openStore, useStore } from './store.ts'

const groups = [
  [
    'writing',
    [
      ['undo', ['Ctrl', 'Z']],
      ['redo', ['Ctrl', 'Y']],
      ['strong', ['Ctrl', 'B']],
      ['em', ['Ctrl', 'I']],
      ['underline', ['Ctrl', 'U']],
      ['lineBreak', ['Shift', 'Enter']],
      ['formatBar', ['Alt', 'F10']],
      ['reference', ['Ctrl', 'K']],
      ['footnote', ['Ctrl', 'Alt', 'N']],
      ['term', ['Ctrl', 'Alt', 'G']],
    ],
  ],
  [
    'structure',
    [
      ['split', ['Enter']],
      ['merge', ['Backspace']],
      ['deeper', ['Tab']],
      ['shallower', ['Shift', 'Tab']],
      ['move', ['Alt', 'Shift', '↑']],
      ['clauseMenu', ['Alt', 'Enter']],
      ['slash', ['/']],
    ],
  ],
  [
    'brackets',
    [
      ['bracket', ['Ctrl', 'Alt', '[']],
      ['attribute', ['Ctrl', 'Alt', 'Shift', '[']],
      ['lift', ['Ctrl', 'Alt', ']']],
      ['keep', ['Ctrl', 'Alt', 'K']],
      ['offer', ['Ctrl', 'Alt', 'O']],
      ['choose', ['Ctrl', 'Alt', 'Enter']],
      ['drop', ['Ctrl', 'Alt', 'Shift', 'O']],
    ],
  ],
  [
    'way',
    [
      ['palette', ['Ctrl', 'Shift', 'P']],
      ['goto', ['Ctrl', 'G']],
      ['find', ['Ctrl', 'F']],
      ['replaceKey', ['Ctrl', 'H']],
      ['follow', ['Ctrl', 'Enter']],
      ['explain', ['Ctrl', 'Alt', 'R']],
      ['focus', ['Ctrl', 'Shift', 'F']],
      ['nextChange', ['Alt', '↓']],
      ['previousChange', ['Alt', '↑']],
    ],
  ],
  [
    'panels',
    [
      ['regions', ['F6']],
      ['comment', ['Ctrl', 'Alt', 'M']],
      ['send', ['Ctrl', 'Enter']],
      ['difference', ['Ctrl', 'Alt', 'D']],
      ['authors', ['Ctrl', 'Alt', 'B']],
      ['checks', ['Ctrl', 'Alt', 'V']],
      ['close', ['Esc']],
      ['help', ['?']],
    ],
  ],
] as const

type KeyName = (typeof groups)[number][1][number][0]

const always = ['palette', 'regions', 'close', 'help'] as const satisfies readonly KeyName[]

/** Which keys do something where no living text is on the table. */
const keysAt: Readonly<Partial<Record<Route['kind'], ReadonlySet<KeyName>>>> = {
  texts: new Set<KeyName>(always),
  version: new Set<KeyName>([...always, 'goto', 'follow', 'explain']),
}

/** Whether the sheet is open: it can be asked for from everywhere. */
export const keySheet = openStore({ opened: false })

const onChange = (opened: boolean): void => keySheet.set({ opened })

export function KeySheet(): ReactNode {
  const { t } = useTranslation()
  const opened = useStore(keySheet, (state) => state.opened)
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== '?' || isTyping(event.target)) return
      event.preventDefault()
      onChange(true)
    }
    // Before a text that is only read refuses what is typed into it.
    window.addEventListener('keydown', pressed, { capture: true })
    return () => window.removeEventListener('keydown', pressed, { capture: true })
  }, [])
  return (
    <Modal.Root opened={opened} onClose={() => onChange(false)} centered size={900} classNames={{ content: 'shaded' }}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('keys.title')}>
        <Modal.Body>
          <div className={css.sheetHead}>
            <h2>{t('keys.title')}</h2>
            <CloseButton aria-label={t('keys.shut')} onClick={() => onChange(false)} />
          </div>
          <div className={css.keyGroups}>
            <Groups />
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/** The groups with what does something on the screen that stands. */
function Groups(): ReactNode {
  const { kind } = useRoute()
  const here = keysAt[kind]
  return groups.map(([title, keys]) => {
    const shown = keys.filter(([name]) => here?.has(name) ?? true)
    return shown.length > 0 && <Group key={title} title={title} keys={shown} />
  })
}

interface GroupProps {
  readonly title: (typeof groups)[number][0]
  readonly keys: readonly (readonly [name: KeyName, combination: readonly string[]])[]
}

function Group({ title, keys }: GroupProps): ReactNode {
  const { t, i18n } = useTranslation()
  return (
    <section className={css.keyGroup}>
      <h3>{t(`keys.groups.${title}`)}</h3>
      <dl className={css.keys}>
        {keys.map(([name, combination]) => (
          <Fragment key={name}>
            <dt>{t(`keys.${name}`)}</dt>
            <dd>
              {combination.map((key) => (
                <Kbd key={key} size="xs">
                  {keysIn(i18n.language, key)}
                </Kbd>
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  )
}

/** What takes letters: a text that may only be read does not. */
const takesLetters = 'input, textarea, select, [role="textbox"]:not([aria-readonly="true"])'

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(takesLetters) !== null
}
