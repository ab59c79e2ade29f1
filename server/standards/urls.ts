/** Addresses about the standards of a neighbourhood, without a language's prefix. */
export function standardsUrls(forceId: string, code: string) {
  const place = `/neighbourhoods/${encodeURIComponent(forceId)}/${encodeURIComponent(code)}`
  const page = `${place}/standards`
  return { place, page, poster: `${page}/poster`, json: `/api/v1${page}`, manage: `/manage${page}` }
}
