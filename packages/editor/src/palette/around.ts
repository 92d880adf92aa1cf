/** What the palette offers around the text: the window, who is here, and the clause of the caret. */

import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { kinds, kindsFor, shownKind, treeOf, turnClause, type Kind } from '@travaux/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { keySheet } from '../app/keys.tsx'
import { useStore } from '../app/store.ts'
import { goTo } from '../app/router.tsx'
import type { Present } from '../people/present.ts'
import type { Desk } from '../text/desk.ts'
import { copyLink } from '../text/link.ts'
import type { Surface } from '../writing/surface.ts'
import { actionOf, after, inText, type Action } from './action.tsx'
import { commandSpotlight } from './stores.ts'

/** What can be done with the window whatever is in it. */
export function useWindowActions(): readonly Action[] {
  const { t } = useTranslation()
  const { setColorScheme } = useMantineColorScheme()
  const other = useComputedColorScheme('light') === 'dark' ? 'light' : 'dark'
  return useMemo(
    () => [
      actionOf('printText', t('palette.print'), () => window.print(), 'Ctrl+P'),
      actionOf('keySheet', t('keys.title'), () => keySheet.set({ opened: true }), '?'),
      actionOf('colours', t(`account.to.${other}`), () => setColorScheme(other)),
      actionOf('allTexts', t('palette.texts'), () => goTo({ kind: 'texts' })),
    ],
    [t, other, setColorScheme],
  )
}

/** Following each of those who are here, or nobody any more. */
export function useFollowActions(desk: Desk, others: readonly Present[]): readonly Action[] {
  const { t } = useTranslation()
  const following = useStore(desk, (state) => state.following)
  return useMemo(() => {
    const follow = (member: string | null) => () => desk.set({ following: member })
    if (following !== null) return [actionOf('follow', t('follow.stop'), follow(null))]
    return others.map(({ member, name }) => actionOf(`follow ${member}`, t('follow.person', { name }), follow(member)))
  }, [t, desk, following, others])
}

/** What can be done with the clause of the caret wherever that is by then. */
export function useClauseActions(text: string, desk: Desk): readonly Action[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      actionOf('copyLink', t('handle.copyLink'), () => {
        const { caret, top } = desk.get()
        const clause = caret ?? top
        return clause === null ? undefined : copyLink(text, clause)
      }),
      actionOf('difference', t('keys.difference'), () => desk.set({ difference: desk.get().caret }), 'Ctrl+Alt+D'),
    ],
    [t, text, desk],
  )
}

interface Editing {
  readonly surface: Surface
  readonly desk: Desk
  readonly editable: boolean
  readonly shown: boolean
}

/**
 * What native menus ask for by name and the palette has no line for: the palette itself, and each kind for the clause of
 * the caret, which stays as it is where it cannot be of that kind.
 */
export function useMenuActions({ surface, desk, editable, shown }: Editing): readonly Action[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const turnTo = (kind: Kind): Action['onClick'] =>
      after(() => {
        const clause = desk.get().caret === null ? undefined : surface.caret()?.clause
        if (clause !== undefined) inText(surface, () => surface.change((hand) => turnClause(hand, clause, kind)))
      })
    const turns = kinds.map((kind) => ({ id: `turn ${kind}`, onClick: turnTo(kind) }))
    return [actionOf('commands', t('palette.commands'), commandSpotlight.open), ...(shown && editable ? turns : [])]
  }, [t, surface, desk, editable, shown])
}

/** The kinds that a clause may be turned into. Cost: O(n) */
export function kindsHere(doc: Y.Doc, clause: string): readonly Kind[] {
  const tree = treeOf(doc)
  const kind = shownKind(tree.find(({ id }) => id === clause)?.kind ?? '')
  return kindsFor(tree, clause).filter((one) => one !== kind)
}
