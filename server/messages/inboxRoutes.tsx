import { type Request, type Response, Router } from 'express'
import { InboxPage } from '../../client/pages/manage/InboxPage.tsx'
import { MessagePage } from '../../client/pages/manage/MessagePage.tsx'
import { dateInWords, momentInWords } from '../../shared/time/words.ts'
import { requireMayIn } from '../accounts/access.ts'
import type { ManagedNeighbourhood } from '../accounts/queries.ts'
import { may, type Person, type Place } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import type { Handle } from '../database/database.ts'
import { AppError } from '../errors.ts'
import { sendLetters } from '../mail/sendLetters.ts'
import { minutesPath } from '../meetings/minutes/paths.ts'
import { askedRow } from '../web/fields.ts'
import { formBody, type Problems, readForm, type Typed, typedFields, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { isFirstSending, wasSent } from '../web/sentOnce.ts'
import { type AnswerMade, answerAtMeeting } from './answerAtMeeting.ts'
import { lettersOf, type SentChange, written } from './changes.ts'
import { factsOf } from './facts.ts'
import { figureLines } from './figureLines.ts'
import { dueLine, inboxPath, messagePath, messageRows, officersThread, stateNames, topicName } from './inboxView.ts'
import { replyFigures } from './queries.ts'
import {
  forwardedFrom,
  forwardingsOf,
  inboxOf,
  type Message,
  messageOf,
  otherNeighbourhoods,
  peopleThere,
  textsOf,
} from './readMessages.ts'
import { type Change, canBe, changes, daysBefore, stateOf, states } from './rules.ts'
import { changeForms } from './schemas.ts'
import { changeMessage } from './writeMessages.ts'

/** Whoever asks, and the message that they ask for. */
interface Asked {
  person: Person
  neighbourhood: ManagedNeighbourhood
  place: Place
  message: Message
}

/** How far back the figures above an inbox go. */
const figureDays = 365

/** A team's messages under `/manage`: the inbox, one message, and what can be done to it. */
export function inboxPages(context: Context): Router {
  const router = Router()
  const { database, clock } = context
  const inbox = '/manage/neighbourhoods/:force/:code/messages'

  router.get(inbox, async (request, response) => {
    const { person, neighbourhood } = await requireMayIn(context, request, 'messages.answer')
    const now = clock()
    const since = daysBefore(now, figureDays)
    const reader = database.kysely
    const [messages, forwarded, figures] = await Promise.all([
      inboxOf(reader, neighbourhood.id),
      forwardedFrom(reader, neighbourhood.id),
      replyFigures(reader, neighbourhood.id, since, new Date(now.getTime() + 1), now),
    ])
    const lists = states.map((state) => ({
      name: stateNames[state],
      rows: messageRows(
        messages.filter((message) => stateOf(message) === state),
        now,
      ),
    }))
    await sendPrivatePage(context, request, response, {
      person,
      title: `Messages: ${neighbourhood.name}`,
      invented: neighbourhood.invented,
      content: (
        <InboxPage
          place={neighbourhood.name}
          lists={lists.filter((list) => list.rows.length > 0)}
          forwarded={forwarded.map((one) => ({
            id: one.id,
            topic: topicName(one.topic),
            to: one.to,
            when: momentInWords(one.forwardedAt, 'en'),
          }))}
          figures={{ since: dateInWords(since, 'en'), lines: figureLines(figures) }}
          wasForwarded={'forwarded' in request.query}
        />
      ),
    })
  })

  router.get(`${inbox}/:id`, async (request, response) => {
    await show(request, response, await asked(request))
  })
  for (const change of changes) {
    router.post(`${inbox}/:id/${change}`, formBody, async (request, response) => {
      await make(change, request, response)
    })
  }

  async function make(change: Change, request: Request, response: Response): Promise<void> {
    const sending = { ...typedFields(request.body), change }
    const { neighbourhood: here } = await requireMayIn(context, request, 'messages.answer')
    const done = () =>
      response.redirect(
        303,
        change === 'forward' ? `${inboxPath(here)}?forwarded` : messagePath(here, askedRow(request, 'id')),
      )
    if (await wasSent(database, sending)) return done()
    const found = await asked(request)
    const { person, neighbourhood, place, message } = found
    if (change === 'recourse' && !may(person, 'messages.oversee', place)) throw new AppError('NOT_ALLOWED')
    const form = readForm(changeForms[change], request)
    if (!form.ok) return show(request, response, found, { status: 422, ...form })
    const sent = { change, ...form.value } as SentChange
    await refuseForeign(sent, neighbourhood)
    const unsent = unsentWords(change, form.typed)
    if (leavesPage.has(change) && Object.keys(unsent).length > 0) {
      const problem = 'This is not sent yet. Send it first, or take it out of the form'
      const problems = Object.fromEntries(Object.keys(unsent).map((field) => [field, problem]))
      return show(request, response, found, { status: 422, typed: form.typed, problems })
    }

    const now = clock()
    const isCurrent = sent.revision === message.revision && canBe(change, message, now)
    const made = isCurrent ? await store(found, sent, sending, now) : 'outdated'
    if (typeof made === 'object') return show(request, response, found, { status: 422, typed: form.typed, ...made })
    // Of two sendings at once the second finds the message changed, by the first.
    if (made === 'outdated' && !(await wasSent(database, sending)))
      return show(request, response, await asked(request), { status: 409, typed: form.typed, isOutdated: true })
    if (made === 'made') await sendLetters(context, lettersOf(message, change))
    if (Object.keys(unsent).length > 0)
      return show(request, response, await asked(request), { typed: unsent, isUnsent: true })
    done()
  }

  /** Writes a change; the answer to a question of a meeting goes into the meeting's log too. */
  async function store(
    { person, place, message }: Asked,
    sent: SentChange,
    sending: Typed,
    now: Date,
  ): Promise<AnswerMade> {
    const shown = { ...message, revision: sent.revision }
    const write = async (handle: Handle) => {
      if (!(await changeMessage(handle, person, place, shown, written(message, sent, now), now))) return false
      await isFirstSending(handle, sending, now)
      return true
    }
    if (sent.change === 'answer' && message.meetingId !== null)
      return answerAtMeeting(context, person, message, sent.answer, write)
    return (await database.transaction(write)) ? 'made' : 'outdated'
  }

  /** Another neighbourhood's message answers like none at all. */
  async function asked(request: Request): Promise<Asked> {
    const found = await requireMayIn(context, request, 'messages.answer')
    const message = await messageOf(database.kysely, found.neighbourhood.id, askedRow(request, 'id'))
    if (!message) throw new AppError('NOT_ALLOWED')
    return { ...found, message }
  }

  /** Hidden fields and lists hold only people of this place, and neighbourhoods of this force. */
  async function refuseForeign(sent: SentChange, { id, forceId }: ManagedNeighbourhood): Promise<void> {
    if (sent.change === 'assign' && sent.person !== '') {
      const people = await peopleThere(database.kysely, { forceId, neighbourhoodId: id })
      if (!people.some((one) => one.id === sent.person)) throw new AppError('NOT_ALLOWED')
    }
    if (sent.change === 'forward') {
      const others = await otherNeighbourhoods(database.kysely, forceId, id)
      if (!others.some((one) => one.id === sent.to)) throw new AppError('NOT_ALLOWED')
    }
  }

  async function show(
    request: Request,
    response: Response,
    { person, neighbourhood, place, message }: Asked,
    sent: { status?: number; problems?: Problems; typed?: Typed; isOutdated?: boolean; isUnsent?: boolean } = {},
  ): Promise<void> {
    const { status = 200, problems = {}, typed = {}, isOutdated = false, isUnsent = false } = sent
    const reader = database.kysely
    const [texts, people, others, forwardings] = await Promise.all([
      textsOf(reader, message.id),
      peopleThere(reader, { forceId: neighbourhood.forceId, neighbourhoodId: neighbourhood.id }),
      otherNeighbourhoods(reader, neighbourhood.forceId, neighbourhood.id),
      forwardingsOf(reader, message.id),
    ])
    const title = `Message ${message.id}: ${topicName(message.topic)}`
    const assigned = people.find((one) => one.id === message.assignedTo)
    await sendPrivatePage(context, request, response, {
      status,
      person,
      title: status === 200 ? title : `Error: ${title}`,
      invented: neighbourhood.invented,
      content: (
        <MessagePage
          id={message.id}
          place={neighbourhood.name}
          topic={topicName(message.topic)}
          state={stateNames[stateOf(message)]}
          path={messagePath(neighbourhood, message.id)}
          inboxPath={inboxPath(neighbourhood)}
          due={dueLine(message, clock())}
          facts={factsOf(message, assigned?.name ?? null, forwardings)}
          thread={officersThread(texts)}
          meeting={message.meetingId === null ? null : { minutes: minutesPath(message.meetingId) }}
          revision={message.revision}
          possible={changes.filter(
            (change) =>
              canBe(change, message, context.clock()) &&
              (change !== 'recourse' || may(person, 'messages.oversee', place)),
          )}
          people={people.map((one) => ({ value: one.id, text: one.name }))}
          neighbourhoods={others.map((one) => ({ value: String(one.id), text: one.name }))}
          typed={{
            answer: typedText(typed, 'answer'),
            note: typedText(typed, 'note'),
            person: typedText(typed, 'person') || (message.assignedTo ?? ''),
            to: typedText(typed, 'to'),
            reply: typedText(typed, 'reply'),
          }}
          problems={problems}
          isOutdated={isOutdated}
          isUnsent={isUnsent}
        />
      ),
    })
  }
  return router
}

/** The field in which each change has its words. */
const wordsFields = { answer: 'answer', note: 'note', recourse: 'reply' } as const
/** After these the page is no longer the place to go on writing. */
const leavesPage: ReadonlySet<Change> = new Set(['forward', 'close'])

/** What was typed for another button than the one that was pressed. */
function unsentWords(change: Change, typed: Typed): Typed {
  const others = Object.entries(wordsFields).filter(([other]) => other !== change)
  return Object.fromEntries(
    others.flatMap(([, field]) => (typedText(typed, field).trim() === '' ? [] : [[field, typedText(typed, field)]])),
  )
}
