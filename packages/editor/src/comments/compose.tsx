/** A new thread being written beside the words it is about, and folded to one line while one is busy elsewhere. */

import { NativeSelect, UnstyledButton } from '@mantine/core'
import { api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import { composeComment, type Desk } from '../text/desk.ts'
import { newId } from '../wire/id.ts'
import css from './comments.module.css'
import { formOf } from './drafts.ts'
import { CommentForm } from './form.tsx'
import { useDraft } from './use-draft.ts'

export type Opening = Extract<api.TextCommand, { type: 'comment.open' }>

interface BegunProps {
  readonly desk: Desk
  readonly anchor: api.Anchor
  readonly place: string | undefined
}

interface ComposeProps extends BegunProps {
  /** The words it hangs on, as they are read. */
  readonly quote: string
  readonly me: api.Member
  readonly onOpen: (command: Opening) => void
  /** Puts the form away; what stands in it stays. */
  readonly onClose: () => void
}

export function Compose({ desk, anchor, quote, place, me, onOpen, onClose }: ComposeProps): ReactNode {
  const { t } = useTranslation()
  const [draft, write] = useDraft(desk, formOf.comment(anchor))
  const called = useStore(desk, (state) => state.called)
  const [audience, setAudience] = useState<api.Audience>(draft?.audience ?? 'all')
  const written = draft?.words ?? ''
  const put = (words: string, to: api.Audience): void => write(words === '' ? null : { words, anchor, audience: to })
  const open = (words: string): void => {
    write(null)
    onOpen({ type: 'comment.open', thread: newId(), comment: newId(), anchor, words, audience })
  }
  return (
    <article className={css.card} aria-label={t('comments.new')} data-active>
      <div className={css.cardHead}>{place !== undefined && <span className={css.place}>{place}</span>}</div>
      {quote !== '' && (
        <blockquote className={css.quote} dir="auto">
          {quote}
        </blockquote>
      )}
      <CommentForm
        label={t('comments.write')}
        send={t('comments.send')}
        words={written}
        called={called}
        onTaken={() => desk.set({ called: false })}
        onWords={(words) => put(words, audience)}
        onSend={open}
        onEscape={onClose}
        onCancel={() => {
          write(null)
          onClose()
        }}
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
          onChange={(event) => {
            const to = audienceNamed(event.currentTarget.value)
            setAudience(to)
            put(written, to)
          }}
        />
      </CommentForm>
    </article>
  )
}

/** A comment that was begun and is not being written just now. */
export function Begun({ desk, anchor, place }: BegunProps): ReactNode {
  const { t } = useTranslation()
  const [draft] = useDraft(desk, formOf.comment(anchor))
  return (
    <article
      className={css.card}
      aria-label={t('comments.draftName', { place: place ?? t('comments.noClause') })}
      data-active={false}
    >
      <UnstyledButton w="100%" aria-expanded={false} onClick={() => composeComment(desk, anchor)}>
        <span className={css.fold}>
          <span className={css.draft}>{t('comments.draft')}</span>
          <span className={css.foldWords}>{draft?.words}</span>
        </span>
      </UnstyledButton>
    </article>
  )
}

function audienceNamed(value: string): api.Audience {
  return api.audiences.find((audience) => audience === value) ?? 'all'
}
