/** What is said where the address names a clause that is not in what is shown. */

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEscape } from '../app/escape.ts'
import { Notice } from './notice.tsx'

interface MissingProps {
  readonly children: ReactNode
  /** What its button says; to close it where nothing else can be done. */
  readonly way?: string
  readonly onWay?: () => void
  readonly onClose: () => void
}

export function Missing({ children, way, onWay, onClose }: MissingProps): ReactNode {
  const { t } = useTranslation()
  useEscape(true, onClose)
  return (
    <Notice label={t('missing.label')} way={way ?? t('missing.close')} onLeave={onWay ?? onClose}>
      {children}
    </Notice>
  )
}
