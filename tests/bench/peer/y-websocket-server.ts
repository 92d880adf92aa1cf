/**
 * The server of y-websocket, as it is published. It names a database that would compile at install, even where it is
 * not asked to keep anything; in its place stands an empty module.
 */

import { registerHooks } from 'node:module'

const empty = 'data:text/javascript,export class LeveldbPersistence {}'

registerHooks({
  resolve: (name, context, next) => (name === 'y-leveldb' ? { url: empty, shortCircuit: true } : next(name, context)),
})
await import(new URL('server.js', import.meta.resolve('@y/websocket-server/utils')).href)
