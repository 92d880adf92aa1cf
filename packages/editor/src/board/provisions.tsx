/** What is open, provision by provision: each line goes to its place in the text. */

import { readableText, type api, type OpenPlace, type OpenProvision } from '@travaux/core'
import { memo, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../app/router.tsx'
import { hueOf } from '../people/hue.ts'
import type { OutlineItem } from '../writing/surface.ts'
import css from './board.module.css'

interface ProvisionsProps {
  readonly text: api.TextSummary
  readonly provisions: readonly OpenProvision[]
  readonly named: ReadonlyMap<string, OutlineItem>
  /** Only what is attributed to this delegation; everything where it is null. */
  readonly sponsor: string | null
}

export function Provisions({ text, provisions, named, sponsor }: ProvisionsProps): ReactNode {
  return provisions.map((provision) => {
    const places = provision.places.filter((place) => isBy(place, sponsor))
    if (places.length === 0) return null
    return (
      <section key={provision.heading} className={css.provision}>
        <Heading item={named.get(provision.heading)} text={text.id} count={places.length} />
        <ul>
          {places.map((place, at) => (
            <Place
              key={keyOf(place)}
              place={place}
              isFirst={place.clause !== places[at - 1]?.clause}
              text={text.id}
              name={named.get(place.clause)?.name ?? ''}
              language={text.language}
            />
          ))}
        </ul>
      </section>
    )
  })
}

function isBy(place: OpenPlace, sponsor: string | null): boolean {
  return sponsor === null || ('pair' in place && place.pair.sponsors.includes(sponsor))
}

function keyOf(place: OpenPlace): string {
  const at = 'pair' in place ? place.pair.from : place.kind === 'alone' ? place.at : 0
  return `${place.clause} ${place.kind} ${at}`
}

interface HeadingProps {
  readonly item: OutlineItem | undefined
  readonly text: string
  readonly count: number
}

function Heading({ item, text, count }: HeadingProps): ReactNode {
  const { t } = useTranslation()
  return (
    <h2 className={css.heading}>
      {item ? (
        <Link to={{ kind: 'write', text, clause: item.id }}>
          {item.label && <span className={css.number}>{item.label}</span>} <bdi>{item.words}</bdi>
        </Link>
      ) : (
        t('board.front')
      )}
      <span className={css.count}>{count}</span>
    </h2>
  )
}

interface PlaceProps {
  readonly place: OpenPlace
  /** Whether it is the first of its clause: those behind it stand beneath the same name, which only a screen reader repeats. */
  readonly isFirst: boolean
  readonly text: string
  readonly name: string
  readonly language: string
}

const Place = memo(function Place({ place, isFirst, text, name, language }: PlaceProps): ReactNode {
  const { t } = useTranslation()
  const depth = 'pair' in place ? place.pair.depth - 1 : 0
  return (
    <li style={{ '--depth': depth } as CSSProperties}>
      <Link className={css.place} to={{ kind: 'write', text, clause: place.clause }}>
        <span className={css.cite} title={isFirst ? name : undefined} dir="auto">
          <span className={isFirst ? undefined : 'hidden-words'}>{name}</span>
        </span>
        <span className={css.what}>
          {'pair' in place &&
            place.pair.sponsors.map((name) => (
              <span key={name} className={css.code} style={{ '--hue': hueOf(name) } as CSSProperties}>
                {name}
              </span>
            ))}
          {place.kind === 'placeholder' && <span className={css.tag}>{t('board.toFillIn')}</span>}
          {place.kind === 'alone' && <span className={css.tag}>{t('board.alone')}</span>}
          {place.kind === 'option' && <span className={css.tag}>{t('board.option', { number: place.nth })}</span>}
          <span className={css.words} lang={language} dir="auto">
            {readableText('pair' in place ? `[${place.words}]` : place.words)}
          </span>
        </span>
      </Link>
    </li>
  )
}, samePlace)

/** Places are made anew with every change of the text: what counts is what they say. */
function samePlace({ place: a, ...before }: PlaceProps, { place: b, ...now }: PlaceProps): boolean {
  if (before.isFirst !== now.isFirst || before.text !== now.text) return false
  if (before.name !== now.name || before.language !== now.language) return false
  if (a.kind !== b.kind || a.clause !== b.clause || a.words !== b.words) return false
  if ('pair' in a && 'pair' in b)
    return a.pair.depth === b.pair.depth && a.pair.sponsors.join() === b.pair.sponsors.join()
  return !('nth' in a && 'nth' in b) || a.nth === b.nth
}
