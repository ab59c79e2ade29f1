import type { Request, Response } from 'express'
import { requireMayIn } from '../accounts/access.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { askedRow } from '../web/fields.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { placePath } from './bodies.ts'
import { type ActionRow, actionOf, type EventRow, eventOf, priorityOf } from './queries.ts'

/** The path under which a team keeps its priorities and dates. */
export const managePath = '/manage/neighbourhoods/:force/:code/priorities'

export type Entered = Awaited<ReturnType<typeof enter>>

/** Lets in who may keep the priorities of the address's neighbourhood, and says where they are. @throws AppError SIGN_IN_FIRST or NOT_ALLOWED */
export async function enter(context: Context, request: Request) {
  const { person, place, neighbourhood } = await requireMayIn(context, request, 'priorities.edit')
  const { code, name, forceId, forceName, invented } = neighbourhood
  const publicPath = placePath({ code, name, force: { id: forceId, name: forceName, invented } })
  const priorities = `/manage${publicPath}/priorities`
  return {
    person,
    place,
    neighbourhood,
    paths: {
      priorities,
      dates: `${priorities}/dates`,
      meetings: `/manage${publicPath}/meetings`,
      public: `${publicPath}/priorities`,
    },
  }
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

/** The priority of an address. @throws AppError NOT_ALLOWED for one that is not this neighbourhood's, whether there is one or not */
export async function requirePriority(context: Context, request: Request, { neighbourhood }: Entered) {
  return mustBeTheirs(await priorityOf(context.database.kysely, neighbourhood.id, askedRow(request, 'priority')))
}

/** The action of an address. @throws AppError NOT_ALLOWED for one that is not of this priority */
export async function requireAction(context: Context, request: Request, priorityId: number): Promise<ActionRow> {
  return mustBeTheirs(await actionOf(context.database.kysely, priorityId, askedRow(request, 'action')))
}

/** The event of an address. @throws AppError NOT_ALLOWED for one that is not this neighbourhood's */
export async function requireEvent(context: Context, request: Request, { neighbourhood }: Entered): Promise<EventRow> {
  return mustBeTheirs(await eventOf(context.database.kysely, neighbourhood.id, askedRow(request, 'event')))
}

function mustBeTheirs<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new AppError('NOT_ALLOWED')
  return row
}
