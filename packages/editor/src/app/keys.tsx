/** The sheet of keys, opened by `?` wherever nobody is typing. */

import { CloseButton, Kbd, Modal } from '@mantine/core'
import { Fragment, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './app.module.css'
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
    <Modal.Root opened={opened} onClose={() => onChange(false)} centered size={820}>
      <Modal.Overlay />
      <Modal.Content aria-label={t('keys.title')}>
        <Modal.Body>
          <div className={css.sheetHead}>
            <h2>{t('keys.title')}</h2>
            <CloseButton aria-label={t('keys.shut')} onClick={() => onChange(false)} />
          </div>
          <div className={css.keyGroups}>
            {groups.map((group) => (
              <Group key={group[0]} group={group} />
            ))}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function Group({ group: [title, keys] }: { readonly group: (typeof groups)[number] }): ReactNode {
  const { t } = useTranslation()
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
                  {key}
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
