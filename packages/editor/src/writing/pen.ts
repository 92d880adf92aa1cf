/** Whether the person here may write now, what is said to them where they may not, and what they typed meanwhile. */

import type { Point } from '@travaux/core'
import type { SurfaceEvents } from './surface.ts'

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

export class Pen {
  /** Whether they may write in this text at all. */
  editable: boolean
  readonly #events: Pick<SurfaceEvents, 'refusedTyping' | 'stranded'>
  #lost: Point | undefined
  #kept = ''

  constructor(editable: boolean, events: Pick<SurfaceEvents, 'refusedTyping' | 'stranded'>) {
    this.editable = editable
    this.#events = events
  }

  /** Where the caret was when somebody else took its clause away: nothing is written until it is put somewhere. */
  get lost(): Point | undefined {
    return this.#lost
  }

  get mayWrite(): boolean {
    return this.editable && this.#lost === undefined
  }

  /** Says why nothing is written. */
  readonly refuse = (): void => {
    if (!this.editable) this.#events.refusedTyping()
    else if (this.#lost) this.#events.stranded({ clause: this.#lost.clause, kept: this.#kept, over: false })
  }

  /** Whether nothing is written, which is then said. */
  refuses(): boolean {
    if (!this.mayWrite) this.refuse()
    return !this.mayWrite
  }

  /** The clause of the caret is gone. */
  lose(caret: Point): void {
    this.#lost ??= caret
  }

  /** Keeps what was typed for the clause that is gone, and shows it. */
  keep(typed: string): void {
    if (this.#lost) this.#kept += typed
    this.refuse()
  }

  /** Takes the last character back that was kept. */
  takeBack(): void {
    const last = [...graphemes.segment(this.#kept)].at(-1)
    if (last) this.#kept = this.#kept.slice(0, last.index)
    this.refuse()
  }

  /** The clause is back: gives where the caret was in it, and what is to be written there. */
  resume(): { readonly caret: Point; readonly kept: string } | undefined {
    const [caret, kept] = [this.#lost, this.#kept]
    if (!caret) return undefined
    this.#free()
    this.#events.stranded(null)
    return { caret, kept }
  }

  /** The caret stands where the person wants it. What was kept is not written there: it was meant for another clause. */
  settle(): void {
    if (!this.#lost) return
    const { clause } = this.#lost
    const kept = this.#kept
    this.#free()
    this.#events.stranded(kept === '' ? null : { clause, kept, over: true })
  }

  #free(): void {
    this.#lost = undefined
    this.#kept = ''
  }
}
