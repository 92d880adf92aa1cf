/** Gathering what others did, so that many hands cost one change of the view. */

/** Milliseconds from the first change until all that came since is shown. */
const GATHER = 33
/** The same while somebody types here: what waits is shown behind the frame of their next key, or after this long. */
const GATHER_WHILE_TYPING = 100
/** Milliseconds after their last change for which a person counts as typing. */
const TYPING = 250
/**
 * Milliseconds after the last change of letters that are being composed (by an input method, a dead key) for which what
 * others did waits: the browser would write half a composition twice where the text is drawn anew around it.
 */
const COMPOSING = 2000
/** Milliseconds until the view has read what was composed. */
const READ = 60

export interface Gatherer<T> {
  readonly add: (item: T) => void
  /** Something was written here. */
  readonly typed: () => void
  /** Shows what was gathered, now; nothing where that is nothing. */
  readonly show: () => void
  /** Takes no more, and shows nothing later. */
  readonly stop: () => void
}

/** `shown` gets what came, in order. */
export function openGatherer<T>(shown: (gathered: readonly T[]) => void): Gatherer<T> {
  let waiting: T[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let lastTyped = -Infinity
  let composed = -Infinity
  let stopped = false

  const show = (): void => {
    clearTimeout(timer)
    timer = undefined
    const rest = composed + COMPOSING - performance.now()
    if (rest > 0) {
      if (waiting.length > 0) timer = setTimeout(show, rest)
      return
    }
    const gathered = waiting
    waiting = []
    if (gathered.length > 0) shown(gathered)
  }
  const composing = (): void => {
    composed = performance.now()
  }
  const settled = (): void => {
    composed = -Infinity
    clearTimeout(timer)
    timer = setTimeout(show, READ)
  }
  const listeners = { compositionstart: composing, compositionupdate: composing, compositionend: settled }
  for (const [name, listener] of Object.entries(listeners))
    globalThis.document?.addEventListener(name, listener, { capture: true })
  return {
    add: (item) => {
      if (stopped) return
      waiting.push(item)
      if (isUnseen()) return show()
      const typing = performance.now() - lastTyped < TYPING
      timer ??= setTimeout(show, typing ? GATHER_WHILE_TYPING : GATHER)
    },
    typed: () => {
      lastTyped = performance.now()
    },
    show,
    stop: () => {
      stopped = true
      clearTimeout(timer)
      for (const [name, listener] of Object.entries(listeners))
        globalThis.document?.removeEventListener(name, listener, { capture: true })
    },
  }
}

/** Whether nobody looks at the page: then nothing is gained by waiting, and the browser would make it long. */
function isUnseen(): boolean {
  return globalThis.document?.visibilityState === 'hidden'
}
