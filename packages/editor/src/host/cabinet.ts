/** Named values on this computer: the part of a vault that has no logs. */

import type { Vault } from './host.ts'

export type Cabinet = Pick<Vault, 'read' | 'write' | 'remove' | 'names'>
