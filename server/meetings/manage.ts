import type { Request, Response } from 'express'
import { requireMayIn } from '../accounts/access.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { placePath } from '../priorities/bodies.ts'
import { askedRow } from '../web/fields.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { isPlanned, type MeetingRow, meetingsOf, type PlannedRow } from './queries.ts'

/** The path under which a team keeps its meetings. */
export const managePath = '/manage/neighbourhoods/:force/:code/meetings'
/** The path of one of them. */
export const oneMeeting = `${managePath}/:meeting`

export type Entered = Awaited<ReturnType<typeof enter>>

/** Lets in who may keep the meetings of the address's neighbourhood, and says where they are. @throws AppError SIGN_IN_FIRST or NOT_ALLOWED */
export async function enter(context: Context, request: Request) {
  const { person, place, neighbourhood } = await requireMayIn(context, request, 'meetings.edit')
  const { code, name, forceId, forceName, invented } = neighbourhood
  const publicPath = placePath({ code, name, force: { id: forceId, name: forceName, invented } })
  return {
    person,
    place,
    neighbourhood,
    paths: {
      meetings: `/manage${publicPath}/meetings`,
      dates: `/manage${publicPath}/priorities/dates`,
      public: `${publicPath}/meetings`,
    },
  }
}

/** Lets in as `enter` does, to a meeting that has an agenda. @throws AppError NOT_ALLOWED for one that is not this neighbourhood's */
export async function enterMeeting(context: Context, request: Request) {
  const entered = await enter(context, request)
  const row = await requirePlanned(context, request, entered)
  return { ...entered, row, desk: `${entered.paths.meetings}/${row.id}` }
}
export type EnteredMeeting = Awaited<ReturnType<typeof enterMeeting>>

/** The meeting of an address, with its agenda. @throws AppError NOT_ALLOWED */
export async function requirePlanned(context: Context, request: Request, entered: Entered): Promise<PlannedRow> {
  const row = await requireMeeting(context, request, entered)
  if (!isPlanned(row)) throw new AppError('NOT_ALLOWED')
  return row
}

/** The meeting of an address, be it one that has no agenda yet. @throws AppError NOT_ALLOWED */
export async function requireMeeting(
  context: Context,
  request: Request,
  { neighbourhood }: Entered,
): Promise<MeetingRow> {
  const id = askedRow(request, 'meeting')
  const row = (await meetingsOf(context.database.kysely, neighbourhood.id)).find((meeting) => meeting.id === id)
  if (!row) throw new AppError('NOT_ALLOWED')
  return row
}

/** Sends one of the team's own pages. */
export function sendManagePage(
  context: Context,
  request: Request,
  response: Response,
  { person, neighbourhood }: Entered,
  page: { title: string; content: preact.ComponentChild; status?: number },
): Promise<void> {
  return sendPrivatePage(context, request, response, {
    ...page,
    title: `${page.title}, ${neighbourhood.name}`,
    person,
    invented: neighbourhood.invented,
  })
}

/** The way back from a page of one meeting. */
export function backToDesk({ desk, row }: EnteredMeeting) {
  return { href: desk, text: row.title }
}

/** The way back to the list. */
export function backToList({ paths, neighbourhood }: Entered) {
  return { href: paths.meetings, text: `Meetings in ${neighbourhood.name}` }
}
