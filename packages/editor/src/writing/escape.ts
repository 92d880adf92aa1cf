/** Escape in the text, once whatever floats over it has had its chance to close. */

import { Plugin } from 'prosemirror-state'

/** To stand behind every plugin that takes keys. */
export function escapePlugin(escaped: () => void): Plugin {
  return new Plugin({
    props: {
      handleKeyDown: (_view, event) => {
        if (event.key === 'Escape' && !event.isComposing) escaped()
        return false
      },
    },
  })
}
