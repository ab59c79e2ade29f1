import { seenParts } from '../team/rules.ts'
import { versionsOf } from '../team/versionQueries.ts'
import { translator } from '../web/translate.ts'
import type { FeedContributor } from './contributor.ts'

const newest = 60

/** Versions of the team's page: that it changed, and who is on it. Who changed it is told to the team alone. */
export const teamPageEntries: FeedContributor = async ({ published }, neighbourhood, language) => {
  const t = translator(language)
  const versions = await versionsOf(published, neighbourhood.id, newest)
  return versions.map(({ version, page, publishedAt }) => {
    return {
      key: `team/${version}`,
      since: publishedAt,
      title: t(version === 1 ? 'feed:teamPublished' : 'feed:teamChanged'),
      paragraphs: seenParts(page, 'members').map(({ name, rank }) => (rank ? `${rank} ${name}` : name)),
      path: `/neighbourhoods/${encodeURIComponent(neighbourhood.force.id)}/${encodeURIComponent(neighbourhood.code)}`,
      published: publishedAt,
      updated: publishedAt,
    }
  })
}
