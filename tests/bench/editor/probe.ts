/** What is measured inside a page; handed to the browser as it stands, so it names nothing from outside. */

/** The page's own notes, in milliseconds by the page's clock. */
export interface Notes {
  /** When the socket was open that the text is to come by. */
  asked: number
  /** When the frame with the whole text came in. */
  arrived: number
  /** When words of the text were first on the screen. */
  words: number
  /** When the text could first be written on. */
  ready: number
  /** From the press of each key to when the frame that followed it was drawn. */
  readonly keys: number[]
  /** Long tasks: how long each held the page. */
  readonly long: number[]
  /** Runs something once the frame that is being prepared is drawn; to be called while it is. */
  readonly afterDrawing: (then: () => void) => void
  /** To be called when the text is asked for. */
  readonly ask: () => void
  /** To be called when the text is there. */
  readonly text: () => void
}

declare global {
  // oxlint-disable-next-line no-var
  var notes: Notes
}

/** Runs before anything else in the page. A frame of the socket above `size` bytes is taken for the text. */
export function probe(size: number): void {
  globalThis.notes = {
    asked: 0,
    arrived: 0,
    words: 0,
    ready: 0,
    keys: [],
    long: [],
    // A message posted while a frame is prepared is heard once it is drawn.
    afterDrawing: (then) => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', then, { once: true })
      port1.start()
      port2.postMessage(null)
    },
    ask: () => {
      if (notes.asked > 0) return
      notes.asked = performance.now()
      requestAnimationFrame(watch)
    },
    text: () => {
      notes.ask()
      notes.arrived = performance.now()
    },
  }
  const { notes } = globalThis
  const { afterDrawing } = notes
  const Native = globalThis.WebSocket
  globalThis.WebSocket = class extends Native {
    constructor(...args: ConstructorParameters<typeof Native>) {
      super(...args)
      this.addEventListener('open', () => notes.ask())
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (notes.arrived === 0 && data instanceof ArrayBuffer && data.byteLength > size) notes.text()
      })
    }
  }
  const watch = (): void => {
    const clause = document.querySelector('.clause')
    const box = clause?.getBoundingClientRect()
    const seen = box && box.height > 0 && box.top < innerHeight && (clause?.textContent ?? '') !== ''
    if (seen) {
      afterDrawing(() => (notes.words ||= performance.now()))
      if (clause?.closest('[contenteditable="true"]')) return afterDrawing(() => (notes.ready = performance.now()))
    }
    requestAnimationFrame(watch)
  }
  addEventListener(
    'keydown',
    ({ timeStamp }) => requestAnimationFrame(() => afterDrawing(() => notes.keys.push(performance.now() - timeStamp))),
    { capture: true },
  )
  new PerformanceObserver((list) => notes.long.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  })
}

/** Scrolls to a part of the text, from 0 to 1, and gives the milliseconds until words are drawn there. */
export function scrollTo(part: number): Promise<number> {
  const scroller = document.querySelector('[data-scroller], #scroller')
  if (!scroller) throw new Error('Nothing scrolls')
  const started = performance.now()
  scroller.scrollTop = part * (scroller.scrollHeight - scroller.clientHeight)
  return new Promise((resolve) => {
    const look = (): void => {
      const { left, top, width, height } = scroller.getBoundingClientRect()
      const middle = document.querySelector('.clause')?.getBoundingClientRect()
      const x = middle ? middle.left + middle.width / 2 : left + width / 2
      globalThis.notes.afterDrawing(() => {
        // So many that they are not all between clauses.
        const words = [0.3, 0.35, 0.4, 0.47, 0.5, 0.55, 0.6, 0.65, 0.7].some((at) =>
          document.elementFromPoint(x, top + height * at)?.closest('.clause'),
        )
        if (words) resolve(performance.now() - started)
        else requestAnimationFrame(look)
      })
    }
    requestAnimationFrame(look)
  })
}

/** Goes to the last clause as the page's own way of going there does, and gives the milliseconds until it is drawn. */
export function goToLast(id: string): Promise<number> {
  const started = performance.now()
  const last = (): Element | null =>
    document.querySelector(`.clause[data-id="${id}"]`) ?? [...document.querySelectorAll('.clause')].at(-1) ?? null
  if (document.querySelector('.clause[data-id]')) location.hash = `clause=${id}`
  else last()?.scrollIntoView({ block: 'start' })
  return new Promise((resolve) => {
    const look = (): void => {
      globalThis.notes.afterDrawing(() => {
        const { top = -1, bottom = -1 } = last()?.getBoundingClientRect() ?? {}
        if (bottom > 0 && top < innerHeight) resolve(performance.now() - started)
        else requestAnimationFrame(look)
      })
    }
    requestAnimationFrame(look)
  })
}
