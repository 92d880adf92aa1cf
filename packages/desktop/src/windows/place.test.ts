import { expect, test } from 'vitest'
import { fitting } from './place.ts'

const main = { x: 0, y: 25, width: 1440, height: 875 }
const left = { x: -1920, y: 0, width: 1920, height: 1080 }
const at = (x: number, y: number) => ({ x, y, width: 1240, height: 800 })

test.each([
  ['stands where it was', at(100, 60), [main], true],
  ['stands on a display to the left', at(-1800, 60), [main, left], true],
  ['does not stand on a display that is gone', at(-1800, 60), [main], false],
  ['may stick out as long as it can be reached', at(1200, 60), [main], true],
  ['may not be all but outside', at(1400, 60), [main], false],
  ['may not have its title above the display', at(100, -40), [main], false],
])('a window %s', (_says, bounds, displays, stands) => {
  expect(fitting(bounds, displays)).toEqual(stands ? bounds : undefined)
})
