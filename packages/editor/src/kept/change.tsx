/** One clause that refused words would change, to be taken over or copied. */

import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import type { Pair } from '@travaux/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Redline } from '../compare/redline.tsx'
import { Tags } from '../compare/tags.tsx'
import css from './kept.module.css'

interface ChangeProps {
  readonly pair: Pair
  /** Absent where the reader may not write. */
  readonly onTake: (() => void) | undefined
}

export function KeptChange({ pair, onTake }: ChangeProps): ReactNode {
  const { t } = useTranslation()
  const clipboard = useClipboard({ timeout: 2000 })
  return (
    <li className={css.change}>
      <Tags pair={pair} />
      <p className={css.words} dir="auto">
        <Redline words={pair.words} />
      </p>
      <div className={css.acts}>
        {onTake && (
          <Button variant="filled" onClick={onTake}>
            {t('kept.take')}
          </Button>
        )}
        <Button onClick={() => clipboard.copy(keptWords(pair))}>
          {t(clipboard.copied ? 'kept.copied' : 'kept.copy')}
        </Button>
      </div>
    </li>
  )
}

/** What a person means by their words: the clauses as they would stand, or those they deleted. */
function keptWords({ old, new: now }: Pair): string {
  return (now.length > 0 ? now : old).map(({ text }) => text).join('\n')
}
