/** The page in the middle of the table, and what floats over it: the comment button, a clause's own comparison. */

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconMessagePlus } from '@tabler/icons-react'
import type { api } from '@travaux/core'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useArrival } from '../app/arrival.ts'
import { useStore } from '../app/store.ts'
import type { Differences } from '../compare/live.ts'
import { marksOf } from '../compare/live.ts'
import { ClauseDifference } from '../compare/popover.tsx'
import { isAbout } from '../comments/drafts.ts'
import type { ShownThread } from '../comments/overlay.ts'
import { FormatBar } from '../format/bar.tsx'
import { ClauseHandle } from '../handle/handle.tsx'
import { Card } from '../refer/card.tsx'
import { NoteBox } from '../refer/note-box.tsx'
import { Notes } from '../refer/notes.tsx'
import { PickList } from '../refer/pick-list.tsx'
import { SlashList } from '../slash/list.tsx'
import { withKeys } from '../words/apart.ts'
import { directionOf } from '../words/words.ts'
import type { Surface } from '../writing/surface.ts'
import { beginComment, wholeClause, type Desk } from './desk.ts'
import { Masthead } from './masthead.tsx'
import css from './text.module.css'
import { Unwritten } from './unwritten.tsx'
import { marksFor } from './use-threads.ts'
import type { Mounted } from './use-surface.ts'

interface PageProps extends Mounted {
  readonly text: api.TextSummary
  readonly desk: Desk
  readonly threads: readonly ShownThread[]
  readonly differences: Differences
  readonly mayComment: boolean
  readonly editable: boolean
  readonly doc: Y.Doc
  /** Whether it is what the table shows, and so what is printed. */
  readonly shown: boolean
}

export function Page(props: PageProps): ReactNode {
  const { surface, mount, text, desk, threads, differences, mayComment, editable, doc, shown } = props
  useMarks(surface, desk, threads, differences)
  const main = useArrival(shown)
  return (
    <main
      className={css.page}
      ref={main}
      data-region
      data-print={shown || undefined}
      tabIndex={-1}
      aria-label={text.title}
    >
      <Masthead text={text} desk={desk} doc={doc} />
      <div className={css.sheet}>
        <div ref={mount} />
        {surface && <Unwritten {...{ surface, editable, shown }} />}
        {surface && <ClauseHandle {...{ surface, doc, desk, text, editable, mayComment, mount }} />}
        {surface && editable && <SlashList {...{ surface, doc, desk, mayComment }} language={text.language} />}
        {surface && editable && <FormatBar {...{ surface, desk, mount }} language={text.language} />}
        {surface && mayComment && <CommentButton surface={surface} desk={desk} language={text.language} />}
        {surface && <PickList surface={surface} desk={desk} />}
        {surface && <Card surface={surface} desk={desk} />}
        {surface && editable && <NoteBox surface={surface} desk={desk} language={text.language} />}
        <Notes desk={desk} surface={surface} language={text.language} />
        {surface && <OpenDifference surface={surface} desk={desk} differences={differences} text={text} />}
      </div>
    </main>
  )
}

/** Hands threads and differences to the surface whenever they change. */
function useMarks(
  surface: Surface | null,
  desk: Desk,
  threads: readonly ShownThread[],
  differences: Differences,
): void {
  const active = useStore(desk, (state) => state.activeThread)
  const composing = useStore(desk, (state) => state.composing)
  useEffect(
    () => surface?.setThreads({ marks: marksFor(threads, active), active, composing }),
    [surface, threads, active, composing],
  )
  useEffect(() => surface?.setDifferences(marksOf(differences)), [surface, differences])
}

interface OverPage {
  readonly surface: Surface
  readonly desk: Desk
}

/** In the margin behind the lines, in whichever direction they are read. */
function CommentButton({ surface, desk, language }: OverPage & { readonly language: string }): ReactNode {
  const { t } = useTranslation()
  const selected = useStore(desk, (state) => state.selected)
  const composing = useStore(desk, (state) => state.composing)
  useStore(desk, (state) => state.layout)
  if (!selected || (composing && isAbout(composing, selected))) return null
  const place = surface.place(selected)
  if (!('top' in place)) return null
  return (
    <div className={css.commentButton} dir={directionOf(language)} style={{ insetBlockStart: place.top }}>
      <Tooltip label={withKeys(t('comments.new'), 'Ctrl+Alt+M')} position="left">
        <ActionIcon
          variant="default"
          size={32}
          aria-label={t('comments.new')}
          // Pressing must not take the selection away before it is read.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => beginComment(desk)}
        >
          <IconMessagePlus size={18} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

interface DifferenceProps extends OverPage {
  readonly differences: Differences
  readonly text: api.TextSummary
}

function OpenDifference({ surface, desk, differences, text }: DifferenceProps): ReactNode {
  const clause = useStore(desk, (state) => state.difference)
  useStore(desk, (state) => state.layout)
  const pair = clause === null ? undefined : differences.get(clause)
  if (clause === null || !pair) return null
  const place = surface.place(wholeClause(clause))
  if (!('top' in place)) return null
  const height = document.querySelector<HTMLElement>(`[data-id="${CSS.escape(clause)}"]`)?.offsetHeight ?? 0
  return (
    <ClauseDifference
      key={clause}
      pair={pair}
      top={place.top + height + 4}
      compare={{ kind: 'compare', text: text.id, old: text.baseline?.id, new: 'living', clause }}
      onClose={() => {
        desk.set({ difference: null })
        surface.focus()
      }}
    />
  )
}
