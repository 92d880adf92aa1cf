/** Reading what the browser did before its own events tell of it. */

import type { EditorView } from 'prosemirror-view'

/**
 * Reads what the browser already did but has not yet told the view (a click's new caret, typed characters), before the
 * document changes under it. ProseMirror does this itself before its own events; it has no public name for it.
 */
export function flush(view: EditorView): void {
  const { domObserver } = view as unknown as { domObserver: { flush: () => void } }
  if (!view.isDestroyed) domObserver.flush()
}
