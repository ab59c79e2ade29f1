import { Feed } from 'feed'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import type { Neighbourhood } from '../neighbourhoods/queries.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { placePath } from '../priorities/bodies.ts'
import { htmlParagraphs, htmlText } from '../web/htmlText.ts'
import { translator } from '../web/translate.ts'
import type { FeedEntry } from './contributor.ts'
import { contributors } from './contributors.ts'
import { feedPath } from './paths.ts'

/** A feed holds the newest so many entries. */
const mostEntries = 60

/** A neighbourhood's feed as an Atom document (RFC 4287): everything its team publishes, the newest first. */
export async function atomFeed(context: Context, neighbourhood: Neighbourhood, language: Language): Promise<string> {
  const t = translator(language)
  const name = nameIn(language, neighbourhood)
  const told = await Promise.all(contributors.map((entries) => entries(context, neighbourhood, language)))
  const entries = told
    .flat()
    .sort((one, other) => other.updated.getTime() - one.updated.getTime() || one.key.localeCompare(other.key))
    .slice(0, mostEntries)
  const address = (path: string) => context.config.publicUrl + localPath(language, path)
  const feed = new Feed({
    id: address(feedPath(neighbourhood)),
    title: t('feed:title', { name }),
    description: t('feed:description', { name }),
    link: address(placePath(neighbourhood)),
    feed: address(feedPath(neighbourhood)),
    author: { name: neighbourhood.force.name },
    updated: entries[0]?.updated ?? (await dataChangedAt(context)),
    generator: 'Our Patch',
    copyright: '',
  })
  for (const entry of entries) {
    // Titles and contents are written as HTML in CDATA sections, so every mark of either kind is escaped here.
    feed.addItem({
      id: tagOf(context.config.publicUrl, neighbourhood, language, entry),
      title: htmlText(entry.title),
      link: address(entry.path),
      content: htmlParagraphs(entry.paragraphs),
      date: entry.updated,
      ...(entry.published ? { published: entry.published } : {}),
    })
  }
  return feed.atom1()
}

/** An id that stays while the service keeps its name (RFC 4151). Each language has its own: the words differ. */
function tagOf(
  publicUrl: string,
  { code, force }: Neighbourhood,
  language: Language,
  { key, since }: FeedEntry,
): string {
  const day = since.toISOString().slice(0, 10)
  const place = `${encodeURIComponent(force.id)}/${encodeURIComponent(code)}`
  return `tag:${new URL(publicUrl).hostname},${day}:${language}/${place}/${key}`
}

/** When the data last changed: what an empty feed says of itself. */
async function dataChangedAt({ published }: Context): Promise<Date> {
  return (await published.selectFrom('data_version').select('changed_at').executeTakeFirstOrThrow()).changed_at
}
