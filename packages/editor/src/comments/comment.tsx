/** One comment: who said it and for whom, when, what it said before it was edited. */

import { UnstyledButton } from '@mantine/core'
import type { api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../people/code.tsx'
import { When } from '../words/when.tsx'
import css from './comments.module.css'
import { CommentForm } from './form.tsx'

interface CommentProps {
  readonly comment: api.Comment
  readonly waiting: boolean
  /** A new wording that the server refused, to be written again. */
  readonly returned: string | undefined
  /** Present where the reader wrote the comment and may still change it. */
  readonly onEdit?: ((words: string) => void) | undefined
}

export function CommentItem({ comment, waiting, returned, onEdit }: CommentProps): ReactNode {
  const { t } = useTranslation()
  const [editing, setEditing] = useState(returned !== undefined)
  return (
    <li className={css.comment}>
      <Byline comment={comment} waiting={waiting} />
      {editing && onEdit ? (
        <CommentForm
          focused
          label={t('comments.editLabel')}
          send={t('comments.save')}
          initial={comment.words}
          returned={returned}
          onCancel={() => setEditing(false)}
          onSend={(words) => {
            onEdit(words)
            setEditing(false)
          }}
        />
      ) : (
        <p className={css.words}>{comment.words}</p>
      )}
      {onEdit && !editing && (
        <UnstyledButton className={css.more} onClick={() => setEditing(true)}>
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
