/** What the application is given from outside: where it runs, how a text is opened, and how it is shown for writing. */

import { createContext, useContext } from 'react'
import type { Host } from '../host/seam.ts'
import type { Session, SessionOptions } from '../sync/session.ts'
import type { OpenSurface } from '../writing/surface.ts'

export interface Ports {
  readonly host: Host
  readonly openSession: (options: SessionOptions) => Session
  readonly openSurface: OpenSurface
}

const PortsContext = createContext<Ports | null>(null)

export const PortsProvider = PortsContext.Provider

export function usePorts(): Ports {
  const ports = useContext(PortsContext)
  if (!ports) throw new Error('The application must be given its ports')
  return ports
}
