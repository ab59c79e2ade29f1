import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Language, Translate } from '../../shared/i18n/texts.ts'

/** What every part of a server-rendered page may want to know about the page it stands in. */
export interface PageSetting {
  language: Language
  t: Translate
  /** Path of this page without the language's prefix, with its query: '/map?month=2022-09'. */
  path: string
  /** Version of the data, for addresses of tiles and files. */
  dataVersion: string
  /** Differs each time a page is opened; only on private pages. */
  once?: string
}

export const PageContext = createContext<PageSetting | undefined>(undefined)

/** The page's setting; only inside a page rendered by the server. Islands get their words as props. */
export function usePage(): PageSetting {
  const setting = useContext(PageContext)
  if (!setting) throw new Error('usePage outside a page')
  return setting
}

/** The address of a path in a language: Welsh pages stand under /cy. */
export function localPath(language: Language, path: string): string {
  return language === 'cy' ? `/cy${path === '/' ? '' : path}` : path
}

/** A function that gives addresses in the page's own language. */
export function usePath(): (path: string) => string {
  const { language } = usePage()
  return (path) => localPath(language, path)
}
