import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { neighbourhoodPath } from '../places/rules.ts'

/** Addresses about the concerns of a neighbourhood, without a language's prefix. */
export function concernUrls(forceId: string, code: string) {
  const place = neighbourhoodPath(forceId, code)
  const page = `${place}/concerns`
  return {
    place,
    page,
    form: `${page}/new`,
    json: `/api/v1${page}`,
    manage: `/manage${page}`,
    priorities: `${place}/priorities`,
  }
}

/** The path of a sender's private page, without a language's prefix. */
export function privatePath(secret: string): string {
  return `/concerns/${secret}`
}

/** The whole address of a sender's private page. */
export function privateAddress(publicUrl: string, language: Language, secret: string): string {
  return publicUrl + localPath(language, privatePath(secret))
}
