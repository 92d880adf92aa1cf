/** Whether the person here may write now, and what is said to them where they may not. */

import type { Point } from '@travaux/core'
import type { SurfaceEvents } from './surface.ts'

export class Pen {
  /** Whether they may write in this text at all. */
  editable: boolean
  readonly #events: Pick<SurfaceEvents, 'refusedTyping' | 'stranded'>
  #lost: Point | undefined

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
    else this.#events.stranded(this.#lost?.clause ?? null)
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

  /** The caret stands where the person wants it. */
  settle(): void {
    if (!this.#lost) return
    this.#lost = undefined
    this.#events.stranded(null)
  }
}
