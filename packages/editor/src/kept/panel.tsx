/** Words of mine that the server did not take: what they would change, and what can be done with them. */

import { CloseButton } from '@mantine/core'
import { useFocusReturn } from '@mantine/hooks'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from '../app/store.ts'
import { Aside } from '../text/aside.tsx'
import type { Desk } from '../text/desk.ts'
import { useDrawer } from '../text/drawer.tsx'
import { KeptState, type StateProps } from './state.tsx'
import css from './kept.module.css'

interface KeptProps extends Omit<StateProps, 'kept'> {
  readonly desk: Desk
}

/** Stands over the rail, and costs nothing while it is closed. */
export function KeptAside(props: KeptProps): ReactNode {
  const drawer = useDrawer(props.desk, 'kept', true)
  const opened = useStore(props.desk, (state) => state.drawer === 'kept')
  useFocusReturn({ opened })
  return (
    <Aside name="kept" drawer={drawer}>
      {opened && <KeptList {...props} />}
    </Aside>
  )
}

function KeptList(props: KeptProps): ReactNode {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={css.panel}>
      <div className={css.head}>
        <h2 className={css.title} ref={heading} tabIndex={-1}>
          {t('kept.title')}
        </h2>
        <CloseButton size="sm" aria-label={t('kept.close')} onClick={() => props.desk.set({ drawer: null })} />
      </div>
      <p className={css.note}>{t(props.editable ? 'kept.meaning' : 'kept.meaningReading')}</p>
      {props.shelf.kept.map((kept) => (
        <KeptState key={kept.id} kept={kept} {...props} />
      ))}
    </div>
  )
}
