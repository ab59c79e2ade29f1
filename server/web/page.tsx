import type { ComponentChild } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { localPath, PageContext } from '../../client/ui/page.ts'
import { Shell } from '../../client/ui/Shell.tsx'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { translator } from './translate.ts'

/** One page, ready to be rendered. */
export interface Page {
  language: Language
  /** Path without the language's prefix, with its query. */
  path: string
  title: string
  /** For search engines and shared links. */
  description?: string
  content: ComponentChild
  /** The page shows an invented force. */
  invented?: boolean
  wide?: boolean
  /** Address of the same facts as JSON, told in the page's head. */
  jsonTwin?: string
  /** Address of the place's Atom feed, told in the page's head. */
  feed?: string
  /** For one person or one moment: in no search engine, and with no twin in the other language. */
  isPrivate?: boolean
  /** There is no such page in Welsh. */
  isEnglishOnly?: boolean
  /** A page under /manage, and the name of whoever is signed in. */
  manage?: { name: string }
  /** Without header and footer: a page that fills a screen of its own. */
  isBare?: boolean
  /** For forms that add something: see sentOnce.ts. */
  once?: string
}

/** Renders parts of a page without its frame, as the pages that they stand in would. */
export async function renderFragment(
  context: Context,
  { language, path, content }: Pick<Page, 'language' | 'path' | 'content'>,
): Promise<string> {
  const setting = { language, t: translator(language), path, dataVersion: await context.dataVersion() }
  return renderToString(<PageContext.Provider value={setting}>{content}</PageContext.Provider>)
}

/** Renders a whole HTML document. */
export async function renderPage(context: Context, page: Page): Promise<string> {
  const t = translator(page.language)
  const dataVersion = await context.dataVersion()
  const { script, styles, hallStyles } = context.assets
  const other = page.language === 'en' ? 'cy' : 'en'
  const address = (language: Language) => `${context.config.publicUrl}${localPath(language, page.path)}`
  const html = renderToString(
    <html lang={page.language} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{t('common:pageTitle', { title: page.title })}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#0f5257" />
        {page.description && <meta name="description" content={page.description} />}
        {page.isPrivate ? (
          <meta name="robots" content="noindex" />
        ) : (
          <>
            <link rel="canonical" href={address(page.language)} />
            <link rel="alternate" hreflang={other} href={address(other)} />
          </>
        )}
        {page.jsonTwin && <link rel="alternate" type="application/json" href={page.jsonTwin} />}
        {page.feed && <link rel="alternate" type="application/atom+xml" href={page.feed} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {[...styles, ...(page.isBare ? hallStyles : [])].map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script type="module" src={script} />
      </head>
      <body class="govuk-template__body">
        <PageContext.Provider
          value={{
            language: page.language,
            t,
            path: page.path,
            dataVersion,
            ...(page.once ? { once: page.once } : {}),
          }}
        >
          {page.isBare ? (
            page.content
          ) : (
            <Shell
              invented={page.invented ?? false}
              wide={page.wide ?? false}
              manage={page.manage}
              isEnglishOnly={page.isEnglishOnly ?? false}
            >
              {page.content}
            </Shell>
          )}
        </PageContext.Provider>
      </body>
    </html>,
  )
  return `<!doctype html>${html}`
}
