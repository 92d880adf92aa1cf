/** The time slider: any moment of a text's past, with what was done marked on it. */

import { ActionIcon, Tooltip, useDirection } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useExact } from '../words/when.tsx'
import css from './history.module.css'
import type { Together } from './moments.ts'
import { marksIn, shareOf, stepFrom, toldOf, type Span } from './stops.ts'
import { useToldTogether } from './told.tsx'

interface SliderProps {
  readonly at: number
  readonly span: Span
  /** What happened, newest first. */
  readonly done: readonly Together[]
  /** The name of a clause that is still in the text. */
  readonly cite: (clause: string) => string | undefined
  readonly onMove: (at: number) => void
}

export function TimeSlider({ at, span, done, cite, onMove }: SliderProps): ReactNode {
  const { t } = useTranslation()
  const exact = useExact('medium')
  const said = useSaid(cite)
  const onward = useOnward()
  const then = toldOf(at, done).map(said).join(t('history.andThen'))
  const move = (step: 1 | -1): void =>
    onMove(
      stepFrom(
        at,
        done.map(([line]) => line.at),
        step,
        span,
      ),
    )
  const pressed = (event: KeyboardEvent): void => {
    const step = onward(event.key)
    if (step === undefined) return
    event.preventDefault()
    move(step)
  }
  return (
    <div className={css.slider}>
      <p className={css.date} title={then} aria-live="off">
        <strong>{exact(at)}</strong> {then}
      </p>
      <div className={css.rail}>
        <StepButton label={t('history.earlier')} disabled={at <= span.from} onPress={() => move(-1)}>
          <IconChevronLeft className={css.arrow} size={16} />
        </StepButton>
        <div className={css.track}>
          <Marks {...{ done, span, cite }} />
          <input
            className={css.range}
            type="range"
            aria-label={t('history.time')}
            aria-valuetext={[exact(at), then].filter(Boolean).join(', ')}
            min={span.from}
            max={span.to}
            step={1}
            value={at}
            disabled={span.from === span.to}
            onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
            onKeyDown={pressed}
          />
        </div>
        <StepButton label={t('history.later')} disabled={at >= span.to} onPress={() => move(1)}>
          <IconChevronRight className={css.arrow} size={16} />
        </StepButton>
      </div>
    </div>
  )
}

/** Which way an arrow key goes in time: forward in the direction one reads, and upward. */
function useOnward(): (key: string) => 1 | -1 | undefined {
  const { dir } = useDirection()
  const [later, earlier] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  return (key) => {
    if (key === later || key === 'ArrowUp') return 1
    return key === earlier || key === 'ArrowDown' ? -1 : undefined
  }
}

interface StepProps {
  readonly label: string
  readonly disabled: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}

function StepButton({ label, disabled, onPress, children }: StepProps): ReactNode {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={onPress}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** Who did something, what, and to which clauses. */
function useSaid(cite: SliderProps['cite']): (done: Together) => string {
  const { t } = useTranslation()
  const told = useToldTogether()
  return (done) => {
    const [{ name, clauses }] = done
    const [first, ...others] = clauses.flatMap((clause) => cite(clause) || [])
    const more = others.length > 0 ? ` ${t('history.moreClauses', { count: others.length })}` : ''
    return `${name} ${told(done)}${first === undefined ? '' : ` · ${first}${more}`}`
  }
}

/** For the eye: the keys stop at every one of them, and the slider says what it is. */
function Marks({ done, span, cite }: Pick<SliderProps, 'done' | 'span' | 'cite'>): ReactNode {
  const exact = useExact()
  const said = useSaid(cite)
  return (
    <div className={css.marks} aria-hidden>
      {marksIn(done).map((one) => (
        <span
          key={one[0].seq}
          className={css.mark}
          data-kind={one[0].kind}
          style={{ '--at': shareOf(one[0].at, span) } as CSSProperties}
          title={`${exact(one[0].at)}: ${said(one)}`}
        />
      ))}
    </div>
  )
}
