/** Saving a comparison as a file: a page that stands alone, Markdown, or JSON. */

import { Button, Menu } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, changedBy, reportHtml, reportJson, reportMarkdown, type Comparison, type Reported } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePorts } from '../app/ports.ts'
import { ask } from '../wire/http.ts'
import type { Source } from './comparer.ts'
import type { Choice } from './sides.ts'

interface SaveReportProps {
  readonly text: api.TextSummary
  readonly comparison: Comparison
  readonly sides: readonly [Choice, Choice]
  readonly sources: readonly Source[]
  readonly names: { readonly old: string; readonly new: string }
}

const kinds = [
  { extension: 'html', type: 'text/html', write: reportHtml },
  { extension: 'md', type: 'text/markdown', write: reportMarkdown },
  { extension: 'json', type: 'application/json', write: reportJson },
] as const

export function SaveReport(props: SaveReportProps): ReactNode {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const { host } = usePorts()
  const save = async ({ extension, type, write }: (typeof kinds)[number]): Promise<void> => {
    const who = await whoChanged(client, props)
    const made = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' }).format(Date.now())
    const reported = { ...reportedOf(props, i18n.language), ...(who && { who }), made }
    await host.saveFile({ name: `${fileName(props.text.title)}.${extension}`, type, content: write(reported) })
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconDownload size={14} />}>{t('compare.report')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => (
          <Menu.Item key={kind.extension} onClick={() => void save(kind)}>
            {t(`compare.reportAs.${kind.extension}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconPrinter size={14} />} onClick={host.print}>
          {t('compare.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function reportedOf({ text, comparison, sources: [old, current], names }: SaveReportProps, language: string): Reported {
  const side = (name: string, source: Source | undefined) => {
    const { title, language } = source?.kind === 'draft' ? source.draft : text
    return { name, title, language }
  }
  return {
    comparison,
    old: side(names.old, old),
    new: side(names.new, current),
    language: language.startsWith('fr') ? 'fr' : 'en',
  }
}

/** Known where the new side is the living text and the old one an earlier state of it. */
async function whoChanged(
  client: QueryClient,
  { text, sides: [old, current] }: SaveReportProps,
): Promise<Reported['who']> {
  const since =
    old.kind === 'moment'
      ? old.seq
      : old.kind === 'version' && old.version.text === text.id
        ? old.version.seq
        : undefined
  if (since === undefined || current.kind !== 'living') return undefined
  const blame = await client
    .fetchQuery({
      queryKey: ['text', text.id, 'history', 'blame'],
      queryFn: ({ signal }) => ask(`/api/texts/${encodeURIComponent(text.id)}/blame`, api.blameSchema, { signal }),
    })
    // A report that does not say who is still a report.
    .catch(() => undefined)
  return blame && changedBy(blame, since)
}

/** Letters and digits of the title, for a file name that every system takes. */
function fileName(title: string): string {
  const words = title.normalize('NFKD').match(/[\p{L}\p{N}]+/gu) ?? []
  return ['comparison', ...words.slice(0, 6)].join('-').toLowerCase()
}
