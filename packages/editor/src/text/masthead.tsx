/** The head of the page, as a UN document has it: the symbol over a rule where there is one, and the title where the text itself has none. */

import { bareClauses, type api } from '@travaux/core'
import { useEffect, useRef, type ReactNode } from 'react'
import type * as Y from 'yjs'
import { useStore } from '../app/store.ts'
import type { Desk } from './desk.ts'
import css from './text.module.css'

interface MastheadProps {
  readonly text: Pick<api.TextSummary, 'title' | 'symbol' | 'language'>
  readonly desk: Desk
  /** What the page shows. */
  readonly doc: Y.Doc
}

export function Masthead({ text, desk, doc }: MastheadProps): ReactNode {
  const head = useRef<HTMLDivElement>(null)
  const items = useStore(desk, (state) => state.items)
  // Until the page has said what stands in it.
  const shown = items.length > 0 ? items : bareClauses(doc)
  const titled = shown.some(({ kind }) => kind === 'title')
  useEffect(() => {
    const element = head.current
    const scroller = element?.closest<HTMLElement>('[data-scroller]')
    if (!element || !scroller) return undefined
    // The rail counts heights from the first clause, and begins as far down as the page does.
    const observer = new ResizeObserver(() => scroller.style.setProperty('--masthead', `${element.offsetHeight}px`))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div className={css.masthead} ref={head} lang={text.language} dir="auto">
      {text.symbol !== '' && <p className={css.mastheadSymbol}>{text.symbol}</p>}
      {!titled && <p className={css.mastheadTitle}>{text.title}</p>}
    </div>
  )
}
