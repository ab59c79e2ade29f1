import type { StandardsLineProps } from '../../client/ui/standards/StandardsLine.tsx'
import { tally } from '../../shared/standards/result.ts'
import type { Context } from '../context.ts'
import { outcomesNow } from './results.ts'
import { standardsUrls } from './urls.ts'
import { publishedVersions } from './versionQueries.ts'

/** How many of a neighbourhood's promises are kept this quarter so far, for its page. */
export async function standardsLine(
  context: Pick<Context, 'published' | 'clock'>,
  forceId: string,
  { id, code }: { id: number; code: string },
): Promise<StandardsLineProps> {
  const url = standardsUrls(forceId, code).page
  const versions = await publishedVersions(context.published, id)
  if (versions.length === 0) return { counts: null, url }
  const outcomes = await outcomesNow(context.published, id, versions, context.clock())
  return { counts: tally(outcomes.map(({ outcome }) => outcome)), url }
}
