import type { Request, Response } from 'express'
import { type ListedStandard, StandardsDeskPage } from '../../client/pages/manage/StandardsDeskPage.tsx'
import type { SharingProps } from '../../client/ui/manage/DeskSharing.tsx'
import { changesBetween } from '../../shared/standards/changes.ts'
import { measureKeys, measureOf } from '../../shared/standards/measures/index.ts'
import { sentenceIn } from '../../shared/standards/sentence.ts'
import { standardSets } from '../../shared/standards/sets/index.ts'
import type { Version } from '../../shared/standards/standard.ts'
import { changeInWords } from '../../shared/standards/words.ts'
import { dateInWords } from '../../shared/time/words.ts'
import type { Context } from '../context.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { translator } from '../web/translate.ts'
import type { Desk } from './desk.ts'
import { draftComments, draftLinks } from './draftLinkQueries.ts'
import { type DraftStandard, draftsOf } from './draftQueries.ts'
import { contractInDraft, fingerprint } from './publish.ts'
import { publishedVersions } from './versionQueries.ts'

interface Shown {
  problems?: Record<string, string>
  /** What was typed into the form that publishes. */
  typed?: Record<string, string>
  /** A private link that was made just now. */
  made?: string
}

/** Sends the list of what somebody works on; with problems as a form that wants mending. */
export async function sendDesk(
  context: Context,
  request: Request,
  response: Response,
  desk: Desk,
  { problems = {}, typed = {}, made }: Shown = {},
): Promise<void> {
  const { kysely } = context.database
  const { owner } = desk
  const isForce = owner.neighbourhoodId === null
  const versions = owner.neighbourhoodId === null ? [] : await publishedVersions(kysely, owner.neighbourhoodId)
  const contract = await contractInDraft(kysely, owner)
  const changes = changesBetween(versions[0]?.standards ?? [], contract)
  await sendPrivatePage(context, request, response, {
    status: Object.keys(problems).length > 0 ? 422 : 200,
    title: isForce ? `Default standards of ${desk.name}` : `Standards of ${desk.name}`,
    person: desk.person,
    invented: desk.invented,
    content: (
      <StandardsDeskPage
        name={desk.name}
        isForce={isForce}
        url={desk.url}
        publicUrl={desk.publicUrl}
        defaults={isForce ? [] : (await draftsOf(kysely, { ...owner, neighbourhoodId: null })).map(listed)}
        own={(await draftsOf(kysely, owner)).map(listed)}
        sets={standardSets}
        measures={measureKeys.map((key) => ({ value: key, text: measureOf(key).name }))}
        published={versions[0] ? publishedWords(versions[0]) : null}
        changes={isForce ? null : changes.flatMap((change) => changeInWords(translator('en'), 'en', change))}
        publish={desk.mayPublish ? { fingerprint: fingerprint(contract, versions[0]?.number ?? 0), typed } : null}
        problems={problems}
        sharing={owner.neighbourhoodId === null ? null : await sharingOf(context, owner.neighbourhoodId, made)}
      />
    ),
  })
}

function listed({ id, revision, promise, measure, terms }: DraftStandard): ListedStandard {
  const t = translator('en')
  const { target, how } = measureOf(measure)
  return { id, revision, promise, target: sentenceIn(t, 'en', target(terms)), how: `${t(`standards:how_${how}`)}.` }
}

function publishedWords(version: Version): string {
  const day = dateInWords(version.publishedAt, 'en')
  return `Version ${version.number}, published on ${day}, signed by ${version.signedName}, ${version.signedRole}.`
}

async function sharingOf(context: Context, neighbourhoodId: number, made = ''): Promise<SharingProps> {
  const { kysely } = context.database
  const [links, comments] = await Promise.all([
    draftLinks(kysely, neighbourhoodId, context.clock()),
    draftComments(kysely, neighbourhoodId),
  ])
  return {
    made: made || null,
    links: links.map((link) => ({ id: link.id, until: dateInWords(link.expires_at, 'en') })),
    comments: comments.map(({ name, text, written_at }) => ({ name, text, when: dateInWords(written_at, 'en') })),
  }
}
