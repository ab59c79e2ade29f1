import { changesBetween } from '../../shared/standards/changes.ts'
import { changeInWords } from '../../shared/standards/words.ts'
import { dateInWords } from '../../shared/time/words.ts'
import { standardsUrls } from '../standards/urls.ts'
import { publishedVersions } from '../standards/versionQueries.ts'
import { translator } from '../web/translate.ts'
import type { FeedContributor } from './contributor.ts'

/** Versions of what residents may expect, each with what it changed. */
export const standardsEntries: FeedContributor = async ({ published }, neighbourhood, language) => {
  const t = translator(language)
  const { id, code, force } = neighbourhood
  const versions = await publishedVersions(published, id)
  return versions.map((version, index) => {
    const { number, publishedAt, signedName, signedRole } = version
    const changes = changesBetween(versions[index + 1]?.standards ?? [], version.standards)
    return {
      key: `standards/${number}`,
      since: publishedAt,
      title: t('feed:standards', { number }),
      paragraphs: [
        t('standards:version', { number, day: dateInWords(publishedAt, language) }),
        t('standards:signed', { name: signedName, role: signedRole }),
        ...changes.flatMap((change) => changeInWords(t, language, change)),
      ],
      path: `${standardsUrls(force.id, code).page}${index === 0 ? '' : `?version=${number}`}`,
      published: publishedAt,
      updated: publishedAt,
    }
  })
}
