/**
 * The native menus, made from the editor's commands by their names in its table: an item can be pressed while the page in
 * front offers its command. Pure; keys are shown as the editor has them.
 */

import type { MenuItemConstructorOptions } from 'electron'

export interface MenuState {
  readonly mac: boolean
  /** Whether a page of the editor is in front, and what can be done in it. */
  readonly offered: ReadonlySet<string> | undefined
  /** Whether another display is there to present on. */
  readonly presentable: boolean
  readonly recent: readonly { readonly label: string; readonly open: () => void }[]
}

/** What the shell does by itself. */
export interface MenuActs {
  readonly command: (name: string) => void
  readonly openFile: () => void
  readonly newWindow: () => void
  readonly showLauncher: () => void
  readonly print: (to: 'paper' | 'pdf') => void
  readonly present: () => void
}

type Item = MenuItemConstructorOptions

/** Commands of the editor that stand in the menus: name in its table, words, and the key that the editor gives it. */
export const commands = {
  undo: ['Undo', 'CmdOrCtrl+Z'],
  redo: ['Redo', 'CmdOrCtrl+Shift+Z'],
  find: ['Find and Replace…', 'CmdOrCtrl+F'],
  goto: ['Go to Clause…', 'CmdOrCtrl+G'],
  commands: ['All Commands…', 'CmdOrCtrl+Shift+P'],
  strong: ['Bold', 'CmdOrCtrl+B'],
  em: ['Italic', 'CmdOrCtrl+I'],
  underline: ['Underline', 'CmdOrCtrl+U'],
  superscript: ['Superscript', 'CmdOrCtrl+Shift+='],
  clearFormats: ['Clear Formatting', 'CmdOrCtrl+\\'],
  term: ['Mark as Defined Term', 'Ctrl+Alt+G'],
  reference: ['Refer to a Clause…', 'CmdOrCtrl+K'],
  footnote: ['Footnote', 'Ctrl+Alt+N'],
  indent: ['Deeper Level', 'Alt+Shift+Right'],
  outdent: ['Higher Level', 'Alt+Shift+Left'],
  moveUp: ['Move Clause Up', 'Alt+Shift+Up'],
  moveDown: ['Move Clause Down', 'Alt+Shift+Down'],
  'turn title': ['Title', ''],
  'turn preamble': ['Preamble', ''],
  'turn recital': ['Recital', ''],
  'turn part': ['Part', ''],
  'turn chapter': ['Chapter', ''],
  'turn article': ['Article', ''],
  'turn paragraph': ['Paragraph', ''],
  'turn point': ['Point', ''],
  'turn text': ['Text without a Number', ''],
  'turn alternative': ['Alternative Wording', ''],
  'turn annex': ['Annex', ''],
  'turn entry': ['Entry of a List', ''],
  restore: ['Restore Deleted Clause…', ''],
  deleted: ['Deleted Clauses', ''],
  freeze: ['Freeze or Renumber', ''],
  bracket: ['Put in Square Brackets', 'Ctrl+Alt+['],
  attribute: ['Bracket with Attribution…', 'Ctrl+Alt+Shift+['],
  lift: ['Lift Square Brackets', 'Ctrl+Alt+]'],
  keep: ['Keep This Alternative', 'Ctrl+Alt+K'],
  offer: ['Offer an Alternative', 'Ctrl+Alt+O'],
  choose: ['Choose This Option', 'Ctrl+Alt+Enter'],
  drop: ['Drop This Option', 'Ctrl+Alt+Shift+O'],
  comment: ['New Comment', 'Ctrl+Alt+M'],
  compare: ['Compare', ''],
  history: ['History', ''],
  brackets: ['What Is Open', ''],
  authors: ['Who Wrote What', 'Ctrl+Alt+B'],
  checks: ['Check the Text', 'Ctrl+Alt+V'],
  explain: ['Explain What Stands at the Caret', 'Ctrl+Alt+R'],
  focus: ['Focus', 'CmdOrCtrl+Shift+F'],
} as const satisfies Record<string, readonly [label: string, key: string]>
export type MenuCommand = keyof typeof commands

const turns = (Object.keys(commands) as MenuCommand[]).filter((name) => name.startsWith('turn '))

const line: Item = { type: 'separator' }

export function menuTemplate(state: MenuState, acts: MenuActs): Item[] {
  return [
    ...(state.mac ? [appMenu] : []),
    fileMenu(state, acts),
    editMenu(state, acts),
    textMenu(state, acts),
    viewMenu(state, acts),
    { role: 'windowMenu' },
  ]
}

const appMenu: Item = {
  label: 'Travaux',
  submenu: [
    { role: 'about' },
    line,
    { role: 'services' },
    line,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    line,
    { role: 'quit' },
  ],
}

/** An item for a command of the editor, which listens to its key itself. */
function command(name: MenuCommand, { offered }: MenuState, acts: MenuActs): Item {
  const [label, accelerator] = commands[name]
  return {
    id: name,
    label,
    enabled: offered?.has(name) ?? false,
    ...(accelerator !== '' && { accelerator, registerAccelerator: false }),
    click: () => acts.command(name),
  }
}

function fileMenu({ mac, offered, recent }: MenuState, acts: MenuActs): Item {
  const page = offered !== undefined
  return {
    label: 'File',
    submenu: [
      { label: 'New Window', accelerator: 'CmdOrCtrl+N', enabled: page, click: acts.newWindow },
      { label: 'Open…', accelerator: 'CmdOrCtrl+O', enabled: page, click: acts.openFile },
      {
        label: 'Recent Texts',
        enabled: recent.length > 0,
        submenu: recent.map(({ label, open }) => ({ label, click: open })),
      },
      { label: 'Servers…', accelerator: 'CmdOrCtrl+Shift+O', click: acts.showLauncher },
      line,
      { label: 'Print…', accelerator: 'CmdOrCtrl+P', enabled: page, click: () => acts.print('paper') },
      { label: 'Save as PDF…', enabled: page, click: () => acts.print('pdf') },
      line,
      { role: 'close' },
      ...(mac ? [] : [{ role: 'quit' } satisfies Item]),
    ],
  }
}

/** Undoing in a text is the editor's; in a field of a form it is the system's. */
function editMenu(state: MenuState, acts: MenuActs): Item {
  const inText = state.offered?.has('undo') ?? false
  return {
    label: 'Edit',
    submenu: [
      ...(inText
        ? [command('undo', state, acts), command('redo', state, acts)]
        : ([{ role: 'undo' }, { role: 'redo' }] satisfies Item[])),
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'delete' },
      { role: 'selectAll' },
      line,
      command('find', state, acts),
      command('goto', state, acts),
      command('commands', state, acts),
    ],
  }
}

function textMenu(state: MenuState, acts: MenuActs): Item {
  const items = (...names: readonly MenuCommand[]): Item[] => names.map((name) => command(name, state, acts))
  return {
    label: 'Text',
    submenu: [
      ...items('strong', 'em', 'underline', 'superscript', 'clearFormats'),
      line,
      ...items('term', 'reference', 'footnote'),
      line,
      ...items('indent', 'outdent', 'moveUp', 'moveDown'),
      { label: 'Turn Clause Into', submenu: items(...turns) },
      line,
      ...items('bracket', 'attribute', 'lift', 'keep'),
      line,
      ...items('offer', 'choose', 'drop'),
      line,
      ...items('comment'),
      line,
      ...items('restore', 'deleted', 'freeze'),
    ],
  }
}

function viewMenu(state: MenuState, acts: MenuActs): Item {
  const items = (...names: readonly MenuCommand[]): Item[] => names.map((name) => command(name, state, acts))
  const present: Item = {
    label: state.presentable ? 'Present on the Other Display' : 'Present in a Window',
    enabled: state.offered?.has('present') ?? false,
    click: acts.present,
  }
  return {
    label: 'View',
    submenu: [
      ...items('compare', 'brackets', 'history'),
      line,
      ...items('authors', 'checks', 'explain', 'focus'),
      line,
      present,
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      line,
      { role: 'togglefullscreen' },
    ],
  }
}
