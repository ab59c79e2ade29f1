import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

/** The same proxies that app.ts trusts for requests: those on this machine or its own network. */
const ownNetwork = new BlockList()
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  ownNetwork.addSubnet(net, prefix)
for (const [net, prefix] of [
  ['::1', 128],
  ['fe80::', 10],
  ['fc00::', 7],
] as const)
  ownNetwork.addSubnet(net, prefix, 'ipv6')

/** The network address from which a socket comes, as `request.ip` is of a request: the nearest that is not a proxy of ours. */
export function addressOf(request: IncomingMessage): string {
  const header = request.headers['x-forwarded-for']
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim())
  const chain = [...forwarded.filter(Boolean), request.socket.remoteAddress ?? 'unknown']
  let address = chain.pop() ?? 'unknown'
  while (chain.length > 0 && isOurs(address)) address = chain.pop() ?? address
  return address
}

function isOurs(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  try {
    return ownNetwork.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
  } catch {
    return false
  }
}
