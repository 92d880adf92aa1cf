/** A version as it was issued: the same page, read only, beside the list of versions. */

import { useQuery } from '@tanstack/react-query'
import type { api, Draft } from '@travaux/core'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useArrival } from '../app/arrival.ts'
import { Interlude } from '../app/failure.tsx'
import { goTo, Link } from '../app/router.tsx'
import type { Route } from '../app/route.ts'
import { Shell } from '../app/shell.tsx'
import { useStore } from '../app/store.ts'
import { VersionPalette } from '../palette/elsewhere.tsx'
import { Card } from '../refer/card.tsx'
import { Notes } from '../refer/notes.tsx'
import { Spoken } from '../spoken/live.tsx'
import { Aside } from '../text/aside.tsx'
import { openDesk, type Desk } from '../text/desk.ts'
import { CloseDrawer, DrawerButton, useDrawer } from '../text/drawer.tsx'
import { TextName, Ways } from '../text/header.tsx'
import { Masthead } from '../text/masthead.tsx'
import { Missing } from '../text/missing.tsx'
import { OutlineAside } from '../text/outline-aside.tsx'
import { useNarrow, useSmall } from '../text/narrow.ts'
import { paperOf } from '../text/paper.ts'
import css from '../text/text.module.css'
import { useSurface } from '../text/use-surface.ts'
import { useClause } from '../text/use-clause.ts'
import { textQuery, versionDraftQuery } from '../wire/queries.ts'
import { When } from '../words/when.tsx'
import { VersionsPanel } from './panel.tsx'
import { directionOf } from '../words/words.ts'

interface VersionScreenProps {
  readonly me: api.Me
  readonly route: Extract<Route, { kind: 'version' }>
}

export function VersionScreen({ me, route }: VersionScreenProps): ReactNode {
  const [desk] = useState(openDesk)
  const narrow = useNarrow()
  const small = useSmall()
  const drawer = useDrawer(desk, 'versions', small)
  const { data: text, error } = useQuery(textQuery(route.text))
  const { data: draft, error: draftError } = useQuery(versionDraftQuery({ text: route.text, id: route.version }))
  if (!text || !draft) {
    return (
      <Shell me={me}>
        <Interlude error={error ?? draftError} />
      </Shell>
    )
  }
  return (
    <Shell
      me={me}
      role={text.role}
      start={
        <>
          {narrow && <DrawerButton desk={desk} drawer="outline" />}
          <TextName text={text} />
        </>
      }
      middle={<Ways text={text.id} current="version" />}
      end={small && <DrawerButton desk={desk} drawer="versions" />}
    >
      <div className={css.table} data-words={directionOf(text.language)}>
        <OutlineAside
          {...{ desk, narrow, ...nothingMarked }}
          text={text.id}
          onGo={(clause) => {
            desk.set({ drawer: null })
            goTo({ ...route, clause }, { replace: true })
          }}
        />
        <div className={css.split}>
          <VersionPage {...{ text, draft, desk }} me={me.member.id} version={route.version} clause={route.clause} />
          <Aside name="versions" drawer={drawer}>
            <VersionsPanel
              text={text}
              reading={route.version}
              close={<CloseDrawer name="versions" drawer={drawer} />}
            />
          </Aside>
        </div>
      </div>
    </Shell>
  )
}

const nothingMarked = { threads: [], differences: new Map<string, never>() }

interface VersionPageProps {
  readonly me: string
  readonly text: api.TextSummary
  readonly draft: Draft
  readonly desk: Desk
  readonly version: string
  readonly clause: string | undefined
}

function VersionPage({ me, text, draft, desk, version, clause }: VersionPageProps): ReactNode {
  const paper = useMemo(() => paperOf(draft), [draft])
  const { surface, mount, scroller } = useSurface({ paper, member: me, editable: false, desk })
  const { t } = useTranslation()
  useClause({ desk, surface, clause, shown: true })
  const main = useArrival()
  const missing = useStore(desk, (state) => state.missing)
  return (
    <div className={css.splitMain} ref={scroller}>
      {surface && <VersionPalette {...{ text, version, surface, desk }} />}
      <Spoken desk={desk} threads={nothingMarked.threads} />
      <main className={css.page} ref={main} data-region tabIndex={-1} aria-label={draft.title}>
        {missing !== null && <Missing onClose={() => desk.set({ missing: null })}>{t('missing.version')}</Missing>}
        <VersionBanner text={text} version={text.versions.find(({ id }) => id === version)} />
        <Masthead text={draft} desk={desk} doc={paper.doc} />
        <div className={css.sheet}>
          <div ref={mount} />
          {surface && <Card surface={surface} desk={desk} />}
          <Notes desk={desk} surface={surface} language={draft.language} />
        </div>
      </main>
    </div>
  )
}

function VersionBanner({
  text,
  version,
}: {
  readonly text: api.TextSummary
  readonly version: api.Version | undefined
}): ReactNode {
  const { t } = useTranslation()
  if (!version) return null
  return (
    <div className={css.banner} data-tone="quiet">
      <span>
        {t('versions.reading', { number: version.number, label: version.label })} <When at={version.at} />
      </span>
      <Link to={{ kind: 'write', text: text.id }}>{t('versions.toLiving')}</Link>
    </div>
  )
}
