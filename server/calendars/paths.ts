/** The path of a neighbourhood's calendar to subscribe to, without a language's prefix. */
export function calendarPath({ code, force }: { code: string; force: { id: string } }): string {
  return `/feeds/neighbourhoods/${encodeURIComponent(force.id)}/${encodeURIComponent(code)}.ics`
}

/** The address by which a phone or computer offers to subscribe. */
export function webcalAddress(publicUrl: string, path: string): string {
  return publicUrl.replace(/^https?:/, 'webcal:') + path
}
