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
 * @param kept until when; or for how many seconds, whatever the browser's clock says
 * @param path the browser brings it back to this address and those under it
 */
export function setCookie(publicUrl: string, name: string, value: string, kept: Date | number, path = '/'): string {
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  const end = typeof kept === 'number' ? `Max-Age=${kept}` : `Expires=${kept.toUTCString()}`
  return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax; ${end}${secure}`
}
