/** The head of a long text in the middle of the table, to be read while the rest is on its way. */

import { Loader } from '@mantine/core'
import type { api } from '@travaux/core'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useArrival } from '../app/arrival.ts'
import { showHead } from '../writing/head.ts'
import { Aside } from './aside.tsx'
import type { Desk } from './desk.ts'
import { Masthead } from './masthead.tsx'
import css from './text.module.css'
import { useFootnoteName } from './use-surface.ts'

interface HeadProps {
  readonly text: api.TextSummary
  readonly desk: Desk
  readonly narrow: boolean
  /** No part of the text's document: it holds the first clauses only. */
  readonly head: Y.Doc
}

/** As the page will be, with nothing to write on, and beneath it that there is more to come. */
export function Head({ text, desk, narrow, head }: HeadProps): ReactNode {
  const { t } = useTranslation()
  const { language } = text
  const footnoteName = useFootnoteName()
  const main = useArrival()
  const mount = useRef<HTMLDivElement>(null)
  // Before the frame is drawn: the one behind which the whole text is read.
  useLayoutEffect(() => {
    if (mount.current) showHead({ mount: mount.current, doc: head, language, footnoteName })
  }, [head, language, footnoteName])
  return (
    <div
      className={css.write}
      data-scroller
      data-narrow={narrow}
      onScroll={({ currentTarget }) => desk.set({ headTop: currentTarget.scrollTop })}
    >
      <main className={css.page} ref={main} data-region tabIndex={-1} aria-label={text.title} aria-busy>
        <Masthead text={text} desk={desk} doc={head} />
        <div className={css.sheet}>
          <div ref={mount} />
        </div>
        <output className={css.rest}>
          <Loader size="xs" aria-hidden /> {t('ways.rest')}
        </output>
      </main>
      {!narrow && <Aside name="comments">{null}</Aside>}
    </div>
  )
}
