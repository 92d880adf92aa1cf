/** The menu of a clause: what it can become, where it can go, and what else can be done with it. */

import { Menu } from '@mantine/core'
import {
  chooseOption,
  dropOption,
  endOf,
  hasOptions,
  indentClause,
  kindsFor,
  offerOption,
  outdentClause,
  removeClauses,
  shiftClause,
  shownKind,
  treeOf,
  turnClause,
  type Hand,
  type Kind,
} from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { composeComment, wholeClause, type Desk } from '../text/desk.ts'
import { copyLink } from '../text/link.ts'
import { keysIn } from '../words/keyboard.ts'
import type { Surface } from '../writing/surface.ts'
import css from './handle.module.css'

export interface MenuProps {
  readonly surface: Surface
  readonly doc: Y.Doc
  readonly desk: Desk
  readonly text: { readonly id: string; readonly language: string }
  readonly editable: boolean
  readonly mayComment: boolean
  readonly clause: string
  /** The clause as a lawyer cites it. */
  readonly place: string
}

/** The tree is read when the menu opens; whatever has changed since is looked at again by what it does. */
export function ClauseMenu(props: MenuProps): ReactNode {
  const { t } = useTranslation()
  const { editable, mayComment, desk, clause, place } = props
  const comment = (): void => composeComment(desk, wholeClause(clause))
  return (
    <Menu.Dropdown aria-label={t('handle.menu', { place })} className={`${css.menu} shaded`}>
      <Menu.Label>{place}</Menu.Label>
      {editable && <Kinds {...props} />}
      {editable && <Moves {...props} />}
      {editable && <Options {...props} />}
      {mayComment && (
        <Item keys="Ctrl+Alt+M" onClick={comment}>
          {t('comments.new')}
        </Item>
      )}
      <CopyLink {...props} />
      {editable && <Delete {...props} />}
    </Menu.Dropdown>
  )
}

interface ItemProps {
  readonly keys?: string
  readonly disabled?: boolean
  readonly color?: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function Item({ keys, disabled = false, onClick, children, ...rest }: ItemProps): ReactNode {
  const { language } = useTranslation().i18n
  return (
    <Menu.Item
      disabled={disabled}
      onClick={onClick}
      rightSection={keys !== undefined && <kbd className={css.keys}>{keysIn(language, keys)}</kbd>}
      {...(keys !== undefined && { 'aria-keyshortcuts': keys })}
      {...rest}
    >
      {children}
    </Menu.Item>
  )
}

/** The focus begins on what the clause is. */
function Kinds({ surface, doc, clause }: MenuProps): ReactNode {
  const { t } = useTranslation()
  const [tree] = useState(() => treeOf(doc))
  const kind = shownKind(tree.find(({ id }) => id === clause)?.kind ?? '')
  const offered = kindsFor(tree, clause)
  return (
    <>
      <Menu.RadioGroup
        value={kind}
        onChange={(chosen) => surface.change((hand) => turnClause(hand, clause, chosen as Kind))}
      >
        <div className={css.kinds}>
          {offered.map((one) => (
            <Menu.RadioItem key={one} value={one} closeMenuOnClick data-autofocus={one === kind || undefined}>
              {t(`kind.${one}`)}
            </Menu.RadioItem>
          ))}
        </div>
      </Menu.RadioGroup>
      <Menu.Divider />
    </>
  )
}

const moves = [
  ['indent', 'Tab', indentClause],
  ['outdent', 'Shift+Tab', outdentClause],
  ['moveUp', 'Alt+Shift+↑', (hand: Hand, id: string) => shiftClause(hand, id, -1)],
  ['moveDown', 'Alt+Shift+↓', (hand: Hand, id: string) => shiftClause(hand, id, 1)],
] as const

function Moves({ surface, clause }: MenuProps): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      {moves.map(([name, keys, move]) => (
        <Item key={name} keys={keys} onClick={() => surface.change((hand) => move(hand, clause))}>
          {t(`palette.${name}`)}
        </Item>
      ))}
      <Menu.Divider />
    </>
  )
}

/** Offering another wording, and deciding between those that stand side by side. */
function Options({ surface, doc, clause }: MenuProps): ReactNode {
  const { t } = useTranslation()
  const [rivalled] = useState(() => hasOptions({ doc }, clause))
  return (
    <>
      <Item keys="Ctrl+Alt+O" onClick={() => surface.change((hand) => offerOption(hand, clause))}>
        {t('palette.offer')}
      </Item>
      {rivalled && (
        <>
          <Item keys="Ctrl+Alt+Enter" onClick={() => surface.change((hand) => chooseOption(hand, clause))}>
            {t('palette.choose')}
          </Item>
          <Item keys="Ctrl+Alt+Shift+O" onClick={() => surface.change((hand) => dropOption(hand, clause))}>
            {t('palette.drop')}
          </Item>
        </>
      )}
      <Menu.Divider />
    </>
  )
}

function CopyLink({ text, clause }: MenuProps): ReactNode {
  const { t } = useTranslation()
  return <Item onClick={() => void copyLink(text.id, clause)}>{t('handle.copyLink')}</Item>
}

/** With everything beneath it, as it is dragged; what goes can be restored. */
function Delete({ surface, doc, clause }: MenuProps): ReactNode {
  const { t } = useTranslation()
  const [doomed] = useState(() => {
    const tree = treeOf(doc)
    const at = tree.findIndex(({ id }) => id === clause)
    return at < 0 ? [] : tree.slice(at, endOf(tree, at)).map(({ id }) => id)
  })
  return (
    <>
      <Menu.Divider />
      <Item color="var(--deleted)" onClick={() => surface.change((hand) => removeClauses(hand, doomed))}>
        {doomed.length > 1 ? t('handle.deleteAll', { count: doomed.length - 1 }) : t('handle.delete')}
      </Item>
    </>
  )
}
