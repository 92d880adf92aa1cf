/** The writing surface on the table: opened into an element, its news put on the desk. */

import { useCallback, useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { closeLast } from '../app/escape.ts'
import { behindFrame } from '../app/frame.ts'
import { nothingOpened, useOpened } from '../app/opened.ts'
import { usePorts } from '../app/ports.ts'
import { isLong, shownKind } from '@travaux/core'
import { showHead } from '../writing/head.ts'
import type { Says, Surface, SurfaceEvents, SurfaceOptions } from '../writing/surface.ts'
import type { Desk } from './desk.ts'
import { sayHow, sayLanded } from './how.ts'
import { threadPresses } from './press-thread.ts'

/** What is to be written on. */
export interface Paper extends Pick<SurfaceOptions, 'doc' | 'awareness' | 'beforeReceive'> {
  readonly label: string
  readonly language: string
}

export interface SurfacePlan {
  /** Must be the same value as long as it is the same paper. */
  readonly paper: Paper
  readonly member: string
  readonly editable: boolean
  readonly desk: Desk
}

export interface Mounted {
  readonly surface: Surface | null
  readonly mount: RefObject<HTMLDivElement | null>
  readonly scroller: RefObject<HTMLDivElement | null>
}

export function useSurface({ paper, member, editable, desk }: SurfacePlan): Mounted {
  const { openSurface } = usePorts()
  const placeholder = usePlaceholder()
  const footnoteName = useFootnoteName()
  const says = useSays()
  const mount = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const open = useCallback(
    (tell: (surface: Surface) => void) => {
      if (!mount.current || !scroller.current) return nothingOpened
      const places = { mount: mount.current, scroller: scroller.current }
      const words = { placeholder, footnoteName, says }
      let opened: Surface | undefined
      const begin = (): void => {
        places.mount.replaceChildren()
        opened = openSurface({ ...paper, ...places, member, ...words, editable: false, events: eventsFor(desk) })
        hideFromReact(places.mount)
        tell(opened)
      }
      const lead = (): (() => void) => {
        showHead({ ...paper, mount: places.mount, footnoteName })
        places.scroller.scrollTop = desk.get().headTop
        return behindFrame(begin)
      }
      const stop = isLong(paper.doc) ? lead() : begin()
      return () => {
        stop?.()
        opened?.destroy()
      }
    },
    [openSurface, paper, member, placeholder, footnoteName, says, desk],
  )
  const surface = useOpened<Surface | null>(open, null)
  useEffect(() => surface?.setEditable(editable), [surface, editable])
  useLayoutNews(mount, desk)
  return { surface, mount, scroller }
}

/**
 * At every commit, React walks all nodes of a focused editable element to remember the selection: 12 ms in a text of
 * 10,000 clauses. It asks the property, everything else asks the attribute; the selection is the surface's own affair.
 */
function hideFromReact(mount: HTMLElement): void {
  for (const element of [mount, ...mount.querySelectorAll('[role="textbox"]')]) {
    Object.defineProperty(element, 'contentEditable', {
      get: () => 'inherit',
      set: (value: string) => {
        element.setAttribute('contenteditable', value)
      },
      configurable: true,
    })
  }
}

/** The page grows as groups that come into sight are measured: whatever stands beside it moves along. */
function useLayoutNews(mount: RefObject<HTMLDivElement | null>, desk: Desk): void {
  useEffect(() => {
    if (!mount.current) return undefined
    const observer = new ResizeObserver(() => desk.set({ layout: desk.get().layout + 1 }))
    observer.observe(mount.current)
    return () => observer.disconnect()
  }, [mount, desk])
}

/** The same function in every language: another one would open the surface anew, and its undo would be lost. */
function usePlaceholder(): (kind: string) => string {
  const { i18n } = useTranslation()
  return useCallback((kind: string) => i18n.t(`placeholder.${shownKind(kind)}`), [i18n])
}

/** What a footnote is called to those who hear the page. */
export function useFootnoteName(): (number: number) => string {
  const { i18n } = useTranslation()
  return useCallback((number: number) => i18n.t('refer.footnote', { number }), [i18n])
}

function useSays(): Says {
  const { i18n } = useTranslation()
  return useCallback((what, values = {}) => i18n.t(`surface.${what}`, { ...values }), [i18n])
}

function eventsFor(desk: Desk): SurfaceEvents {
  return {
    outline: (items) => desk.set({ items }),
    selection: (caret, selected) => desk.set({ caret, selected }),
    scrolled: (top, here) => desk.set({ top, here }),
    layout: () => desk.set({ layout: desk.get().layout + 1 }),
    threadPressed: threadPresses(desk),
    differencePressed: (difference) => desk.set({ difference }),
    attributing: () => desk.set({ attributing: true }),
    unable: sayHow,
    unfolded: (unfolded) => desk.set({ focus: null, unfolded }),
    escaped: closeLast,
    refusedTyping: () => desk.set({ refusedTyping: true }),
    pasting: (pasting) => desk.set({ pasting }),
    leftOut: (leftOut) => desk.set({ leftOut }),
    landed: sayLanded,
    stranded: (stranded) => desk.set({ stranded, buried: desk.get().buried.filter((id) => id !== stranded?.clause) }),
    picking: (picking) => desk.set({ picking }),
    pointed: (pointed) => {
      if (pointed !== desk.get().pointed) desk.set({ pointed })
    },
    noting: (noting) => desk.set({ noting, pointed: null }),
    notes: (notes) => desk.set({ notes }),
  }
}
