/** Where attacks are played: a real server with two honest members at work, and whether anything of theirs changed. */

import { api } from '@travaux/core'
import * as Y from 'yjs'
import { answerFrame, readFrame } from '../../packages/server/src/rooms/frame.ts'
import { bare, join, until, type Bare, type Client } from '../../packages/server/src/trial/client.ts'
import { startTrial, TEXT, type Trial } from '../../packages/server/src/trial/server.ts'

/** Longest frame the stage's server takes, in bytes. */
export const FRAME_BYTES = 100_000

export interface Stage {
  readonly trial: Trial
  /** Members at work while the attack goes on. */
  readonly honest: readonly [Client, Client]
  /** Where the record ends and what the text is, as anyone who may read it is told. */
  readonly state: () => Promise<string>
  /** Fails unless what one honest member types still reaches the other. */
  readonly undisturbed: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts the server, and lets two members in who have each written something. */
export async function openStage(): Promise<Stage> {
  const trial = await startTrial({ frameBytes: FRAME_BYTES, socketsPerMember: 12 })
  const honest = [await join(trial, 'expert-african'), await join(trial, 'expert-grulac')] as const
  let typed = 0
  const undisturbed = async (): Promise<void> => {
    const [one, other] = honest
    for (const [writer, reader] of [[one, other] as const, [other, one] as const]) {
      const mark = `#${++typed} `
      writer.type(mark)
      await until(() => reader.words().includes(mark))
    }
  }
  await undisturbed()
  return {
    trial,
    honest,
    undisturbed,
    state: async () => {
      const { seq, sha256 } = api.draftAnswerSchema.parse((await trial.ask('chair', `/api/texts/${TEXT}/draft`)).body)
      return `${seq} ${sha256}`
    },
    close: async () => {
      for (const client of honest) client.leave()
      await trial.stop()
    },
  }
}

/** A member's socket that has been greeted and has answered, and a copy of the text as it stands. */
export interface Attacker {
  readonly socket: Bare
  readonly copy: Y.Doc
}

/** Lets a member in who means no good. `answers` tells the server first that nothing is kept back. */
export async function letIn(stage: Stage, member: string, answers = true): Promise<Attacker> {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(stage.honest[0].doc))
  const socket = bare(stage.trial, `ack=1&token=${stage.trial.token(member)}`)
  await socket.frame((bytes) => readFrame(bytes)?.kind === 'ask')
  if (answers) socket.send(answerFrame(new Uint8Array([0, 0])))
  return { socket, copy }
}
