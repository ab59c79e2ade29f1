import { type Request, type Response, Router } from 'express'
import { ForceStandardsResultsPage } from '../../client/pages/manage/ForceStandardsResultsPage.tsx'
import { quarterOf } from '../../shared/standards/quarter.ts'
import type { Outcome } from '../../shared/standards/result.ts'
import type { Version } from '../../shared/standards/standard.ts'
import { quarterName, stateName, valueInWords } from '../../shared/standards/words.ts'
import type { Context } from '../context.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { translator } from '../web/translate.ts'
import { deskIn } from './desk.ts'
import { outcomesNow } from './results.ts'
import { standardsUrls } from './urls.ts'
import { versionsWhere } from './versionQueries.ts'

/** What became of the standards in every neighbourhood of a force this quarter, for supervisors. */
export function forceResults(context: Context): Router {
  const router = Router()
  router.get('/manage/forces/:force/standards/results', (request, response) => sendTable(context, request, response))
  return router
}

async function sendTable(context: Context, request: Request, response: Response): Promise<void> {
  const desk = await deskIn(context, request, 'standards.defaults')
  const { kysely } = context.database
  const now = context.clock()
  const t = translator('en')
  const neighbourhoods = await kysely
    .selectFrom('neighbourhood')
    .where('force_id', '=', desk.owner.forceId)
    .select(['id', 'code', 'name'])
    .orderBy('name')
    .orderBy('code')
    .execute()
  const versions = await versionsWhere(
    kysely,
    neighbourhoods.map(({ id }) => id),
  )
  const standards = promisesOf([...versions.values()])
  const rows = await Promise.all(
    neighbourhoods.map(async ({ id, code, name }) => {
      const outcomes = new Map(
        (await outcomesNow(kysely, id, versions.get(id) ?? [], now)).map(({ key, outcome }) => [key, outcome]),
      )
      return {
        name,
        url: standardsUrls(desk.owner.forceId, code).page,
        results: standards.map(({ key }) => cellOf(outcomes.get(key))),
      }
    }),
  )
  await sendPrivatePage(context, request, response, {
    title: 'Results in every neighbourhood',
    person: desk.person,
    invented: desk.invented,
    content: (
      <ForceStandardsResultsPage
        force={desk.name}
        quarter={quarterName(t, quarterOf(now))}
        back={desk.url}
        standards={standards}
        neighbourhoods={rows}
      />
    ),
  })
}

/** Every promise in force, by its key: the defaults of the force first. */
function promisesOf(all: readonly Version[][]): { key: string; promise: string }[] {
  const inForce = all.flatMap(([current]) => current?.standards ?? [])
  const ordered = [
    ...inForce.filter(({ origin }) => origin === 'force'),
    ...inForce.filter(({ origin }) => origin === 'neighbourhood'),
  ]
  return [...new Map(ordered.map(({ key, promise }) => [key, { key, promise }])).values()]
}

function cellOf(outcome: Outcome | undefined) {
  if (!outcome) return null
  const t = translator('en')
  return {
    state: outcome.state,
    stateName: stateName(t, outcome.state),
    number: 'finding' in outcome ? valueInWords(t, 'en', outcome.finding) : '',
  }
}
