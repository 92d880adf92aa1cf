/** The record on disk looked at from outside: whether its chain holds, from where it was last seen to hold. */

import { chainFault, genesisHash } from '@travaux/core'
import { runProgram } from '../../packages/server/src/trial/process.ts'
import { readFolder } from '../../packages/server/src/program/folder.ts'
import type { Head } from '../../packages/server/src/store/record.ts'

export class Chain {
  readonly #text: string
  #head: Head

  constructor(text: string) {
    this.#text = text
    this.#head = { seq: 0, hash: genesisHash(text) }
  }

  /** Follows the chain to its end. @throws with a sentence where it does not hold or has become shorter. */
  async follow(data: string): Promise<void> {
    const store = readFolder(data)
    for await (const entry of store.entries(this.#text, { after: this.#head.seq })) {
      const fault = chainFault(this.#head, entry)
      if (fault !== undefined) throw new Error(fault)
      this.#head = { seq: entry.seq, hash: entry.hash }
    }
    const { seq } = await store.head(this.#text)
    await store.close()
    if (seq !== this.#head.seq) throw new Error(`The record ends at ${seq}, but was seen to reach ${this.#head.seq}`)
  }

  /** How many entries the record has. */
  get length(): number {
    return this.#head.seq
  }

  /** Has the program read everything again. @throws with its words where it finds something wrong. */
  async verifyWhole(data: string): Promise<void> {
    const { code, out, notes } = await runProgram(data, 'verify', this.#text)
    if (code !== 0) throw new Error(`travaux verify: ${out}${notes}`)
  }
}
