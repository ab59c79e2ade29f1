/** The path of a neighbourhood's Atom feed, without a language's prefix. */
export function feedPath({ code, force }: { code: string; force: { id: string } }): string {
  return `/feeds/neighbourhoods/${encodeURIComponent(force.id)}/${encodeURIComponent(code)}.atom`
}
