import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { commands, menuTemplate, type MenuActs, type MenuState } from './menu.ts'

type Item = MenuItemConstructorOptions

const still: MenuActs = {
  command: () => undefined,
  openFile: () => undefined,
  newWindow: () => undefined,
  showLauncher: () => undefined,
  print: () => undefined,
  present: () => undefined,
}
const nowhere: MenuState = { mac: false, offered: undefined, presentable: false, recent: [] }

function items(state: Partial<MenuState>, acts: Partial<MenuActs> = {}): Item[] {
  const all = (list: readonly Item[]): Item[] =>
    list.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])
  return all(menuTemplate({ ...nowhere, ...state }, { ...still, ...acts }))
}

const press = (item: Item | undefined): void => item?.click?.(undefined as never, undefined, undefined as never)

test('every command of the table stands in the menu, once', () => {
  const ids = items({ offered: new Set(['undo']) }).flatMap(({ id }) => (id === undefined ? [] : [id]))
  expect(ids.toSorted()).toEqual(Object.keys(commands).toSorted())
})

test('a command can be pressed while the page offers it, and orders it by its name', () => {
  const ordered: string[] = []
  const find = (offered: readonly string[]) =>
    items({ offered: new Set(offered) }, { command: (name) => void ordered.push(name) }).find(
      ({ id }) => id === 'strong',
    )
  expect(find([])).toMatchObject({ enabled: false })
  expect(find(['strong'])).toMatchObject({ enabled: true })
  press(find(['strong']))
  expect(ordered).toEqual(['strong'])
})

test('the editor hears its own keys: the menu only shows them', () => {
  for (const { id, accelerator, registerAccelerator } of items({ offered: new Set(['undo']) }))
    if (id !== undefined && accelerator !== undefined)
      expect({ id, registerAccelerator }).toEqual({ id, registerAccelerator: false })
})

test('outside a text, undoing is the system’s', () => {
  expect(items({}).filter(({ role }) => role === 'undo')).toHaveLength(1)
  expect(items({ offered: new Set(['undo']) }).filter(({ role }) => role === 'undo')).toHaveLength(0)
})

test('no two items share a key', () => {
  const keys = items({ offered: new Set(['undo']) }).flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
})

test.each([
  [true, 1],
  [false, 0],
])('on a Mac (%s) the application has a menu of its own', (mac, count) => {
  expect(items({ mac }).filter(({ role }) => role === 'about')).toHaveLength(count)
})

test('recent texts open', () => {
  let opened = 0
  const recent = [{ label: 'A/1 · Zero draft', open: () => void opened++ }]
  press(items({ recent }).find(({ label }) => label === 'A/1 · Zero draft'))
  expect(opened).toBe(1)
})
