/** Where the server's rooms are, and what the room of a text is called. */

/** The `ws:` or `wss:` address of the rooms of the server that a page came from. */
export function syncAddress({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/sync`
}

/** Name of the room of a text. */
export function roomOf(text: string): string {
  return `text:${text}`
}
