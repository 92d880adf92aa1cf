/**
 * Everything the role may do in a text by name (Ctrl+Shift+P), and going to a clause by its number (Ctrl+G). Where the text
 * is not shown, in Compare, Brackets and History, what is done to its words is not offered, and a clause is gone to in the
 * text.
 */

import { Spotlight } from '@mantine/spotlight'
import { allows, turnClause, type api, type Deletion, type Kind } from '@travaux/core'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useStore } from '../app/store.ts'
import { takeKeys } from '../app/take-keys.ts'
import { goTo, useRoute } from '../app/router.tsx'
import { useKeeping } from '../offline/keep.tsx'
import { toggleFocus } from '../focus/use-focus.ts'
import { useCommands } from '../offline/use-commands.ts'
import type { Present } from '../people/present.ts'
import { beginComment, toggleAuthors, toggleChecks, type Desk } from '../text/desk.ts'
import { goToClause } from '../text/use-clause.ts'
import { surfaceCommands, type Surface } from '../writing/surface.ts'
import { actionOf, after, inText, type Action } from './action.tsx'
import { kindsHere, useClauseActions, useFollowActions, useMenuActions, useWindowActions } from './around.ts'
import { ClausePalette } from './clause-palette.tsx'
import { CommandPalette, lookOf } from './commands.tsx'
import { clauseSpotlight, deletedPalette, deletedSpotlight } from './stores.ts'

interface PaletteProps {
  readonly text: api.TextSummary
  readonly surface: Surface
  readonly desk: Desk
  readonly doc: Y.Doc
  readonly editable: boolean
  /** Whether the text is what the table shows. */
  readonly shown: boolean
  /** Who else is here. */
  readonly others: readonly Present[]
  readonly onFind: () => void
}

export function Palette(props: PaletteProps): ReactNode {
  const { shown } = props
  const own = useActions(props)
  const keeping = useKeeping(props.text)
  const windowed = useWindowActions()
  const clause = useClauseActions(props.text.id, props.desk)
  const named = useMemo(
    () => [...own, ...(shown ? clause : []), ...keeping, ...windowed],
    [own, shown, clause, keeping, windowed],
  )
  const follow = useFollowActions(props.desk, props.others)
  const { turns, read } = useTurns(props)
  const actions = useMemo(() => (shown ? [...named, ...turns, ...follow] : named), [named, shown, turns, follow])
  const asked = useMenuActions(props)
  useCommands(useMemo(() => [...named, ...asked], [named, asked]))
  return (
    <>
      <CommandPalette actions={actions} onOpen={read} />
      <ClausePalette
        desk={props.desk}
        onGo={(id) => {
          if (shown) props.surface.revealClause(id, true)
          else goToClause(props.desk, props.text.id, id)
        }}
      />
      <DeletedPalette {...props} />
    </>
  )
}

/** The clause of the caret, and what it can be turned into. */
interface Here {
  readonly clause: string
  readonly kinds: readonly Kind[]
}

/** Turning the clause of the caret, once it was put somewhere, into something else: read when the palette opens. */
function useTurns({ surface, desk, doc, editable }: PaletteProps) {
  const { t } = useTranslation()
  const [{ clause, kinds }, setHere] = useState<Here>({ clause: '', kinds: [] })
  const turns = useMemo(
    () =>
      kinds.map((kind) =>
        actionOf(`turn ${kind}`, t('palette.turn', { kind: t(`kind.${kind}`) }), () =>
          inText(surface, () => surface.change((hand) => turnClause(hand, clause, kind))),
        ),
      ),
    [t, clause, kinds, surface],
  )
  // The surface tells the desk of a moved caret at the next frame, and this is about where it is now.
  const read = (): void => {
    const caret = desk.get().caret === null ? '' : (surface.caret()?.clause ?? '')
    setHere({ clause: caret, kinds: editable ? kindsHere(doc, caret) : [] })
  }
  return { turns, read }
}

/** What can be done to the words of the text, and the ways out of it. */
function useActions(props: PaletteProps): readonly Action[] {
  const reading = useReadingActions(props)
  const writing = useWritingActions(props)
  const ways = useWays(props.text.id)
  const { shown } = props
  return useMemo(() => (shown ? [...reading, ...ways, ...writing] : ways), [shown, reading, ways, writing])
}

function useReadingActions({ text, surface, desk, editable, onFind }: PaletteProps): readonly Action[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      ...(allows(text.role, 'comment.open')
        ? [actionOf('comment', t('comments.new'), () => beginComment(desk), 'Ctrl+Alt+M')]
        : []),
      actionOf('find', t(editable ? 'find.title' : 'keys.find'), onFind, 'Ctrl+F'),
      actionOf('authors', t('authors.title'), () => toggleAuthors(desk), 'Ctrl+Alt+B'),
      actionOf('checks', t('palette.checks'), () => toggleChecks(desk), 'Ctrl+Alt+V'),
      actionOf('explain', t('palette.explain'), surface.explain, 'Ctrl+Alt+R'),
      actionOf('focus', t('focus.command'), () => toggleFocus(desk), 'Ctrl+Shift+F'),
    ],
    [t, text, surface, desk, editable, onFind],
  )
}

const screens = ['write', 'compare', 'brackets', 'history'] as const

/** The other screens of the text, and its clauses. */
function useWays(text: string): readonly Action[] {
  const { t } = useTranslation()
  const { kind: here } = useRoute()
  return useMemo(
    () => [
      actionOf('present', t('present.title'), () => goTo({ kind: 'present', text })),
      actionOf('goto', t('palette.goto'), clauseSpotlight.open, 'Ctrl+G'),
      ...screens.flatMap((kind) =>
        kind === here ? [] : [actionOf(kind, t(`ways.${kind}`), () => goTo({ kind, text }))],
      ),
    ],
    [t, text, here],
  )
}

function useWritingActions({ text, surface, desk, editable }: PaletteProps): readonly Action[] {
  const { t } = useTranslation()
  const frozen = useStore(surface.numbering, (state) => state.frozen)
  return useMemo(() => {
    const editing = surfaceCommands.map((name) =>
      actionOf(name, t(`palette.${name}`), () => surface.command(name), t(`palette.keys.${name}`)),
    )
    const restoring = [
      actionOf('restore', t('palette.restore'), deletedSpotlight.open),
      actionOf('deleted', t('deleted.title'), () => desk.set({ drawer: 'deleted' })),
    ]
    const numbering = actionOf('freeze', t(frozen ? 'palette.renumber' : 'palette.freeze'), () =>
      inText(surface, () => surface.setFrozen(!frozen)),
    )
    return [...(editable ? [...editing, ...restoring] : []), ...(allows(text.role, 'version.issue') ? [numbering] : [])]
  }, [t, text, surface, desk, editable, frozen])
}

function DeletedPalette({ surface }: PaletteProps): ReactNode {
  const { t } = useTranslation()
  const [deleted, setDeleted] = useState<readonly Deletion[]>([])
  return (
    <Spotlight
      {...lookOf(t('palette.restore'))}
      store={deletedPalette}
      actions={deleted.map(({ clauses, at }) => ({
        id: clauses[0]?.id ?? '',
        label: clauses.map(({ text }) => text).join(' '),
        description: new Date(at).toLocaleString(),
        onClick: after(() => surface.restore(clauses.map(({ id }) => id))),
      }))}
      onSpotlightOpen={() => setDeleted(surface.deleted())}
      shortcut={null}
      limit={20}
      nothingFound={t('palette.noDeleted')}
      searchProps={{ placeholder: t('palette.restore'), 'aria-label': t('palette.restore'), ref: takeKeys }}
    />
  )
}
