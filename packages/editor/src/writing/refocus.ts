/** The caret where it was, when the keys come back to the text from elsewhere. */

import { Plugin } from 'prosemirror-state'

/**
 * A browser that is asked to focus the text (by a palette that closes, by Tab) puts its caret before the first word, and
 * ProseMirror puts it back a moment later: a fast key would find it at the top. Here it is back at once. A press says
 * where the caret goes after the focus came, so nothing of it is lost.
 */
export function refocusPlugin(): Plugin {
  return new Plugin({ props: { handleDOMEvents: { focus: (view) => view.focus() } } })
}
