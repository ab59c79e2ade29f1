import { type Request, type Response, Router } from 'express'
import { ManageConcernPage } from '../../client/pages/manage/ManageConcernPage.tsx'
import { ManageConcernsPage } from '../../client/pages/manage/ManageConcernsPage.tsx'
import { requireMayIn } from '../accounts/access.ts'
import type { ManagedNeighbourhood } from '../accounts/queries.ts'
import type { Person, Place } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import { AppError } from '../errors.ts'
import { sendLetters } from '../mail/sendLetters.ts'
import { prioritiesOf } from '../priorities/queries.ts'
import { askedRow } from '../web/fields.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { isFirstSending, wasSent } from '../web/sentOnce.ts'
import { changeConcern, type SentChange } from './changeConcern.ts'
import { newsLetters } from './letters.ts'
import { changeNames, choiceOf, concernRows, factsOf, stateWords, topicName } from './moderateView.ts'
import { type Concern, concernOf, moderatedConcerns, sendersOf, shownConcerns } from './readConcerns.ts'
import { type Change, canBe, changes } from './rules.ts'
import { changeForms } from './schemas.ts'
import { concernUrls } from './urls.ts'

/** Whoever asks, and the concern that they ask for. */
interface Asked {
  person: Person
  neighbourhood: ManagedNeighbourhood
  place: Place
  concern: Concern
}

/** What residents put forward, under `/manage`: the list, one concern, and what can be done to it. */
export function moderateConcerns(context: Context): Router {
  const router = Router()
  const { database, clock } = context
  const list = '/manage/neighbourhoods/:force/:code/concerns'

  router.get(list, async (request, response) => {
    const { person, neighbourhood } = await requireMayIn(context, request, 'concerns.moderate')
    const { manage, page } = concernUrls(neighbourhood.forceId, neighbourhood.code)
    const concerns = await moderatedConcerns(database.kysely, neighbourhood.id)
    const rows = (fits: (concern: Concern) => boolean) => concernRows(concerns.filter(fits), manage)
    await sendPrivatePage(context, request, response, {
      person,
      title: `Concerns: ${neighbourhood.name}`,
      invented: neighbourhood.invented,
      content: (
        <ManageConcernsPage
          place={neighbourhood.name}
          publicPath={page}
          lists={[
            { name: 'Waiting for you', rows: rows(({ state }) => state === 'waiting') },
            { name: 'Shown', rows: rows(({ state }) => state === 'shown') },
            { name: 'Settled', rows: rows(({ state }) => state !== 'waiting' && state !== 'shown') },
          ]}
        />
      ),
    })
  })

  router.get(`${list}/:concern`, async (request, response) => {
    await show(request, response, await asked(request))
  })
  for (const change of changes) {
    router.post(`${list}/:concern/${change}`, formBody, async (request, response) => {
      await make(change, request, response)
    })
  }

  async function make(change: Change, request: Request, response: Response): Promise<void> {
    const found = await asked(request)
    const { person, neighbourhood, place, concern } = found
    const form = readForm(changeForms[change], request)
    if (!form.ok) return show(request, response, found, { status: 422, ...form })
    const sent = { change, ...form.value } as SentChange
    const here = { ...place, neighbourhoodId: neighbourhood.id }
    const sending = { ...form.typed, change }
    const isMade = await changePages(context, async (handle) => {
      if (!(await changeConcern(handle, person, here, concern, sent, clock()))) return false
      await isFirstSending(handle, sending, clock())
      return true
    })
    const isRepeated = !isMade && (await wasSent(database, sending))
    if (!isMade && !isRepeated)
      return show(request, response, await asked(request), { status: 409, typed: form.typed, wanted: change })
    // Of a merge both are told: the one that is merged, and the one that stands for it with all that were merged into it before.
    const told = sent.change === 'merge' ? [concern.id, sent.into] : [concern.id]
    const senders = isRepeated ? [] : (await Promise.all(told.map((id) => sendersOf(database.kysely, id)))).flat()
    await sendLetters(context, newsLetters([...new Map(senders.map((one) => [one.id, one])).values()]))
    const { manage } = concernUrls(neighbourhood.forceId, neighbourhood.code)
    response.redirect(303, change === 'release' || change === 'take-up' ? `${manage}/${concern.id}` : manage)
  }

  /** Another neighbourhood's concern answers like none at all. */
  async function asked(request: Request): Promise<Asked> {
    const found = await requireMayIn(context, request, 'concerns.moderate')
    const concern = await concernOf(database.kysely, found.neighbourhood.id, askedRow(request, 'concern'))
    if (!concern) throw new AppError('NOT_ALLOWED')
    return { ...found, concern }
  }

  async function show(
    request: Request,
    response: Response,
    { person, neighbourhood, concern }: Asked,
    sent: { status?: number; problems?: Problems; typed?: Typed; wanted?: Change } = {},
  ): Promise<void> {
    const { status = 200, problems = {}, typed = {}, wanted } = sent
    const { manage } = concernUrls(neighbourhood.forceId, neighbourhood.code)
    const [others, priorities] = await Promise.all([
      shownConcerns(database.kysely, neighbourhood.id),
      prioritiesOf(database.kysely, neighbourhood.id),
    ])
    const title = `Concern ${concern.id}: ${topicName(concern)}`
    await sendPrivatePage(context, request, response, {
      status,
      person,
      title: status === 200 ? title : `Error: ${title}`,
      invented: neighbourhood.invented,
      content: (
        <ManageConcernPage
          id={concern.id}
          place={neighbourhood.name}
          topic={topicName(concern)}
          path={`${manage}/${concern.id}`}
          listPath={manage}
          facts={factsOf(concern)}
          words={concern.words === null ? null : { text: concern.words, language: concern.language }}
          revision={concern.revision}
          possible={changes.filter((change) => canBe(change, concern))}
          others={others.filter((other) => other.id !== concern.id).map(choiceOf)}
          priorities={priorities
            .filter((priority) => priority.closed_on === null)
            .map((priority) => ({ value: String(priority.id), text: priority.issue }))}
          typed={{
            refuseReason: typedText(typed, 'refuseReason'),
            takeOffReason: typedText(typed, 'takeOffReason'),
            into: typedText(typed, 'into'),
            priority: typedText(typed, 'priority'),
          }}
          problems={problems}
          meanwhile={
            wanted ? [{ label: 'What becomes of it', typed: changeNames[wanted], now: stateWords(concern) }] : null
          }
        />
      ),
    })
  }
  return router
}
