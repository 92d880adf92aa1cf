/** What stands where something could not be shown: what happened, that nothing was lost, what to do. */

import { Button, Loader } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../wire/http.ts'
import { useArrival } from './arrival.ts'
import css from './app.module.css'
import { Link } from './router.tsx'

interface FailureProps {
  readonly error: Error
  readonly onRetry?: () => void
  /** `h1` where nothing else stands on the screen. */
  readonly heading?: 'h1' | 'h2'
}

export function Failure({ error, onRetry, heading: Heading = 'h2' }: FailureProps): ReactNode {
  const { t } = useTranslation()
  const refused = error instanceof Refusal
  return (
    <div className={css.failure} role="alert">
      <Heading>{t(refused ? 'failure.refused' : 'failure.unreachable')}</Heading>
      <p>{refused ? error.message : t('failure.nothingLost')}</p>
      {onRetry && !refused && <Button onClick={onRetry}>{t('failure.again')}</Button>}
      {refused && <Link to={{ kind: 'texts' }}>{t('failure.toTexts')}</Link>}
    </div>
  )
}

interface InterludeProps {
  readonly error: Error | null
  readonly onRetry?: () => void
}

/** Stands in the middle of a screen whose text is on its way, or did not come. */
export function Interlude({ error, onRetry }: InterludeProps): ReactNode {
  return (
    <main data-region tabIndex={-1}>
      {error ? <Failure error={error} heading="h1" {...(onRetry && { onRetry })} /> : <Waiting />}
    </main>
  )
}

/** Shown while something is on its way; nothing is said before it takes long enough to be noticed. */
export function Waiting(): ReactNode {
  const { t } = useTranslation()
  return (
    <output className={css.waiting}>
      <Loader size="xs" aria-hidden /> {t('failure.waiting')}
    </output>
  )
}

export function NotFound({ path }: { readonly path: string }): ReactNode {
  const { t } = useTranslation()
  const main = useArrival()
  return (
    <main className={css.failure} ref={main} tabIndex={-1}>
      <h1>{t('failure.notFound')}</h1>
      <p>{t('failure.notFoundHow', { path })}</p>
      <Link to={{ kind: 'texts' }}>{t('failure.toTexts')}</Link>
    </main>
  )
}

/** Catches what breaks while drawing, so that a fault in a panel never takes the words away. */
export class Guard extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error }
  }

  override render(): ReactNode {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children
  }
}

function Broken({ error }: { readonly error: Error }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className={css.failure} role="alert">
      <h2>{t('failure.broken')}</h2>
      <p>{t('failure.brokenHow')}</p>
      <p className={css.detail}>{error.message}</p>
      <Button onClick={() => window.location.reload()}>{t('failure.reload')}</Button>
    </div>
  )
}
