/** Which certificates are trusted: those that the system trusts, so that an organisation's own authority counts. */

import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/** From now on, every connection of this process trusts what the system does. A certificate beyond that is final. */
export function trustAsSystem(): void {
  try {
    setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')])
  } catch (error) {
    // What Node trusts by itself still holds.
    console.error(error)
  }
}
