/** Figures as people read them: a line for each, ours beside the others, as multiples. */

import { ratio, type Figure } from './measure/figure.ts'

const OURS = 'Travaux'

/** A figure in a few lines. */
export function lines(figure: Figure): string[] {
  const { name, unit, values, notes } = figure
  const others = Object.keys(values).filter((other) => other !== OURS)
  return [
    name,
    `  ${OURS}: ${shown(values[OURS])} ${unit}`,
    ...others.map((other) => `  ${other}: ${shown(values[other])} ${unit}${better(figure, other)}`),
    ...(notes === undefined ? [] : [`  (${notes})`]),
  ]
}

function better(figure: Figure, other: string): string {
  const times = ratio(figure, OURS, other)
  if (times === undefined) return ''
  return times === Infinity ? '   ours: beyond any ratio' : `   ours: ${times.toFixed(2)} times as good`
}

function shown(value: number | undefined): string {
  if (value === undefined) return 'not measured'
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)))
}
