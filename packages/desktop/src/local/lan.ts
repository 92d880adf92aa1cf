/** The address by which others on the same network reach this computer. Pure. */

import type { NetworkInterfaceInfo } from 'node:os'

type Interfaces = Readonly<
  Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family' | 'internal'>[] | undefined>
>

const homely = [/^192\.168\./, /^10\./, /^172\.(?:1[6-9]|2\d|3[01])\./]

/** The likeliest IPv4 address: of a real network before those of virtual ones; undefined without any network. */
export function lanAddress(interfaces: Interfaces): string | undefined {
  const outward = Object.entries(interfaces)
    .flatMap(([name, infos]) => (infos ?? []).map((info) => ({ name, ...info })))
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
  return outward.toSorted((a, b) => rank(a) - rank(b))[0]?.address
}

function rank({ name, address }: { name: string; address: string }): number {
  const place = homely.findIndex((range) => range.test(address))
  return (/^(?:docker|br-|veth|virbr|vmnet|vbox|utun|tun|wg)/i.test(name) ? 10 : 0) + (place < 0 ? 5 : place)
}
