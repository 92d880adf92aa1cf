/** Ctrl+F and Ctrl+H open the search of the text instead of the browser's, which does not see what is not drawn. */

import { useEffect, useState, type Dispatch, type SetStateAction } from 'react'

export function useFindKeys(enabled: boolean): [boolean, Dispatch<SetStateAction<boolean>>] {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (!enabled) return undefined
    const pressed = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !['f', 'h'].includes(event.key)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [enabled])
  return [open, setOpen]
}
