/** One refused state of the text: when and why it was refused, its changes, and what becomes of the whole. */

import { Button, Menu } from '@mantine/core'
import { closeReason } from '@travaux/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { usePorts } from '../app/ports.ts'
import { keptDraft, type Kept } from '../sync/kept.ts'
import { useClosed } from '../words/closed.ts'
import type { Surface } from '../writing/surface.ts'
import { When } from '../words/when.tsx'
import { KeptChange } from './change.tsx'
import { fileOf, type FileKind } from './file.ts'
import css from './kept.module.css'
import { isTaken, takenBefore, takeOver } from './take.ts'
import type { KeptShelf } from './use-shelf.ts'
import { useMissing } from './use-missing.ts'

export interface StateProps {
  readonly kept: Kept
  readonly shelf: KeptShelf
  readonly doc: Y.Doc
  readonly surface: Surface | null
  /** Whether the reader may take words over. */
  readonly editable: boolean
}

export function KeptState({ kept, shelf, doc, surface, editable }: StateProps): ReactNode {
  const { t } = useTranslation()
  const says = useClosed()
  const compared = useMissing(doc, kept.state)
  const reason = closeReason(kept.code)
  if (compared.kind === 'working') return null
  const { pairs, draft } = compared.kind === 'done' ? compared : { pairs: [], draft: undefined }
  const left = pairs.filter((pair) => !isTaken(doc, kept.taken, pair))
  return (
    <section className={css.state} aria-label={t('kept.state')}>
      <p className={css.note}>
        <When at={kept.at} /> {reason && `· ${says(reason)}`}
      </p>
      {compared.kind === 'failed' && <p role="alert">{t('kept.failed', { why: compared.says })}</p>}
      {draft && left.length === 0 && <p>{t('kept.nothingLeft')}</p>}
      <ol>
        {left.map((pair) => (
          <KeptChange
            key={pair.new[0]?.id ?? pair.old[0]?.id}
            pair={pair}
            onTake={
              editable && surface && draft
                ? () => {
                    const before = takenBefore(doc, pair)
                    surface.change((hand) => takeOver(hand, draft, pair))
                    shelf.take(kept, before)
                  }
                : undefined
            }
          />
        ))}
      </ol>
      <Whole kept={kept} spent={draft !== undefined && left.length === 0} onDrop={() => shelf.drop(kept)} />
    </section>
  )
}

interface WholeProps {
  readonly kept: Kept
  /** Whether nothing in it is still to be taken over. */
  readonly spent: boolean
  readonly onDrop: () => void
}

/** Saving a refused state as a file, and letting go of it: asked once, unless all of it was taken over. */
function Whole({ kept, spent, onDrop }: WholeProps): ReactNode {
  const { t } = useTranslation()
  const [asking, ask] = useState(false)
  if (asking) {
    return (
      <div className={css.whole} role="alert">
        <p>{t('kept.sure')}</p>
        <Button color="red" variant="filled" onClick={onDrop}>
          {t('kept.discard')}
        </Button>
        <Button onClick={() => ask(false)}>{t('kept.keep')}</Button>
      </div>
    )
  }
  return (
    <div className={css.whole}>
      <SaveAsFile kept={kept} />
      {spent ? (
        <Button onClick={onDrop}>{t('kept.putAway')}</Button>
      ) : (
        <Button className={css.discard} variant="subtle" color="red" onClick={() => ask(true)}>
          {t('kept.discard')}
        </Button>
      )}
    </div>
  )
}

const fileKinds = ['json', 'md'] as const satisfies readonly FileKind[]

function SaveAsFile({ kept }: { readonly kept: Kept }): ReactNode {
  const { t } = useTranslation()
  const { host } = usePorts()
  const save = (kind: FileKind): void => {
    const draft = keptDraft(kept)
    void host.saveFile(fileOf(draft, `${draft.title} ${new Date(kept.at).toISOString().slice(0, 10)}`, kind))
  }
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button>{t('kept.save')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fileKinds.map((kind) => (
          <Menu.Item key={kind} onClick={() => save(kind)}>
            {t(`kept.as.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
