/** The sheet of keys, opened by `?` wherever nobody is typing. */

import { CloseButton, Kbd, Modal } from '@mantine/core'
import { Fragment, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './app.module.css'

const keys = [
  ['regions', ['F6']],
  ['comment', ['Ctrl', 'Alt', 'M']],
  ['undo', ['Ctrl', 'Z']],
  ['redo', ['Ctrl', 'Shift', 'Z']],
  ['split', ['Enter']],
  ['merge', ['Backspace']],
  ['deeper', ['Tab']],
  ['shallower', ['Shift', 'Tab']],
  ['move', ['Alt', 'Shift', '↑']],
  ['clauseMenu', ['Alt', 'Enter']],
  ['slash', ['/']],
  ['formatBar', ['Alt', 'F10']],
  ['palette', ['Ctrl', 'Shift', 'P']],
  ['goto', ['Ctrl', 'G']],
  ['find', ['Ctrl', 'F']],
  ['replaceKey', ['Ctrl', 'H']],
  ['reference', ['Ctrl', 'K']],
  ['follow', ['Ctrl', 'Enter']],
  ['footnote', ['Ctrl', 'Alt', 'N']],
  ['explain', ['Ctrl', 'Alt', 'R']],
  ['term', ['Ctrl', 'Alt', 'G']],
  ['checks', ['Ctrl', 'Alt', 'V']],
  ['bracket', ['Ctrl', 'Alt', '[']],
  ['attribute', ['Ctrl', 'Alt', 'Shift', '[']],
  ['lift', ['Ctrl', 'Alt', ']']],
  ['keep', ['Ctrl', 'Alt', 'K']],
  ['offer', ['Ctrl', 'Alt', 'O']],
  ['choose', ['Ctrl', 'Alt', 'Enter']],
  ['drop', ['Ctrl', 'Alt', 'Shift', 'O']],
  ['difference', ['Ctrl', 'Alt', 'D']],
  ['authors', ['Ctrl', 'Alt', 'B']],
  ['focus', ['Ctrl', 'Shift', 'F']],
  ['nextChange', ['Alt', '↓']],
  ['previousChange', ['Alt', '↑']],
  ['send', ['Ctrl', 'Enter']],
  ['close', ['Esc']],
  ['help', ['?']],
] as const

interface KeySheetProps {
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
}

export function KeySheet({ opened, onChange }: KeySheetProps): ReactNode {
  const { t } = useTranslation()
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== '?' || isTyping(event.target)) return
      event.preventDefault()
      onChange(true)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [onChange])
  return (
    <Modal.Root opened={opened} onClose={() => onChange(false)} centered>
      <Modal.Overlay />
      <Modal.Content aria-label={t('keys.title')}>
        <Modal.Body>
          <div className={css.sheetHead}>
            <h2>{t('keys.title')}</h2>
            <CloseButton aria-label={t('keys.shut')} onClick={() => onChange(false)} />
          </div>
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
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [role="textbox"]') !== null
}
