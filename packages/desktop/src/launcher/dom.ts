/** Making elements, in one line each. */

type Child = Node | string | undefined

interface Marks {
  readonly class?: string
  readonly onPress?: () => void
  readonly label?: string
  readonly disabled?: boolean
}

export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { class: className, onPress, label, disabled }: Marks,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  if (className !== undefined) element.className = className
  if (label !== undefined) element.setAttribute('aria-label', label)
  if (element instanceof HTMLButtonElement) {
    element.type = 'button'
    element.disabled = disabled ?? false
  }
  if (onPress) element.addEventListener('click', onPress)
  element.append(...children.filter((child) => child !== undefined))
  return element
}

/** The element that the page has under this id. @throws where it has none */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no ${id}`)
  return found
}

/** Does it, with its words in an alert where it fails. */
export async function attempt(problem: HTMLElement, act: () => Promise<unknown>): Promise<void> {
  problem.textContent = ''
  try {
    await act()
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : String(error)
  }
}
