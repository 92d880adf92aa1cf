/** Where a person writes a comment: Ctrl+Enter sends, Escape puts it away and loses nothing. */

import { Button, Kbd, Textarea, Tooltip } from '@mantine/core'
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keysIn } from '../words/keyboard.ts'
import css from './comments.module.css'

interface FormProps {
  readonly label: string
  readonly send: string
  /** What stands in it. */
  readonly words: string
  readonly onWords: (words: string) => void
  /** The words as they were before, which there is no need to send. */
  readonly initial?: string
  /** Whether it is to take the keys now. */
  readonly called?: boolean
  /** Told once it has them. */
  readonly onTaken?: () => void
  readonly onSend: (words: string) => void
  /** Escape was pressed in it; without this, Escape is everybody's. */
  readonly onEscape?: (() => void) | undefined
  readonly onCancel?: (() => void) | undefined
  /** Stands at the start of the form's last line. */
  readonly children?: ReactNode
}

export function CommentForm(props: FormProps): ReactNode {
  const { label, send, words, onWords, initial = '', called = false, onTaken, onSend, children } = props
  const { onEscape, onCancel } = props
  const { t, i18n } = useTranslation()
  const field = useTakenKeys(called, onTaken)
  const ready = words.trim() !== '' && words !== initial
  const submit = (): void => {
    if (ready) onSend(words.trim())
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && onEscape) {
      event.preventDefault()
      event.stopPropagation()
      onEscape()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }
  const opened = words !== '' || onCancel !== undefined
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Textarea
        aria-label={label}
        placeholder={label}
        value={words}
        minRows={opened ? 2 : 1}
        ref={field}
        onChange={(event) => onWords(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      {opened && (
        <div className={css.formFoot}>
          {children}
          {onCancel && (
            <Button onClick={onCancel}>{t(words === initial ? 'comments.cancel' : 'comments.discard')}</Button>
          )}
          <Tooltip label={<Kbd size="xs">{keysIn(i18n.language, 'Ctrl + Enter')}</Kbd>}>
            <Button type="submit" variant="filled" disabled={!ready}>
              {send}
            </Button>
          </Tooltip>
        </div>
      )}
    </form>
  )
}

/** Brings the field into sight with the caret behind its words, each time it is called. */
function useTakenKeys(called: boolean, onTaken?: () => void) {
  const field = useRef<HTMLTextAreaElement>(null)
  const taken = useEffectEvent(() => onTaken?.())
  useEffect(() => {
    const element = field.current
    if (!called || !element) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
    element.form?.scrollIntoView({ block: 'nearest' })
    taken()
  }, [called])
  return field
}
