/** Everything the role may do in a text by name (Ctrl+Shift+P), and going to a clause by its number (Ctrl+G). */

import { Spotlight, type SpotlightActionData } from '@mantine/spotlight'
import '@mantine/spotlight/styles.css'
import { allows, type api, type Deletion } from '@travaux/core'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import { goTo } from '../app/router.tsx'
import { useKeeping } from '../offline/keep.tsx'
import { toggleFocus } from '../focus/use-focus.ts'
import type { Named } from '../offline/orders.ts'
import { useCommands } from '../offline/use-commands.ts'
import { beginComment, toggleAuthors, toggleChecks, type Desk } from '../text/desk.ts'
import { surfaceCommands, type OutlineItem, type Surface } from '../writing/surface.ts'
import { clausesFor } from './clauses.ts'
import { clausePalette, clauseSpotlight, commandPalette, deletedPalette, deletedSpotlight } from './stores.ts'

/** The text stays readable behind a palette. */
const quietOverlay = { blur: 0, backgroundOpacity: 0.2 }

interface PaletteProps {
  readonly text: api.TextSummary
  readonly surface: Surface
  readonly desk: Desk
  readonly editable: boolean
  readonly onFind: () => void
}

export function Palette(props: PaletteProps): ReactNode {
  const { t } = useTranslation()
  const own = useActions(props)
  const keeping = useKeeping(props.text)
  const actions = useMemo(() => [...own, ...keeping], [own, keeping])
  useCommands(actions)
  return (
    <>
      <Spotlight
        store={commandPalette}
        overlayProps={quietOverlay}
        actions={actions}
        shortcut={['mod + shift + P']}
        tagsToIgnore={[]}
        triggerOnContentEditable
        highlightQuery
        scrollable
        maxHeight={420}
        nothingFound={t('palette.nothing')}
        searchProps={{ placeholder: t('palette.commands'), 'aria-label': t('palette.commands') }}
      />
      <ClausePalette {...props} />
      <DeletedPalette {...props} />
    </>
  )
}

/** Puts the focus back into the text once the palette has let go of it. */
function after(act: () => unknown): () => void {
  return () => void setTimeout(act)
}

/** An action that can also be asked for from outside the palette, by its name. */
type Action = Omit<SpotlightActionData, 'id' | 'onClick'> & Named

function useActions({ text, surface, desk, editable, onFind }: PaletteProps): Action[] {
  const { t } = useTranslation()
  const frozen = useStore(surface.numbering, (state) => state.frozen)
  return useMemo(() => {
    const action = (id: string, label: string, act: () => unknown, keys = ''): Action => ({
      id,
      label,
      description: keys,
      onClick: after(act),
    })
    const editing = editable
      ? surfaceCommands.map((name) =>
          action(name, t(`palette.${name}`), () => surface.command(name), t(`palette.keys.${name}`)),
        )
      : []
    const restoring = editable
      ? [
          action('restore', t('palette.restore'), deletedSpotlight.open),
          action('deleted', t('deleted.title'), () => desk.set({ drawer: 'deleted' })),
        ]
      : []
    const numbering = allows(text.role, 'version.issue')
      ? [action('freeze', t(frozen ? 'palette.renumber' : 'palette.freeze'), () => surface.setFrozen(!frozen))]
      : []
    return [
      ...(allows(text.role, 'comment.open')
        ? [action('comment', t('comments.new'), () => beginComment(desk), 'Ctrl+Alt+M')]
        : []),
      action('find', t('find.title'), onFind, 'Ctrl+F'),
      action('authors', t('authors.title'), () => toggleAuthors(desk), 'Ctrl+Alt+B'),
      action('checks', t('palette.checks'), () => toggleChecks(desk), 'Ctrl+Alt+V'),
      action('explain', t('palette.explain'), surface.explain, 'Ctrl+Alt+R'),
      action('focus', t('focus.command'), () => toggleFocus(desk), 'Ctrl+Shift+F'),
      action('present', t('present.title'), () => goTo({ kind: 'present', text: text.id })),
      action('goto', t('palette.goto'), clauseSpotlight.open, 'Ctrl+G'),
      action('compare', t('ways.compare'), () => goTo({ kind: 'compare', text: text.id })),
      action('brackets', t('ways.brackets'), () => goTo({ kind: 'brackets', text: text.id })),
      action('history', t('ways.history'), () => goTo({ kind: 'history', text: text.id })),
      ...editing,
      ...restoring,
      ...numbering,
    ]
  }, [t, text, surface, desk, editable, onFind, frozen])
}

function ClausePalette({ surface, desk }: PaletteProps): ReactNode {
  const { t } = useTranslation()
  const [items, setItems] = useState<readonly OutlineItem[]>([])
  const actions = useMemo(
    () =>
      items.map(({ id, citation, words }) => ({
        id,
        label: citation,
        description: words,
        onClick: after(() => surface.revealClause(id, true)),
      })),
    [items, surface],
  )
  return (
    <Spotlight
      store={clausePalette}
      onSpotlightOpen={() => setItems(desk.get().items)}
      overlayProps={quietOverlay}
      actions={actions}
      filter={(query) => clausesFor(query, actions)}
      shortcut={['mod + G']}
      tagsToIgnore={[]}
      triggerOnContentEditable
      limit={12}
      nothingFound={t('palette.noClause')}
      searchProps={{ placeholder: t('palette.goto'), 'aria-label': t('palette.goto') }}
    />
  )
}

function DeletedPalette({ surface }: PaletteProps): ReactNode {
  const { t } = useTranslation()
  const [deleted, setDeleted] = useState<readonly Deletion[]>([])
  return (
    <Spotlight
      store={deletedPalette}
      overlayProps={quietOverlay}
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
      searchProps={{ placeholder: t('palette.restore'), 'aria-label': t('palette.restore') }}
    />
  )
}
