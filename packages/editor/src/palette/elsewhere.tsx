/** What can be done by name where no living text is on the table: in the list of texts, and on the page of a version. */

import type { api } from '@travaux/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../app/router.tsx'
import type { Route } from '../app/route.ts'
import { useCommands } from '../offline/use-commands.ts'
import type { Desk } from '../text/desk.ts'
import type { Surface } from '../writing/surface.ts'
import { actionOf, type Action } from './action.tsx'
import { useWindowActions } from './around.ts'
import { ClausePalette } from './clause-palette.tsx'
import { CommandPalette } from './commands.tsx'
import { clauseSpotlight, commandSpotlight } from './stores.ts'

const go = (to: Route) => (): void => goTo(to)

/** Opening each of the texts, and what can be done with the window. */
export function ListPalette({ texts }: { readonly texts: readonly api.TextSummary[] }): ReactNode {
  const windowed = useWindowActions()
  const actions = useMemo(
    () => [
      ...texts.map(({ id, title, symbol }) => ({
        ...actionOf(`open ${id}`, title, go({ kind: 'write', text: id })),
        description: symbol,
      })),
      ...windowed.filter(({ id }) => id !== 'allTexts' && id !== 'printText'),
    ],
    [texts, windowed],
  )
  return <Commands actions={actions} />
}

interface VersionPaletteProps {
  readonly text: api.TextSummary
  /** Id of the version that is read. */
  readonly version: string
  readonly surface: Surface
  readonly desk: Desk
}

/** Reading the version, and the ways from it to the living text and the other versions. */
export function VersionPalette({ text, version, surface, desk }: VersionPaletteProps): ReactNode {
  const { t } = useTranslation()
  const windowed = useWindowActions()
  const actions = useMemo(() => {
    const others = text.versions.filter(({ id }) => id !== version).toSorted((a, b) => b.number - a.number)
    return [
      actionOf('goto', t('palette.goto'), clauseSpotlight.open, 'Ctrl+G'),
      actionOf('explain', t('palette.explain'), surface.explain, 'Ctrl+Alt+R'),
      actionOf('write', t('versions.toLiving'), go({ kind: 'write', text: text.id })),
      actionOf(
        'compare',
        t('palette.compareVersion'),
        go({ kind: 'compare', text: text.id, old: version, new: 'living' }),
      ),
      actionOf('history', t('ways.history'), go({ kind: 'history', text: text.id })),
      ...others.map(({ id, number, label }) =>
        actionOf(
          `version ${id}`,
          t('palette.readVersion', { number, label }),
          go({ kind: 'version', text: text.id, version: id }),
        ),
      ),
      ...windowed,
    ]
  }, [t, text, version, surface, windowed])
  return (
    <>
      <Commands actions={actions} />
      <ClausePalette desk={desk} onGo={(clause) => surface.revealClause(clause, true)} />
    </>
  )
}

/** The palette, and the same for native menus, which ask for the palette by name too. */
function Commands({ actions }: { readonly actions: readonly Action[] }): ReactNode {
  const { t } = useTranslation()
  useCommands(
    useMemo(() => [...actions, actionOf('commands', t('palette.commands'), commandSpotlight.open)], [t, actions]),
  )
  return <CommandPalette actions={actions} />
}
