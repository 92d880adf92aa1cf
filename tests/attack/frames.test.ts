/** Hostile frames: each is answered as the table says, nothing is changed, nobody else is disturbed. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateFrame } from '../../packages/server/src/rooms/frame.ts'
import { savedCount } from '../../packages/server/src/trial/client.ts'
import { frameAttacks, type FrameAttack } from './frames.ts'
import { letIn, openStage, type Attacker, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Sends it, and tells how the socket fared. */
async function play({ by = 'expert-weog', sends }: FrameAttack): Promise<string | number> {
  const attacker = await letIn(stage, by)
  const before = await stage.state()
  const sent = [sends(attacker, stage)].flat()
  for (const frame of sent) attacker.socket.send(frame)
  const fate = await Promise.race([attacker.socket.ended, passedOver(attacker)])
  expect(await stage.state()).toBe(before)
  attacker.socket.close()
  return fate
}

/** Resolves once the server has taken a harmless frame that was sent behind the others. */
async function passedOver({ socket }: Attacker): Promise<string> {
  socket.send(updateFrame(new Uint8Array([0, 0])))
  await socket.frame((bytes) => (savedCount(bytes) ?? 0) >= 2)
  return 'nothing'
}

describe('hostile frames', () => {
  it('are of more than thirty kinds, each of its own name', () => {
    expect(new Set(frameAttacks.map(({ name }) => name)).size).toBe(frameAttacks.length)
    expect(frameAttacks.length).toBeGreaterThan(60)
  })

  it.each(frameAttacks)('$name: $ends', async (attack) => {
    expect(await play(attack)).toBe(attack.ends)
    await stage.undisturbed()
  })
})
