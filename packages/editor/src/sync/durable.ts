/**
 * How many of the changes made here are durable. The server acknowledges the frames of a socket by their count; what each
 * of them covered is known here alone.
 */

/** Counts from 0, over all sockets of one link. */
export class Durable {
  #made = 0
  #durable = 0
  /** For each frame sent through the socket that stands: how many of the changes made here the server has with it. */
  #covers: number[] = []
  #acknowledged = 0

  /** How many changes were made here. */
  get made(): number {
    return this.#made
  }

  /** How many of them no server has confirmed as durable. */
  get pending(): number {
    return this.#made - this.#durable
  }

  make(changes: number): void {
    this.#made += changes
  }

  /** Another socket: the server counts its frames from the first. */
  restart(): void {
    this.#covers = []
    this.#acknowledged = 0
  }

  /** Counts a frame with which the server has the first `made` changes. @returns whether no earlier frame waits */
  send(made: number): boolean {
    this.#covers.push(made)
    return this.#covers.length === this.#acknowledged + 1
  }

  /** So many frames of this socket are durable. */
  acknowledge(frames: number): void {
    this.#acknowledged = frames
    this.#durable = Math.max(this.#durable, this.#covers[frames - 1] ?? 0)
  }
}
