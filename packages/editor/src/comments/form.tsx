/** Where a person writes a comment: Ctrl+Enter sends, Escape puts it away. */

import { Button, Kbd, Textarea, Tooltip } from '@mantine/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import css from './comments.module.css'

interface FormProps {
  readonly label: string
  readonly send: string
  /** What stands in the form when it opens; there is no need to send it. */
  readonly initial?: string
  /** Words that came back unsent: they stand in the form again, before what is being written. */
  readonly returned?: string | undefined
  readonly focused?: boolean
  readonly onSend: (words: string) => void
  readonly onCancel?: (() => void) | undefined
  /** Stands at the start of the form's last line. */
  readonly children?: ReactNode
}

export function CommentForm(props: FormProps): ReactNode {
  const { label, send, initial = '', returned, focused = false, onSend, onCancel, children } = props
  const { t } = useTranslation()
  const [words, setWords] = useReturned(initial, returned)
  const ready = words.trim() !== '' && words !== initial
  const submit = (): void => {
    if (!ready) return
    onSend(words.trim())
    setWords('')
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && onCancel) {
      event.stopPropagation()
      onCancel()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }
  const opened = words !== '' || focused
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
        ref={focused ? focusOnce : undefined}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={pressed}
      />
      {opened && (
        <div className={css.formFoot}>
          {children}
          {onCancel && <Button onClick={onCancel}>{t('comments.cancel')}</Button>}
          <Tooltip label={<Kbd size="xs">Ctrl + Enter</Kbd>}>
            <Button type="submit" variant="filled" disabled={!ready}>
              {send}
            </Button>
          </Tooltip>
        </div>
      )}
    </form>
  )
}

/** The words of the form; what comes back while it is open is put before them. */
function useReturned(initial: string, returned: string | undefined) {
  const [words, setWords] = useState(returned ?? initial)
  const [seen, setSeen] = useState(returned)
  if (returned !== seen) {
    setSeen(returned)
    if (returned !== undefined) setWords([returned, words].filter(Boolean).join('\n\n'))
  }
  return [words, setWords] as const
}

function focusOnce(field: HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true })
  field?.setSelectionRange(field.value.length, field.value.length)
}
