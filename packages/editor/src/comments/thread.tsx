/** One thread in the rail: folded to two lines until it is the active one. */

import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconCheck, IconEyeOff, IconRotate } from '@tabler/icons-react'
import { allows, type api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../people/code.tsx'
import { newId } from '../wire/id.ts'
import { When } from '../words/when.tsx'
import type { Spoken } from './act.ts'
import { CommentItem } from './comment.tsx'
import css from './comments.module.css'
import { CommentForm } from './form.tsx'
import type { ShownThread } from './overlay.ts'

export interface ThreadProps {
  readonly thread: ShownThread
  readonly active: boolean
  readonly wordsGone: boolean
  /** The words it hangs on, as they are read. */
  readonly quote: string
  /** Citation of its clause, or undefined where the clause is gone. */
  readonly place: string | undefined
  readonly me: api.Member
  readonly role: api.TextSummary['role']
  /** A reply or an edit in it that the server refused, to be written again. */
  readonly returned: Spoken | undefined
  readonly onAct: (command: api.TextCommand) => void
  readonly onActivate: () => void
  readonly onReveal: () => void
}

export function ThreadCard(props: ThreadProps): ReactNode {
  const { t } = useTranslation()
  const { thread, active, place } = props
  const name = t('comments.threadName', {
    name: thread.comments[0]?.name ?? '',
    place: place ?? t('comments.noClause'),
  })
  return (
    <article
      className={css.card}
      aria-label={name}
      data-thread={thread.id}
      data-active={active}
      data-resolved={thread.resolved}
    >
      {active ? <OpenThread {...props} /> : <FoldedThread {...props} />}
    </article>
  )
}

function FoldedThread({ thread, onActivate }: ThreadProps): ReactNode {
  const { t } = useTranslation()
  const [first, ...replies] = thread.comments
  if (!first) return null
  return (
    <UnstyledButton w="100%" aria-expanded={false} onClick={() => onActivate()}>
      <span className={css.fold}>
        <Code delegation={first.delegation} />
        <span className={css.foldWords}>{first.words}</span>
        {thread.resolved && <IconCheck size={14} aria-label={t('comments.resolved')} />}
        {replies.length > 0 && <span className={css.count}>{t('comments.replies', { count: replies.length })}</span>}
      </span>
    </UnstyledButton>
  )
}

function OpenThread(props: ThreadProps): ReactNode {
  const { t } = useTranslation()
  const { thread, wordsGone, quote, place, me, role, returned, onAct } = props
  const reply = returned?.type === 'comment.reply' ? returned : undefined
  const rewording = returned?.type === 'comment.edit' ? returned : undefined
  const edit = (comment: api.Comment) =>
    comment.by === me.id && allows(role, 'comment.edit')
      ? (words: string) => onAct({ type: 'comment.edit', thread: thread.id, comment: comment.id, words })
      : undefined
  return (
    <>
      <ThreadHead {...props} />
      {quote !== '' && <blockquote className={css.quote}>{quote}</blockquote>}
      {(wordsGone || place === undefined) && (
        <p className={css.gone}>{t(place === undefined ? 'comments.clauseGone' : 'comments.wordsGone')}</p>
      )}
      <ol>
        {thread.comments.map((comment) => (
          <CommentItem
            key={rewording?.comment === comment.id ? `${comment.id} again` : comment.id}
            comment={comment}
            returned={rewording?.comment === comment.id ? rewording.words : undefined}
            waiting={thread.waiting.has(comment.id)}
            onEdit={edit(comment)}
          />
        ))}
      </ol>
      <LastTurn thread={thread} />
      {allows(role, 'comment.reply') && (
        <CommentForm
          label={t('comments.reply')}
          returned={reply?.words}
          send={t('comments.sendReply')}
          onSend={(words) => onAct({ type: 'comment.reply', thread: thread.id, comment: newId(), words })}
        />
      )}
    </>
  )
}

function ThreadHead({ thread, place, role, onAct, onReveal }: ThreadProps): ReactNode {
  const { t } = useTranslation()
  const turn = thread.resolved ? 'thread.reopen' : 'thread.resolve'
  const label = t(thread.resolved ? 'comments.reopen' : 'comments.resolve')
  return (
    <div className={css.cardHead}>
      {place !== undefined && (
        <UnstyledButton className={css.place} title={t('comments.goTo')} onClick={onReveal}>
          {place}
        </UnstyledButton>
      )}
      {thread.audience !== 'all' && (
        <span className={css.audience}>
          <IconEyeOff size={13} aria-hidden />
          {t(`audience.${thread.audience}`)}
        </span>
      )}
      <span className={css.actions}>
        {allows(role, turn) && (
          <Tooltip label={label}>
            <ActionIcon aria-label={label} onClick={() => onAct({ type: turn, thread: thread.id })}>
              {thread.resolved ? <IconRotate size={16} /> : <IconCheck size={16} />}
            </ActionIcon>
          </Tooltip>
        )}
      </span>
    </div>
  )
}

function LastTurn({ thread }: { readonly thread: ShownThread }): ReactNode {
  const { t } = useTranslation()
  const turn = thread.turns.at(-1)
  if (!turn) return null
  return (
    <p className={css.turn}>
      {t(turn.resolved ? 'comments.resolvedBy' : 'comments.reopenedBy', {
        name: turn.name,
        delegation: turn.delegation,
      })}{' '}
      <When at={turn.at} />
    </p>
  )
}
