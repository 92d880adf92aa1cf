/** The versions of a text: issue one, read one, compare one. */

import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { allows, type api } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { Link } from '../app/router.tsx'
import { usePost } from '../wire/post.tsx'
import { membersQuery } from '../wire/queries.ts'
import { When } from '../words/when.tsx'
import { IssueForm } from './issue.tsx'
import css from './versions.module.css'

interface VersionsProps {
  readonly text: api.TextSummary
  /** The version that is being read, if one is. */
  readonly reading?: string | undefined
  /** The living text, where it is open: its numbers can be kept as a version is issued. */
  readonly doc?: Y.Doc | undefined
  /** What closes the panel, where it lies over the text. */
  readonly close?: ReactNode
}

export function VersionsPanel({ text, reading, doc, close }: VersionsProps): ReactNode {
  const { t } = useTranslation()
  const [issuing, setIssuing] = useState(false)
  const versions = text.versions.toSorted((a, b) => b.number - a.number)
  return (
    <div className={css.panel}>
      <div className={css.head}>
        <h2 className={css.title}>{t('versions.title')}</h2>
        {allows(text.role, 'version.issue') && !issuing && (
          <Button leftSection={<IconPlus size={14} />} onClick={() => setIssuing(true)}>
            {t('versions.issue')}
          </Button>
        )}
        {close}
      </div>
      {issuing && <IssueForm text={text} doc={doc} onClose={() => setIssuing(false)} />}
      {versions.length === 0 && <p className={css.empty}>{t('versions.empty')}</p>}
      <ol>
        {versions.map((version) => (
          <VersionItem key={version.id} version={version} text={text} reading={version.id === reading} />
        ))}
      </ol>
      {text.baseline && text.baseline.text !== text.id && <BaselineItem baseline={text.baseline} text={text} />}
    </div>
  )
}

interface ItemProps {
  readonly version: api.Version
  readonly text: api.TextSummary
  readonly reading: boolean
}

function VersionItem({ version, text, reading }: ItemProps): ReactNode {
  const { t } = useTranslation()
  const pinned = text.baseline?.id === version.id
  return (
    <li className={css.version} data-reading={reading}>
      <p className={css.name}>
        <span className={css.number}>{version.number}</span> {version.label}
      </p>
      <p className={css.facts}>
        {version.symbol !== '' && <>{version.symbol} · </>}
        <When at={version.at} />
        <IssuedBy member={version.by} />
        {pinned && <> · {t('versions.isBaseline')}</>}
      </p>
      <p className={css.links}>
        <Link to={{ kind: 'version', text: text.id, version: version.id }} aria-current={reading ? 'page' : undefined}>
          {t('versions.read')}
        </Link>
        <Link to={{ kind: 'compare', text: text.id, old: version.id, new: 'living' }}>{t('versions.compare')}</Link>
        {!pinned && allows(text.role, 'baseline.pin') && <Pin version={version} text={text.id} />}
      </p>
      <p className={css.seal} title={t('versions.sealMeaning')}>
        SHA-256 {version.sha256.slice(0, 16)}
      </p>
    </li>
  )
}

function IssuedBy({ member }: { readonly member: string }): ReactNode {
  const { data: name } = useQuery({
    ...membersQuery,
    select: (members) => members.find(({ id }) => id === member)?.name,
  })
  return name === undefined ? null : <> · {name}</>
}

/** Makes a version the one that the text is compared with. */
function Pin({ version, text }: { readonly version: api.Version; readonly text: string }): ReactNode {
  const { t } = useTranslation()
  const post = usePost(text)
  const pin = useMutation({
    mutationFn: () => post({ type: 'baseline.pin', text: version.text, version: version.id }),
    retry: false,
  })
  return (
    <>
      <UnstyledButton className={css.pin} disabled={pin.isPending} onClick={() => pin.mutate()}>
        {t('versions.pin')}
      </UnstyledButton>
      {pin.error && <span role="alert">{pin.error.message}</span>}
    </>
  )
}

function BaselineItem({
  baseline,
  text,
}: {
  readonly baseline: api.Version
  readonly text: api.TextSummary
}): ReactNode {
  const { t } = useTranslation()
  return (
    <section className={css.baseline}>
      <h3 className={css.title}>{t('versions.baseline')}</h3>
      <p className={css.name}>{baseline.label}</p>
      <p className={css.facts}>{baseline.symbol}</p>
      <p className={css.links}>
        <Link to={{ kind: 'version', text: baseline.text, version: baseline.id }}>{t('versions.read')}</Link>
        <Link to={{ kind: 'compare', text: text.id, old: baseline.id, new: 'living' }}>{t('versions.compare')}</Link>
      </p>
    </section>
  )
}
