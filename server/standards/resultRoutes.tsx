import { type Request, type RequestHandler, type Response, Router } from 'express'
import { StandardResultPage } from '../../client/pages/manage/StandardResultPage.tsx'
import { StandardsResultsPage } from '../../client/pages/manage/StandardsResultsPage.tsx'
import { type MeasureKey, measureOf } from '../../shared/standards/measures/index.ts'
import { quarterOf } from '../../shared/standards/quarter.ts'
import { sentenceIn } from '../../shared/standards/sentence.ts'
import { quarterName, stateName, wordsOfResult } from '../../shared/standards/words.ts'
import { recordAudit } from '../accounts/audit.ts'
import type { AuditAction } from '../accounts/auditWords.ts'
import { accountIdOf } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import type { Handle } from '../database/database.ts'
import { AppError } from '../errors.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { translator } from '../web/translate.ts'
import { type Desk, deskIn } from './desk.ts'
import { bothParts, formOf, type Part, type Shown, standing } from './resultParts.ts'
import { type ResultPlace, writeEntered, writeExplanation, writtenAbout } from './resultQueries.ts'
import { resultsOf } from './results.ts'
import { whatWaits } from './rules.ts'
import { askedResult, enteredForm, explanationForm } from './schemas.ts'
import { publishedVersions } from './versionQueries.ts'

const list = '/manage/neighbourhoods/:force/:code/standards/results'
const one = `${list}/:key/:quarter`

/** A neighbourhood's results: what the team says about each, and figures that have to be entered. */
export function standardResults(context: Context): Router {
  const router = Router()
  router.get(list, (request, response) => sendList(context, request, response))
  router.get(one, async (request, response) => {
    await sendOne(context, request, response, await deskIn(context, request, 'standards.edit'))
  })
  router.post(`${one}/explain`, formBody, explain(context))
  router.post(`${one}/enter`, formBody, enter(context))
  return router
}

/** What became of the standards of a desk's neighbourhood. */
async function resultsAt(context: Context, desk: Desk) {
  const { kysely } = context.database
  const neighbourhoodId = desk.owner.neighbourhoodId ?? 0 // these addresses are of neighbourhoods only
  const versions = await publishedVersions(kysely, neighbourhoodId)
  return { neighbourhoodId, standards: await resultsOf(kysely, neighbourhoodId, versions, context.clock()) }
}

async function sendList(context: Context, request: Request, response: Response): Promise<void> {
  const desk = await deskIn(context, request, 'standards.edit')
  const { standards } = await resultsAt(context, desk)
  const current = quarterOf(context.clock())
  const t = translator('en')
  await sendPrivatePage(context, request, response, {
    title: `Results of ${desk.name}`,
    person: desk.person,
    invented: desk.invented,
    content: (
      <StandardsResultsPage
        name={desk.name}
        back={desk.url}
        standards={standards.map(({ standard, results }) => ({
          key: standard.key,
          promise: standard.promise,
          isEntered: measureOf(standard.measure).how === 'entered',
          results: results.map((result) => ({
            quarter: quarterName(t, result.quarter),
            state: result.state,
            stateName: stateName(t, result.state),
            words: wordsOfResult(t, 'en', result).join(' '),
            hasExplanation: result.explanation !== null,
            todo: whatWaits(result, current),
            url: result.state === 'not-promised' ? null : `${desk.url}/results/${standard.key}/${result.quarter}`,
          })),
        }))}
      />
    ),
  })
}

/** The standard and quarter of an address, promised then and still; anything else is refused. */
async function resultAt(context: Context, request: Request, desk: Desk) {
  const { key, quarter } = askedResult(request)
  const { neighbourhoodId, standards } = await resultsAt(context, desk)
  const found = standards.find(({ standard }) => standard.key === key)
  const result = found?.results.find((candidate) => candidate.quarter === quarter)
  if (!found || !result || result.state === 'not-promised') throw new AppError('NOT_ALLOWED')
  return { standard: found.standard, result, place: { neighbourhoodId, key, quarter } satisfies ResultPlace }
}

async function sendOne(
  context: Context,
  request: Request,
  response: Response,
  desk: Desk,
  shown: Shown = { typed: {}, parts: [] },
): Promise<void> {
  const { standard, result, place } = await resultAt(context, request, desk)
  const stands = await standing(context, desk, place)
  const t = translator('en')
  const measure = measureOf(standard.measure)
  const { problems = {}, isUnsaved = false } = shown
  await sendPrivatePage(context, request, response, {
    status: Object.keys(problems).length > 0 ? 422 : 200,
    title: 'A result',
    person: desk.person,
    invented: desk.invented,
    content: (
      <StandardResultPage
        promise={standard.promise}
        quarter={quarterName(t, place.quarter)}
        state={stateName(t, result.state)}
        words={wordsOfResult(t, 'en', result)}
        url={`${desk.url}/results/${place.key}/${place.quarter}`}
        back={`${desk.url}/results`}
        problems={problems}
        isUnsaved={isUnsaved}
        explanation={formOf(shown, 'explain', stands.explain)}
        entered={
          measure.how === 'entered'
            ? {
                ...formOf(shown, 'enter', stands.enter),
                target: sentenceIn(t, 'en', measure.target(standard.terms)),
              }
            : null
        }
      />
    ),
  })
}

/** Goes on after a part is saved: to the list, or, where something else was typed too, back to the form with it. */
async function goOn(
  context: Context,
  request: Request,
  response: Response,
  desk: Desk,
  typed: Typed,
  other: Part,
): Promise<void> {
  const { place } = await resultAt(context, request, desk)
  const { rows } = (await standing(context, desk, place))[other]
  const isUnsaved = rows.some(({ name, text }) => name in typed && typedText(typed, name).trim() !== text.trim())
  if (isUnsaved) return sendOne(context, request, response, desk, { typed, parts: [other], isUnsaved })
  response.redirect(303, `${desk.url}/results`)
}

function explain(context: Context): RequestHandler {
  return async (request, response) => {
    const desk = await deskIn(context, request, 'standards.edit')
    const { place } = await resultAt(context, request, desk)
    const form = readForm(explanationForm, request)
    const again = (problems: Problems, conflict?: Part) =>
      sendOne(context, request, response, desk, {
        typed: form.typed,
        parts: bothParts,
        problems,
        ...(conflict ? { conflict } : {}),
      })
    if (!form.ok) return again(form.problems)
    const { revision, ...words } = form.value
    const done = await write(context, desk, place, 'standards.explain', ['text', 'textWelsh'], (handle, by) =>
      writeExplanation(handle, place, words, { by, now: context.clock(), revision }),
    )
    const said = (await writtenAbout(context.database.kysely, place.neighbourhoodId)).explanation(
      place.key,
      place.quarter,
    )
    if (!done && !saysTheSame(words, said))
      return again({ text: 'Somebody else has changed this. Compare, then save again' }, 'explain')
    await goOn(context, request, response, desk, form.typed, 'enter')
  }
}

function enter(context: Context): RequestHandler {
  return async (request, response) => {
    const desk = await deskIn(context, request, 'standards.edit')
    const { place, standard } = await resultAt(context, request, desk)
    // What can be worked out is never typed.
    if (measureOf(standard.measure).how !== 'entered') throw new AppError('NOT_ALLOWED')
    const form = readForm(enteredForm, request)
    const again = (problems: Problems, conflict?: Part) =>
      sendOne(context, request, response, desk, {
        typed: form.typed,
        parts: bothParts,
        problems,
        ...(conflict ? { conflict } : {}),
      })
    if (!form.ok) return again(form.problems)
    const { figureRevision, ...figure } = form.value
    const most = largestFigure(standard.measure)
    if (figure.value > most) return again({ value: `Enter ${most} or less` })
    const done = await write(
      context,
      desk,
      place,
      'standards.enter',
      ['value', 'evidence', 'enteredAs'],
      (handle, by) => writeEntered(handle, place, figure, { by, now: context.clock(), revision: figureRevision }),
    )
    const held = (await writtenAbout(context.database.kysely, place.neighbourhoodId)).entered(place.key, place.quarter)
    if (!done && !saysTheSame(figure, held))
      return again({ value: 'Somebody else has changed this. Compare, then save again' }, 'enter')
    await goOn(context, request, response, desk, form.typed, 'explain')
  }
}

/** Whether what was typed stands already: sent twice, it is there. */
function saysTheSame<Words extends object>(typed: Words, standing: Words | null): boolean {
  return standing !== null && Object.entries(typed).every(([name, value]) => standing[name as keyof Words] === value)
}

/** No figure is larger than a target may be: a share has no more than 100 in a hundred. */
function largestFigure(measure: MeasureKey): number {
  const target = measureOf(measure).fields.find((field) => field.name === 'target')
  return target?.kind === 'number' ? target.max : Number.MAX_SAFE_INTEGER
}

/** Writes with its audit entry in one transaction, and moves the public pages. */
function write(
  context: Context,
  desk: Desk,
  { key, quarter }: ResultPlace,
  action: AuditAction,
  fields: string[],
  work: (handle: Handle, by: string | null) => Promise<boolean>,
): Promise<boolean> {
  return changePages(context, async (handle) => {
    if (!(await work(handle, accountIdOf(desk.person)))) return false
    await recordAudit(handle, desk.person, { action, ...desk.place, subject: `standard ${key} ${quarter}`, fields })
    return true
  })
}
