import { type Request, type Response, Router } from 'express'
import { AuditPage } from '../../client/pages/manage/AuditPage.tsx'
import type { Context } from '../context.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { requireMay, requireMayInForce } from './access.ts'
import { type AuditPlace, auditEntries } from './auditQueries.ts'
import { subjectsOf } from './auditSubjects.ts'
import { auditRows } from './auditView.ts'
import { auditKinds } from './auditWords.ts'
import { neighbourhoodsReached } from './queries.ts'
import type { Person } from './rules.ts'
import { type AskedAudit, askedAudit } from './schemas.ts'

const entriesOnAPage = 100
/** Asks for what is of no neighbourhood, or of no force: no code and no id begins with a dash. */
const none = '-'

/** A place by which a log can be filtered, as its address and its choice name it. */
interface PlaceChoice {
  value: string
  text: string
  place: AuditPlace
}

interface Log {
  person: Person
  /** In words. */
  of: string
  path: string
  /** The first is everything that the page has. */
  places: readonly PlaceChoice[]
  placeFilter: { name: 'neighbourhood' | 'force'; label: string }
  invented?: boolean
}

/** Who changed what: of a force for its supervisors, and of everything for administrators. */
export function auditRoutes(context: Context): Router {
  const router = Router()
  const { kysely } = context.database

  router.get('/manage/forces/:force/audit', async (request, response) => {
    const { person, force } = await requireMayInForce(context, request, 'audit.read')
    const neighbourhoods = await neighbourhoodsReached(kysely, [
      { role: 'supervisor', forceId: force.id, neighbourhoodId: null },
    ])
    await sendLog(request, response, {
      person,
      of: force.name,
      invented: force.invented,
      path: `/manage/forces/${encodeURIComponent(force.id)}/audit`,
      placeFilter: { name: 'neighbourhood', label: 'Where' },
      places: [
        { value: '', text: 'Everywhere in the force', place: { of: 'force', forceId: force.id } },
        { value: none, text: 'The whole force, no one neighbourhood', place: { of: 'force alone', forceId: force.id } },
        ...neighbourhoods.map(({ id, code, name }) => ({
          value: code,
          text: name,
          place: { of: 'neighbourhood', forceId: force.id, neighbourhoodId: id } as const,
        })),
      ],
    })
  })

  router.get('/manage/audit', async (request, response) => {
    const person = await requireMay(context, request, 'audit.readAll', { forceId: null, neighbourhoodId: null })
    const forces = await kysely.selectFrom('force').select(['id', 'name']).orderBy('name').orderBy('id').execute()
    await sendLog(request, response, {
      person,
      of: 'Every force, and what is of none',
      path: '/manage/audit',
      placeFilter: { name: 'force', label: 'Where' },
      places: [
        { value: '', text: 'Everywhere', place: { of: 'everything' } },
        { value: none, text: 'No force: the service', place: { of: 'no force' } },
        ...forces.map(({ id, name }) => ({
          value: id,
          text: name,
          place: { of: 'force', forceId: id } as const,
        })),
      ],
    })
  })

  async function sendLog(request: Request, response: Response, log: Log) {
    const { person, of, path, places, placeFilter } = log
    const asked = askedAudit.parse(request.query)
    const place = places.find((one) => one.value === asked[placeFilter.name]) ?? places[0]
    const question = { place: place?.place ?? { of: 'no force' as const }, kind: asked.kind, before: asked.before }
    const found = await auditEntries(kysely, question, entriesOnAPage + 1)
    const entries = found.slice(0, entriesOnAPage)
    const filters = [
      { ...placeFilter, value: place?.value ?? '', choices: places },
      {
        name: 'kind',
        label: 'What',
        value: asked.kind ?? '',
        choices: [
          { value: '', text: 'Every kind of change' },
          ...Object.entries(auditKinds).map(([value, text]) => ({ value, text })),
        ],
      },
    ]
    const addressBefore = (before: number | undefined) => addressOf(path, filters, before)
    await sendPrivatePage(context, request, response, {
      title: `Who changed what: ${of}`,
      person,
      ...(log.invented === undefined ? {} : { invented: log.invented }),
      content: (
        <AuditPage
          place={of}
          path={path}
          filters={filters}
          rows={auditRows(entries, await subjectsOf(kysely, entries), placeFilter.name === 'force')}
          older={found.length > entries.length ? addressBefore(entries.at(-1)?.id) : null}
          newest={asked.before === undefined ? null : addressBefore(undefined)}
        />
      ),
    })
  }

  return router
}

function addressOf(
  path: string,
  filters: readonly { name: string; value: string }[],
  before: AskedAudit['before'],
): string {
  const query = new URLSearchParams()
  for (const { name, value } of filters) if (value !== '') query.set(name, value)
  if (before !== undefined) query.set('before', String(before))
  return query.size > 0 ? `${path}?${query}` : path
}
