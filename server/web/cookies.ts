import type { IncomingHttpHeaders } from 'node:http'

/** The value of a cookie that came with a request or a socket's handshake. */
export function cookieFrom(headers: IncomingHttpHeaders, name: string): string | undefined {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/**
 * A cookie that no script reads and no other site's form sends.
 * @param publicUrl where people reach the service: over https the cookie goes over nothing else
 * @param seconds how long it is kept, whatever the browser's clock says
 * @param path the browser brings it back to this address and those under it
 */
export function setCookie(publicUrl: string, name: string, value: string, seconds: number, path = '/'): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
}
