/** One comment: who said it and for whom, when, what it said before it was edited. */

import { UnstyledButton } from '@mantine/core'
import type { api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../people/code.tsx'
import type { Desk } from '../text/desk.ts'
import { When } from '../words/when.tsx'
import css from './comments.module.css'
import { formOf } from './drafts.ts'
import { CommentForm } from './form.tsx'
import { useDraft } from './use-draft.ts'

interface CommentProps {
  readonly desk: Desk
  readonly comment: api.Comment
  readonly waiting: boolean
  /** Present where the reader wrote the comment and may still change it. */
  readonly onEdit?: ((words: string) => void) | undefined
}

export function CommentItem({ desk, comment, waiting, onEdit }: CommentProps): ReactNode {
  const { t } = useTranslation()
  // A comment is being edited as long as there is a draft of its new wording.
  const [draft, write] = useDraft(desk, formOf.edit(comment.id))
  const [called, setCalled] = useState(false)
  return (
    <li className={css.comment}>
      <Byline comment={comment} waiting={waiting} />
      {draft && onEdit ? (
        <CommentForm
          label={t('comments.editLabel')}
          send={t('comments.save')}
          initial={comment.words}
          words={draft.words}
          called={called}
          onTaken={() => setCalled(false)}
          onWords={(words) => write({ words })}
          onEscape={draft.words === comment.words ? () => write(null) : undefined}
          onCancel={() => write(null)}
          onSend={(words) => {
            write(null)
            onEdit(words)
          }}
        />
      ) : (
        <p className={css.words}>{comment.words}</p>
      )}
      {onEdit && !draft && (
        <UnstyledButton
          className={css.more}
          onClick={() => {
            write({ words: comment.words })
            setCalled(true)
          }}
        >
          {t('comments.edit')}
        </UnstyledButton>
      )}
      <Edits comment={comment} />
    </li>
  )
}

function Byline({ comment, waiting }: { readonly comment: api.Comment; readonly waiting: boolean }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.by}>
      <Code delegation={comment.delegation} />
      <span className={css.name}>{comment.name}</span>
      <span className={css.moment}>{waiting ? t('comments.sending') : <When at={comment.at} />}</span>
    </div>
  )
}

function Edits({ comment }: { readonly comment: api.Comment }): ReactNode {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  if (comment.edits.length === 0) return null
  return (
    <>
      {' '}
      <UnstyledButton className={css.more} aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t('comments.edited', { count: comment.edits.length })}
      </UnstyledButton>
      {shown && (
        <ol className={css.edits} aria-label={t('comments.earlier')}>
          {comment.edits.map((edit) => (
            <li key={`${edit.at} ${edit.words}`}>
              <span className={css.moment}>
                {t('comments.until')} <When at={edit.at} />
              </span>
              <p className={css.words}>{edit.words}</p>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
