/** The caret where it was, when the keys come back to the text from elsewhere. */

import { Plugin } from 'prosemirror-state'

/**
 * A browser that is asked to focus the text (by a palette that closes, by Tab) puts its caret before the first word, and
 * ProseMirror puts it back a moment later: a fast key would find it at the top. Here it is back at once. A press says
 * itself where the caret goes: Chromium leaves selected words selected that are put back while it is pressed.
 */
export function refocusPlugin(): Plugin {
  let pressed = false
  const release = (): void => {
    pressed = false
  }
  const press = (): void => {
    pressed = true
    // The focus follows the press at once.
    setTimeout(release)
  }
  return new Plugin({
    props: {
      handleDOMEvents: {
        mousedown: press,
        focus: (view) => {
          if (!pressed) view.focus()
        },
      },
    },
  })
}
