import { parse } from 'node-html-parser'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { postForm, type SignedIn, signIn } from '../../test/support/signIn.ts'
import { forgetSentForms } from './sentOnce.ts'

const place = '/neighbourhoods/dogger/SP1'
const manage = `/manage${place}`

onBothDatabases('a form that adds something', (database) => {
  let app: TestApp
  let officer: SignedIn
  let now = new Date('2026-11-24T12:00:00Z')

  beforeAll(async () => {
    await aForce(database())
    const neighbourhoodId = await aNeighbourhood(database())
    app = await startTestApp(database(), { clock: () => now })
    officer = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId }])
  })
  afterAll(() => app.close())

  /** The hidden field of a form, as opening its page gives it. */
  const opened = async (path: string): Promise<{ once: string }> => {
    const once = parse(await (await officer.get(path)).text()).querySelector('input[name=once]')
    return { once: once?.getAttribute('value') ?? 'the form has no such field' }
  }
  const count = async (table: 'priority' | 'event' | 'priority_action' | 'standard_draft' | 'standard_draft_comment') =>
    Number(
      (
        await database()
          .kysely.selectFrom(table)
          .select(({ fn }) => fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    )
  const speeding = { issue: 'Speeding on Outer Row', agreedOn: '2026-11-20' }

  it('adds it once however often its button is pressed, at once or later, and answers the same', async () => {
    const form = { ...(await opened(`${manage}/priorities/new`)), ...speeding }
    const send = () => officer.post(`${manage}/priorities/new`, form)
    const answers = [...(await Promise.all([send(), send(), send()])), await send()]
    expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303, 303])
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
    expect(await count('priority')).toBe(1)
  })

  it('adds what was typed anew after going back, and the same words once the form is opened again', async () => {
    const form = { ...(await opened(`${manage}/priorities/new`)), ...speeding }
    await officer.post(`${manage}/priorities/new`, form)
    await officer.post(`${manage}/priorities/new`, { ...form, issue: 'Speeding on Inner Row' })
    await officer.post(`${manage}/priorities/new`, { ...(await opened(`${manage}/priorities/new`)), ...speeding })
    expect(await count('priority')).toBe(4)
  })

  it('is not used up by a sending that was refused', async () => {
    const before = await count('priority')
    const form = { ...(await opened(`${manage}/priorities/new`)), ...speeding, agreedOn: '' }
    expect((await officer.post(`${manage}/priorities/new`, form)).status).toBe(422)
    expect((await officer.post(`${manage}/priorities/new`, { ...form, agreedOn: '2026-11-20' })).status).toBe(303)
    expect(await count('priority')).toBe(before + 1)
  })

  it('holds for dates, actions, standards, comments and the parts of the team’s page', async () => {
    const twice = async (path: string, fields: Record<string, string>) => {
      const form = { ...(await opened(path)), ...fields }
      for (const answer of await Promise.all([officer.post(path, form), officer.post(path, form)]))
        expect(answer.status, path).toBe(303)
    }
    const meeting = { kind: 'meeting', title: 'Meeting', place: 'Hall', day: '2026-12-08', starts: '19:00' }
    await twice(`${manage}/priorities/dates/new`, meeting)
    expect(await count('event')).toBe(1)

    const { id } = await database().kysely.selectFrom('priority').select('id').executeTakeFirstOrThrow()
    await twice(`${manage}/priorities/${id}/actions/new`, { what: 'Speed checks' })
    expect(await count('priority_action')).toBe(1)

    const add = `${manage}/standards/add`
    const form = { ...(await opened(`${add}?measure=patrol-hours`)), measure: 'patrol-hours', promise: 'We walk' }
    const standard = { ...form, revision: '0', 'term-target': '40' }
    await Promise.all([officer.post(add, standard), officer.post(add, standard)])
    expect(await count('standard_draft')).toBe(1)

    const shared = await (await officer.post(`${manage}/standards/share`, {})).text()
    const link = /\/standards-draft\/[\w-]+/.exec(shared)?.[0] ?? ''
    const comment = { ...(await opened(link)), text: 'Good', name: '' }
    await Promise.all([postForm(app.url + link, comment), postForm(app.url + link, comment)])
    expect(await count('standard_draft_comment')).toBe(1)

    await twice(`${manage}/team/members/new`, { name: 'PC New Example' })
    const draft = await database().kysely.selectFrom('team_page_draft').select('content').executeTakeFirstOrThrow()
    expect(draft.content.members.filter((member) => member.name === 'PC New Example')).toHaveLength(1)
  })

  it('lets go of what it knew after two days', async () => {
    now = new Date('2026-11-27T12:00:00Z')
    await forgetSentForms(app.context).run()
    expect(await database().kysely.selectFrom('sent_form').selectAll().execute()).toEqual([])
  })

  it('gives back a whole document that was pasted into a field, with a sentence beside it', async () => {
    const why = 'Ŵy ar y môr. '.repeat(40_000)
    const answer = await officer.post(`${manage}/priorities/new`, { ...speeding, why })
    expect(answer.status).toBe(422)
    const html = parse(await answer.text())
    expect(html.querySelector('#why')?.textContent).toBe(why)
    expect(html.querySelector('.govuk-error-summary')?.textContent).toContain('2,000 characters')
  })
})
