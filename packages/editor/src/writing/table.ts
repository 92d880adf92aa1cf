/** Tables of pasted pages: a text has none, so each of their rows is a line. */

/**
 * What parts the cells of a row. A tab would not do: HTML and Markdown read it as a space, so that an empty cell would be
 * lost on the way out, and nobody could type one, since Tab indents.
 */
const BETWEEN = ' | '

/** Reads what is in a cell: HTML of its paragraphs. */
type Read = (cell: Element) => readonly string[]

/**
 * The rows of a table, each as HTML for one line: its cells in their columns, the empty ones among them. Undefined where
 * it is no table, or one of lines that a layout set side by side or beneath one another.
 */
export function rowsOf(element: Element, read: Read): readonly string[] | undefined {
  if (!isTable(element, read)) return undefined
  return gridOf(element)
    .map((row) => row.map((cell) => (cell ? lineOf(read(cell)) : '')))
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => row.join(BETWEEN))
}

/** Whether an element is a table of data: several cells in a row, and in none of them more than a paragraph. */
export function isTable(element: Element, read: Read): element is HTMLTableElement {
  if (!(element instanceof HTMLTableElement) || element.matches('[role="presentation"], [role="none"]')) return false
  const rows = [...element.rows]
  return (
    rows.some(({ cells }) => cells.length > 1) &&
    rows.every(({ cells }) => [...cells].every((cell) => isLine(cell, read)))
  )
}

const structure = 'h1, h2, h3, h4, h5, h6, ol, ul, dl, table, blockquote'

function isLine(cell: Element, read: Read): boolean {
  return cell.querySelector(structure) === null && read(cell).length <= 1
}

function lineOf([paragraph = '']: readonly string[]): string {
  return paragraph.replace(/^<p>|<\/p>$/g, '').replaceAll('<br>', ' ')
}

type Cell = Element | undefined

/** The cells of each row by their columns. What a cell reaches over is empty, but for one that is a row by itself. */
function gridOf({ rows }: HTMLTableElement): Cell[][] {
  /** For each column, into how many more rows a cell above reaches. */
  const reach: number[] = []
  return Array.from(rows, ({ cells }) =>
    cells.length === 1 && reach.every((left) => left === 0) ? [cells[0]] : rowOf([...cells], reach),
  )
}

/** Notes in `reach` how far the cells of this row reach. */
function rowOf(cells: readonly HTMLTableCellElement[], reach: number[]): Cell[] {
  const row: Cell[] = []
  const pass = (): void => {
    for (let left = reach[row.length] ?? 0; left > 0; left = reach[row.length] ?? 0) {
      reach[row.length] = left - 1
      row.push(undefined)
    }
  }
  for (const cell of cells) {
    pass()
    for (let span = 0; span < cell.colSpan; span++) {
      reach[row.length] = cell.rowSpan - 1
      row.push(span === 0 ? cell : undefined)
    }
  }
  pass()
  return row
}
