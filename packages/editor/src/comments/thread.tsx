/** One thread in the rail: folded to two lines until it is the active one. */

import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconCheck, IconEyeOff, IconRotate } from '@tabler/icons-react'
import { allows, type api } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Code } from '../people/code.tsx'
import { useStore } from '../app/store.ts'
import type { Desk } from '../text/desk.ts'
import { newId } from '../wire/id.ts'
import { When } from '../words/when.tsx'
import { CommentItem } from './comment.tsx'
import css from './comments.module.css'
import { formOf, type Drafts } from './drafts.ts'
import { CommentForm } from './form.tsx'
import type { ShownThread } from './overlay.ts'
import { useDraft } from './use-draft.ts'

export interface ThreadProps {
  readonly desk: Desk
  readonly thread: ShownThread
  readonly active: boolean
  readonly wordsGone: boolean
  /** The words it hangs on, as they are read. */
  readonly quote: string
  /** Citation of its clause, or undefined where the clause is gone. */
  readonly place: string | undefined
  readonly me: api.Member
  readonly role: api.TextSummary['role']
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
      tabIndex={-1}
      data-thread={thread.id}
      data-active={active}
      data-resolved={thread.resolved}
    >
      {active ? <OpenThread {...props} /> : <FoldedThread {...props} />}
    </article>
  )
}

function FoldedThread({ desk, thread, onActivate }: ThreadProps): ReactNode {
  const { t } = useTranslation()
  const begun = useStore(desk, ({ drafts }) => hasDraft(drafts, thread))
  const [first, ...replies] = thread.comments
  if (!first) return null
  return (
    <UnstyledButton w="100%" aria-expanded={false} onClick={() => onActivate()}>
      <span className={css.fold}>
        <Code delegation={first.delegation} />
        <span className={css.foldWords}>{first.words}</span>
        {begun && <span className={css.draft}>{t('comments.draft')}</span>}
        {thread.resolved && <IconCheck size={14} aria-label={t('comments.resolved')} />}
        {replies.length > 0 && <span className={css.count}>{t('comments.replies', { count: replies.length })}</span>}
      </span>
    </UnstyledButton>
  )
}

function hasDraft(drafts: Drafts, { id, comments }: ShownThread): boolean {
  return formOf.reply(id) in drafts || comments.some((comment) => formOf.edit(comment.id) in drafts)
}

function OpenThread(props: ThreadProps): ReactNode {
  const { t } = useTranslation()
  const { desk, thread, wordsGone, quote, place, me, role, onAct } = props
  const edit = (comment: api.Comment) =>
    comment.by === me.id && allows(role, 'comment.edit')
      ? (words: string) => onAct({ type: 'comment.edit', thread: thread.id, comment: comment.id, words })
      : undefined
  return (
    <>
      <ThreadHead {...props} />
      {quote !== '' && (
        <blockquote className={css.quote} dir="auto">
          {quote}
        </blockquote>
      )}
      {(wordsGone || place === undefined) && (
        <p className={css.gone}>{t(place === undefined ? 'comments.clauseGone' : 'comments.wordsGone')}</p>
      )}
      <ol>
        {thread.comments.map((comment) => (
          <CommentItem
            key={comment.id}
            desk={desk}
            comment={comment}
            waiting={thread.waiting.has(comment.id)}
            onEdit={edit(comment)}
          />
        ))}
      </ol>
      <LastTurn thread={thread} />
      {allows(role, 'comment.reply') && <Reply {...{ desk, thread, onAct }} />}
    </>
  )
}

function Reply({ desk, thread, onAct }: Pick<ThreadProps, 'desk' | 'thread' | 'onAct'>): ReactNode {
  const { t } = useTranslation()
  const [draft, write] = useDraft(desk, formOf.reply(thread.id))
  return (
    <CommentForm
      label={t('comments.reply')}
      send={t('comments.sendReply')}
      words={draft?.words ?? ''}
      onWords={(words) => write(words === '' ? null : { words })}
      onSend={(words) => {
        write(null)
        onAct({ type: 'comment.reply', thread: thread.id, comment: newId(), words })
      }}
    />
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
