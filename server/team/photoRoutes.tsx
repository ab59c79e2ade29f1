import { type Request, type Response, Router } from 'express'
import { PhotoPage } from '../../client/pages/manage/team/PhotoPage.tsx'
import { largestPhotoMegabytes } from '../../shared/team/photo.ts'
import type { Member } from '../../shared/team/teamPage.ts'
import { requireMayIn } from '../accounts/access.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { askedRow, shownRevision } from '../web/fields.ts'
import { formBody, type Problems, typedFields, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { changeDraft, subjectOf } from './draft.ts'
import { readPhotoForm } from './photoForm.ts'
import { keepPhoto, photoOf } from './photoQueries.ts'
import { NotAPhoto, type Picture, pictureOf } from './picture.ts'
import { draftOf } from './queries.ts'
import { editPart, partOf } from './rules.ts'
import { photoWords } from './schemas.ts'
import { homeOf } from './view.ts'

const team = '/manage/neighbourhoods/:force/:code/team'

/** Photos of members: sent, looked at before they are published, and taken off. */
export function photoRoutes(context: Context): Router {
  const router = Router()
  const path = `${team}/members/:id/photo`
  router.get(path, async (request, response) => {
    const access = await requireMayIn(context, request, 'team.edit')
    const member = await askedMember(context, access, request)
    await sendForm(context, access, request, response, { member, alt: member.photo?.alt ?? '' })
  })
  router.post(path, (request, response) => savePhoto(context, request, response))
  router.post(`${path}/remove`, formBody, (request, response) => removePhoto(context, request, response))
  router.get(`${team}/photos/:photo.jpg`, async (request, response) => {
    const { neighbourhood } = await requireMayIn(context, request, 'manage.see')
    const picture = await photoOf(context.database.kysely, neighbourhood.id, String(request.params['photo']))
    if (!picture) throw new AppError('NOT_ALLOWED')
    response.set('Cache-Control', 'private, no-store').type('image/jpeg').send(Buffer.from(picture))
  })
  return router
}

type Access = Awaited<ReturnType<typeof requireMayIn>>

/** The member of an address. @throws AppError NOT_ALLOWED when this neighbourhood's page never had them */
async function askedMember(context: Context, { neighbourhood }: Access, request: Request): Promise<Member> {
  const draft = await draftOf(context.database.kysely, neighbourhood.id)
  const member = partOf(draft.page, 'members', askedRow(request, 'id'))
  if (!member) throw new AppError('NOT_ALLOWED')
  return member
}

interface Shown {
  member: Member
  alt: string
  /** Address of a photo that was sent already. */
  kept?: string | undefined
  revision?: number
  problems?: Problems
  status?: number
  conflict?: { by: string | null }
}

async function sendForm(context: Context, access: Access, request: Request, response: Response, shown: Shown) {
  const { neighbourhood, person } = access
  const { member, alt, kept, problems = {}, conflict } = shown
  const home = homeOf(neighbourhood)
  const urlOf = (sha256: string) => `${home}/team/photos/${sha256}.jpg`
  await sendPrivatePage(context, request, response, {
    ...(shown.status ? { status: shown.status } : {}),
    title: `Photo of ${member.name}`,
    person,
    invented: neighbourhood.invented,
    content: (
      <PhotoPage
        neighbourhood={neighbourhood.name}
        home={home}
        member={member.name}
        action={`${home}/team/members/${member.id}/photo`}
        revision={shown.revision ?? member.revision}
        alt={alt}
        photo={member.photo && { url: urlOf(member.photo.sha256), alt: member.photo.alt }}
        kept={kept ? { sha256: kept, url: urlOf(kept) } : null}
        problems={problems}
        conflict={conflict}
      />
    ),
  })
}

async function savePhoto(context: Context, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.edit')
  const member = await askedMember(context, access, request)
  const { typed, file, tooLarge } = await readPhotoForm(request, response)
  const revision = shownRevision.parse(typed['revision'])
  const alt = typedText(typed, 'alt')
  const problems: Problems = {}
  const words = photoWords.safeParse(alt)
  if (!words.success) problems['alt'] = words.error.issues[0]?.message ?? ''

  const picture = await sentPicture(file, tooLarge, problems)
  if (picture)
    await context.database.transaction((handle) => keepPhoto(handle, access.neighbourhood.id, picture, context.clock()))
  const kept = picture?.sha256 ?? (await keptBefore(context, access, typedText(typed, 'kept')))
  const sha256 = kept ?? member.photo?.sha256
  if (!sha256) problems['photo'] ??= 'Choose a photo'
  if (!words.success || !sha256 || Object.keys(problems).length > 0)
    return sendForm(context, access, request, response, { member, alt, kept, revision, problems, status: 422 })

  const outcome = await changeDraft(context, access, (draft) => {
    const edited = editPart(draft.page, 'members', member.id, revision, { photo: { sha256, alt: words.data } })
    if (edited.kind === 'conflict') return { ...edited, by: draft.changedBy }
    if (edited.kind === 'not-there') throw new AppError('NOT_ALLOWED')
    const { page, fields } = edited
    return { kind: 'changed', action: 'team.edit', page, subject: subjectOf('members', member.id), fields }
  })
  if (outcome.kind === 'conflict') {
    const shown = { member: outcome.now, alt, kept, status: 409, conflict: { by: outcome.by } }
    return sendForm(context, access, request, response, shown)
  }
  response.redirect(303, `${homeOf(access.neighbourhood)}/team#members`)
}

/** The picture that was sent, or what is wrong with it, said in the problems. */
async function sentPicture(
  file: Buffer | undefined,
  tooLarge: boolean,
  problems: Problems,
): Promise<Picture | undefined> {
  if (tooLarge)
    problems['photo'] =
      `That file is larger than ${largestPhotoMegabytes} MB. Choose a smaller one; nothing else was lost`
  if (!file) return undefined
  try {
    return await pictureOf(file)
  } catch (refusal) {
    if (!(refusal instanceof NotAPhoto)) throw refusal
    problems['photo'] = refusal.message
    return undefined
  }
}

/** A photo that was sent with an earlier try. @throws AppError NOT_ALLOWED when it is not this neighbourhood's */
async function keptBefore(context: Context, { neighbourhood }: Access, sha256: string): Promise<string | undefined> {
  if (sha256 === '') return undefined
  if (!(await photoOf(context.database.kysely, neighbourhood.id, sha256))) throw new AppError('NOT_ALLOWED')
  return sha256
}

async function removePhoto(context: Context, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.edit')
  const { id } = await askedMember(context, access, request)
  const revision = shownRevision.parse(typedFields(request.body)['revision'])
  const outcome = await changeDraft(context, access, (draft) => {
    const edited = editPart(draft.page, 'members', id, revision, { photo: null })
    if (edited.kind !== 'changed') return { kind: 'conflict' as const }
    const { page, fields } = edited
    return { kind: 'changed', action: 'team.edit', page, subject: subjectOf('members', id), fields }
  })
  const page = `${homeOf(access.neighbourhood)}/team`
  response.redirect(303, outcome.kind === 'conflict' ? `${page}/members/${id}/photo` : `${page}#members`)
}
