/** Files that are dropped on a window: handed to the page as those from a dialog are, wherever on it they fall. */

export interface Dropped {
  readonly name: string
  readonly bytes: Uint8Array
}

/** One byte more than may be imported, so that whoever imports says that it is too much. */
const MOST_READ = 20 * 1024 * 1024 + 1

/** Hands over dropped files from now on; what is dragged within the page is the page's. */
export function takeDropped(take: (file: Dropped) => void): void {
  globalThis.addEventListener?.('dragover', (event) => {
    if (holdsFiles(event)) event.preventDefault()
  })
  globalThis.addEventListener?.(
    'drop',
    (event) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      for (const file of event.dataTransfer?.files ?? []) void read(file).then(take)
    },
    { capture: true },
  )
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

async function read(file: File): Promise<Dropped> {
  return { name: file.name, bytes: new Uint8Array(await file.slice(0, MOST_READ).arrayBuffer()) }
}
