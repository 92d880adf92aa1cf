/** The time slider: any moment of a text's past, with what was done marked on it. */

import { ActionIcon, Tooltip, useDirection } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { api } from '@travaux/core'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useExact } from '../words/when.tsx'
import css from './history.module.css'
import { lastBefore, marksIn, shareOf, stepFrom, type Span } from './stops.ts'
import { useTold } from './told.tsx'

interface SliderProps {
  readonly at: number
  readonly span: Span
  /** What happened, newest first. */
  readonly lines: readonly api.Activity[]
  readonly onMove: (at: number) => void
}

export function TimeSlider({ at, span, lines, onMove }: SliderProps): ReactNode {
  const { t } = useTranslation()
  const exact = useExact('medium')
  const told = useTold()
  const onward = useOnward()
  const last = lastBefore(at, lines)
  const move = (step: 1 | -1): void =>
    onMove(
      stepFrom(
        at,
        lines.map((line) => line.at),
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
      <p className={css.date} aria-live="off">
        <strong>{exact(at)}</strong> {last && `${last.name} ${told(last)}`}
      </p>
      <div className={css.rail}>
        <StepButton label={t('history.earlier')} disabled={at <= span.from} onPress={() => move(-1)}>
          <IconChevronLeft className={css.arrow} size={16} />
        </StepButton>
        <div className={css.track}>
          <Marks lines={lines} span={span} />
          <input
            className={css.range}
            type="range"
            aria-label={t('history.time')}
            aria-valuetext={[exact(at), last && `${last.name} ${told(last)}`].filter(Boolean).join(', ')}
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

/** For the eye: the keys stop at every one of them, and the slider says what it is. */
function Marks({ lines, span }: Pick<SliderProps, 'lines' | 'span'>): ReactNode {
  const exact = useExact()
  const told = useTold()
  return (
    <div className={css.marks} aria-hidden>
      {marksIn(lines).map((line) => (
        <span
          key={line.seq}
          className={css.mark}
          data-kind={line.kind}
          style={{ '--at': shareOf(line.at, span) } as CSSProperties}
          title={`${exact(line.at)}: ${line.name} ${told(line)}`}
        />
      ))}
    </div>
  )
}
