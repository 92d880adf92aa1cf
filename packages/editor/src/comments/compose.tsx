/** A new thread being written beside the words it is about. */

import { NativeSelect } from '@mantine/core'
import { api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../wire/id.ts'
import css from './comments.module.css'
import { CommentForm } from './form.tsx'

export type Opening = Extract<api.TextCommand, { type: 'comment.open' }>

interface ComposeProps {
  readonly anchor: api.Anchor
  /** The words it hangs on, as they are read. */
  readonly quote: string
  readonly place: string | undefined
  readonly me: api.Member
  /** The same comment, where the server refused it. */
  readonly returned: Opening | undefined
  readonly onOpen: (command: Opening) => void
  readonly onCancel: () => void
}

export function Compose({ anchor, quote, place, me, returned, onOpen, onCancel }: ComposeProps): ReactNode {
  const { t } = useTranslation()
  const [audience, setAudience] = useState<api.Audience>(returned?.audience ?? 'all')
  const open = (words: string): void =>
    onOpen({ type: 'comment.open', thread: newId(), comment: newId(), anchor, words, audience })
  return (
    <article className={css.card} aria-label={t('comments.new')} data-active>
      <div className={css.cardHead}>{place !== undefined && <span className={css.place}>{place}</span>}</div>
      {quote !== '' && <blockquote className={css.quote}>{quote}</blockquote>}
      <CommentForm
        focused
        label={t('comments.write')}
        send={t('comments.send')}
        returned={returned?.words}
        onSend={open}
        onCancel={onCancel}
      >
        <NativeSelect
          className={css.toWhom}
          size="xs"
          aria-label={t('comments.audience')}
          value={audience}
          data={api.audiences.map((value) => ({
            value,
            label: t(`audience.to.${value}`, { delegation: me.delegation }),
          }))}
          onChange={(event) => setAudience(audienceNamed(event.currentTarget.value))}
        />
      </CommentForm>
    </article>
  )
}

function audienceNamed(value: string): api.Audience {
  return api.audiences.find((audience) => audience === value) ?? 'all'
}
