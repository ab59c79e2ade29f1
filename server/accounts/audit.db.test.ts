import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aMessage } from '../../test/support/builders/messages.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { postForm, type SignedIn, signIn } from '../../test/support/signIn.ts'
import { eraseWhatIsDue } from '../messages/erase.ts'
import { recordAudit } from './audit.ts'
import { type InviteCommand, inviteWork } from './inviteCommand.ts'
import type { Person, Place } from './rules.ts'
import { tokenCommand, tokenWork } from './tokenCommand.ts'

const now = new Date('2026-11-24T12:00:00Z')
const log = '/manage/forces/dogger/audit'
const all = '/manage/audit'
const manage = '/manage/neighbourhoods/dogger/SP1'

onBothDatabases('the audit log', (database) => {
  let app: TestApp
  let silverPit: number
  let outerPit: number
  let fisherPlace: number
  let amina: SignedIn
  let boss: SignedIn
  let fisherBoss: SignedIn
  let admin: SignedIn

  beforeAll(async () => {
    await aForce(database())
    await aForce(database(), { id: 'fisher', name: 'Fisher Police' })
    silverPit = await aNeighbourhood(database())
    outerPit = await aNeighbourhood(database(), { code: 'S/P 2', name: 'Outer Silver Pit' })
    fisherPlace = await aNeighbourhood(database(), { force: 'fisher', code: 'F1', name: 'Fisher Bank' })
    app = await startTestApp(database(), { clock: () => now })
    amina = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: silverPit }], 'Amina Ali')
    boss = await signIn(app, [{ role: 'supervisor', forceId: 'dogger', neighbourhoodId: null }], 'E. Boss')
    fisherBoss = await signIn(app, [{ role: 'supervisor', forceId: 'fisher', neighbourhoodId: null }], 'F. Boss')
    admin = await signIn(app, [{ role: 'admin', forceId: null, neighbourhoodId: null }], 'Ada Admin')
  })
  afterAll(() => app.close())

  const page = async (path: string, person = boss) => {
    const answer = await person.get(path)
    expect([path, answer.status]).toEqual([path, 200])
    return parse(await answer.text())
  }
  /** The lines of a log: who, what and where. */
  const lines = async (path = log, person = boss) =>
    (await page(path, person))
      .querySelectorAll('main tbody tr')
      .map((row) => row.querySelectorAll('td').map((cell) => cell.textContent))
      .map(([, who, what, where]) => [who, what, where])
  const newest = async (path = log, person = boss) => (await lines(path, person))[0]
  const newestLink = async () => (await page(log)).querySelector('main tbody tr a')?.getAttribute('href')
  /** What the fields of a form hold. */
  const typedAt = async (path: string) =>
    Object.fromEntries(
      (await page(path, amina))
        .querySelectorAll('main form input, main form textarea')
        .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? field.textContent]),
    )
  /** Writes an entry as something of the service would. */
  const record = (change: Place & Parameters<typeof recordAudit>[2], person: Person | null = null) =>
    database().transaction((handle) => recordAudit(handle, person, change))

  it('says in words when there is nothing in it', async () => {
    const empty = await page(log)
    expect(empty.querySelector('main')?.textContent).toContain('Nothing has been changed yet.')
    expect(empty.querySelectorAll('main table')).toHaveLength(0)
    const filtered = await page(`${log}?kind=messages&neighbourhood=SP1`)
    expect(filtered.querySelector('main')?.textContent).toContain('Nothing of this kind has been changed there.')
    expect(filtered.querySelector(`main a[href="${log}"]`)?.textContent).toBe('All changes')
    expect((await page(`${log}?before=7`)).querySelector('main')?.textContent).toContain('There is nothing older.')
  })

  describe('about people', () => {
    const invitation = { name: 'C. New', email: 'c.new@dogger.example', role: 'officer', neighbourhood: 'SP1' }
    const tokenOf = () => /token=([\w-]+)/.exec(app.letters.at(-1)?.text ?? '')?.[1] ?? ''

    it('says who was invited, came in and was let go, by name and never by address', async () => {
      await boss.post('/manage/forces/dogger/people', invitation)
      expect(await newest()).toEqual(['E. Boss', 'Invited C. New to be an officer', 'Silver Pit'])
      await postForm(`${app.url}/invitation`, { token: tokenOf() })
      expect(await newest()).toEqual(['C. New', 'Accepted the invitation to be an officer', 'Silver Pit'])
      const person = await database()
        .kysely.selectFrom('person')
        .innerJoin('access_grant', 'person_id', 'person.id')
        .where('email', '=', invitation.email)
        .select(['person.id as personId', 'access_grant.id'])
        .executeTakeFirstOrThrow()
      await boss.post('/manage/forces/dogger/people/end', { id: String(person.id) })
      expect(await newest()).toEqual(['E. Boss', 'Ended the access of C. New as an officer', 'Silver Pit'])
      expect((await page(log)).toString()).not.toContain('c.new@')

      await database().kysely.deleteFrom('person').where('id', '=', person.personId).execute()
      const removed = 'an account since removed'
      expect(await lines()).toEqual([
        ['E. Boss', `Ended the access of ${removed} as an officer`, 'Silver Pit'],
        [removed, 'Accepted the invitation to be an officer', 'Silver Pit'],
        ['E. Boss', `Invited ${removed} to be an officer`, 'Silver Pit'],
      ])
    })

    it('keeps ids only', async () => {
      const entries = await database().kysely.selectFrom('audit_entry').selectAll().execute()
      expect(JSON.stringify(entries)).not.toMatch(/C\. New|c\.new|Boss/)
      expect(entries.map((entry) => entry.subject)).toEqual([
        expect.stringMatching(/^invitation \d+$/),
        expect.stringMatching(/^invitation \d+$/),
        expect.stringMatching(/^grant \d+ of person [0-9a-f]{32}$/),
      ])
    })

    it('holds whoever did it: an administrator, the command line, a machine', async () => {
      await admin.post('/manage/forces/dogger/people', { ...invitation, role: 'supervisor', neighbourhood: '' })
      expect(await newest()).toEqual(['Ada Admin', 'Invited C. New to be a supervisor', 'the whole force'])
      const { email, name } = invitation
      await inviteWork(database(), { email, name, role: 'supervisor', force: 'dogger' } as InviteCommand, now)
      expect(await newest()).toEqual([
        'whoever runs the service',
        'Invited C. New to be a supervisor',
        'the whole force',
      ])
      const made = await tokenWork(
        database(),
        tokenCommand.parse({ do: 'make', role: 'officer', force: 'dogger', neighbourhood: 'SP1', name: 'feed reader' }),
        now,
      )
      if (!('text' in made)) throw new Error('no token')
      expect(await newest()).toEqual([
        'whoever runs the service',
        `Made token ${made.id} (feed reader), with the rights of an officer`,
        'Silver Pit',
      ])
      expect(await newestLink()).toBe('/manage/forces/dogger/tokens')
      const machine = { id: `token:${made.id}`, name: 'feed reader', email: null, via: 'token', grants: [] } as const
      const place = { forceId: 'dogger', neighbourhoodId: silverPit }
      await database().transaction((handle) => recordAudit(handle, machine, { action: 'priority.add', ...place }))
      expect((await newest())?.[0]).toBe(`token ${made.id} (feed reader)`)
    })

    it('is for administrators where it is of no force', async () => {
      const before = await lines()
      await admin.post('/manage/forces/dogger/people', { ...invitation, role: 'admin', neighbourhood: '' })
      await inviteWork(database(), { email: 'd@dogger.example', name: 'D. Next', role: 'admin' } as InviteCommand, now)
      await tokenWork(database(), tokenCommand.parse({ do: 'make', role: 'admin', name: 'backup' }), now)
      expect(await lines()).toEqual(before)
      expect(
        (await lines(`${all}?force=-`, admin)).map(([who, what, where]) => [who, what?.replace(/\d+/, 'N'), where]),
      ).toEqual([
        [
          'whoever runs the service',
          'Made token N (backup), with the rights of an administrator',
          'no force: the service',
        ],
        ['whoever runs the service', 'Invited D. Next to be an administrator', 'no force: the service'],
        ['Ada Admin', 'Invited C. New to be an administrator', 'no force: the service'],
      ])
      expect((await lines(all, admin)).length).toBe(before.length + 3)
      expect((await lines(all, admin)).at(-1)?.[2]).toBe('Silver Pit, Dogger Constabulary')
      expect((await boss.get(all)).status).toBe(403)
      expect((await amina.get(all)).status).toBe(403)
      expect((await page('/manage', admin)).querySelector(`main a[href="${all}"]`)).not.toBeNull()
      expect((await page('/manage')).querySelector(`main a[href="${all}"]`)).toBeNull()
    })
  })

  describe('about what a team does', () => {
    it('calls priorities, actions and dates by what is published, and leads to them', async () => {
      await amina.post(`${manage}/priorities/new`, {
        issue: 'Speeding <b>here</b>',
        agreedOn: '2026-11-20',
        'Nia Example lives at 4 Outer Row': 'x',
      })
      const { id } = await database()
        .kysely.selectFrom('priority')
        .select('id')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
      expect(await newest()).toEqual([
        'Amina Ali',
        'Published the priority “Speeding <b>here</b>”: The issue, Agreed on',
        'Silver Pit',
      ])
      expect((await page(log)).querySelectorAll('main b')).toHaveLength(0)
      expect(await newestLink()).toBe(`${manage}/priorities#priority-${id}`)
      await amina.post(`${manage}/priorities/${id}/actions/new`, { what: 'A secret speed check' })
      expect((await newest())?.[1]).toBe('Published an action on “Speeding <b>here</b>”: What was done, or is planned')
      const date = { kind: 'meeting', title: 'Meeting', day: '2026-12-08', starts: '19:00', place: 'Community hall' }
      await amina.post(`${manage}/priorities/dates/new`, date)
      const event = await database().kysely.selectFrom('event').select('id').executeTakeFirstOrThrow()
      await amina.post(`${manage}/priorities/dates/${event.id}/cancel`, { revision: '1', cancelled: 'yes' })
      expect((await newest())?.[1]).toBe('Cancelled the date “Meeting”, 8 December 2026: Cancelled or not')
      expect(await newestLink()).toBe(`${manage}/priorities/dates#event-${event.id}`)
    })

    it('has of a message its number and nothing that was written', async () => {
      const { id } = await aMessage(database(), {
        neighbourhoodId: silverPit,
        at: new Date('2026-11-23T12:00:00Z'),
        message: 'Secret words',
        email: 'nia@example.org',
      })
      await amina.post(`${manage}/messages/${id}/note`, { revision: '1', note: 'Secret note' })
      expect(await newest()).toEqual(['Amina Ali', `Wrote a note on message ${id}: Words`, 'Silver Pit'])
      await amina.post(`${manage}/messages/${id}/forward`, { revision: '2', to: String(outerPit) })
      expect((await newest())?.[1]).toBe(`Forwarded message ${id}: Neighbourhood, Assigned to`)
      const link = await newestLink()
      expect(link).toBe(`/manage/neighbourhoods/dogger/S%2FP%202/messages/${id}`) // where it is now
      expect((await boss.get(link ?? '')).status).toBe(200)
      expect((await page(log)).toString()).not.toMatch(/Secret|nia@/)
      await boss.post(`${link}/close`, { revision: '3' })
      const later = new Date('2027-11-24T12:00:00Z')
      await database().transaction((handle) => eraseWhatIsDue(handle, later))
      expect(await newest(`${all}?kind=messages`, admin)).toEqual([
        'the service',
        'Closed and erased messages whose time had come: 0 closed, 1 erased',
        'no force: the service',
      ])
    })

    it('calls parts of a team’s page by their kind until residents see them', async () => {
      const team = `${manage}/team`
      await amina.post(`${team}/members/new`, { name: 'B. Second', rank: 'PC', shown: 'yes' })
      const [, added] = (await newest()) ?? []
      expect(added).toMatch(/^Added a team member to the draft of the team page: Name, Rank, /)
      const member = await newestLink()
      expect((await boss.get(member ?? '')).status).toBe(200)
      const draft = await database().kysely.selectFrom('team_page_draft').select('revision').executeTakeFirstOrThrow()
      await amina.post(`${team}/publish`, { revision: String(draft.revision) })
      expect((await newest())?.[1]).toBe('Published version 1 of the team page: Team members')
      expect((await boss.get((await newestLink()) ?? '')).status).toBe(200)
      await amina.post(`${member}`, { name: 'B. Second', rank: 'PC', role: 'Parks', shown: 'yes', revision: '1' })
      expect((await newest())?.[1]).toBe('Changed the team member “B. Second” in the draft of the team page: Role')
      await amina.post(`${member}/remove`, { revision: '2' })
      expect((await newest())?.[1]).toBe(
        'Took the team member “B. Second” off the draft of the team page: On the page or not',
      )
      await amina.post(`${team}/about`, { ...(await typedAt(`${team}/about`)), description: 'A place by the sea.' })
      expect((await newest())?.[1]).toMatch(
        /^Changed the description and contacts in the draft of the team page: About/,
      )
    })

    it('calls standards by their promise, and says which of their fields were changed', async () => {
      const desk = `${manage}/standards`
      await amina.post(`${desk}/start`, { set: 'pledge' })
      expect((await newest())?.[1]).toBe(
        'Added the set “Policing Pledge (2008, historical)” to the draft of the standards',
      )
      const draft = await database()
        .kysely.selectFrom('standard_draft')
        .where('key', '=', 'pledge-fair')
        .selectAll()
        .executeTakeFirstOrThrow()
      const typed = await typedAt(`${desk}/${draft.id}/edit`)
      await amina.post(`${desk}/${draft.id}/edit`, { ...typed, promise: 'We are fair.' })
      expect((await newest())?.[1]).toBe(
        'Changed the standard “We are fair.” in the draft of the standards: What you promise',
      )
      expect(await newestLink()).toBe(desk)
      await amina.post(`${desk}/${draft.id}/remove`, { revision: '2' })
      expect((await newest())?.[1]).toBe('Took a standard since removed off the draft of the standards')
      const before = await lines()
      await amina.post(`${desk}/${draft.id}/remove`, { revision: '2' })
      await amina.post(`${desk}/share/1/end`, {})
      expect(await lines()).toEqual(before) // nothing was done, so nothing is said
    })
  })

  describe('is looked through', () => {
    it('by neighbourhood, by what is of the whole force, and by kind of change', async () => {
      await record({ action: 'standards.publish', forceId: 'dogger', neighbourhoodId: outerPit })
      await record({ action: 'standards.publish', forceId: 'fisher', neighbourhoodId: fisherPlace })
      expect(await lines(`${log}?neighbourhood=${encodeURIComponent('S/P 2')}&kind=standards`)).toEqual([
        ['the service', 'Signed and published the standards', 'Outer Silver Pit'],
      ])
      expect(new Set((await lines(`${log}?neighbourhood=-`)).map(([, , where]) => where))).toEqual(
        new Set(['the whole force']),
      )
      const people = await lines(`${log}?kind=people`)
      expect(people.length).toBeGreaterThan(3)
      for (const [, what] of people) expect(what).toMatch(/invitation|Invited|Ended the access/)
      const chosen = await page(`${log}?neighbourhood=SP1&kind=team`)
      expect(chosen.querySelectorAll('main option[selected]').map((option) => option.textContent)).toEqual([
        'Silver Pit',
        'The team page',
      ])
      expect(await lines(`${all}?force=fisher`, admin)).toEqual(
        await lines('/manage/forces/fisher/audit', fisherBoss).then((own) =>
          own.map(([who, what]) => [who, what, 'Fisher Bank, Fisher Police']),
        ),
      )
    })

    it('of one’s own force only, whatever the address asks for', async () => {
      const everything = await lines()
      for (const query of [
        'neighbourhood=F1',
        'force=fisher',
        'kind=bees',
        'before=bees',
        `neighbourhood=${'x'.repeat(3000)}`,
      ])
        expect(await lines(`${log}?${query}`), query).toEqual(everything)
      expect(await lines('/manage/forces/fisher/audit', fisherBoss)).toHaveLength(1)
      expect((await fisherBoss.get(log)).status).toBe(403)
      expect((await amina.get(log)).status).toBe(403)
    })

    it('page by page, with the filter kept', async () => {
      for (let entry = 0; entry < 120; entry++)
        await record({
          action: 'message.close',
          forceId: 'dogger',
          neighbourhoodId: silverPit,
          subject: `message ${entry}`,
        })
      const first = await page(`${log}?kind=messages&neighbourhood=SP1`)
      const numbers = (html: typeof first) =>
        html.querySelectorAll('main tbody tr').map((row) => /message (\d+)/.exec(row.textContent)?.[1])
      expect(numbers(first)).toHaveLength(100)
      expect(numbers(first)[0]).toBe('119')
      const older = first.querySelectorAll('main a').find((link) => link.textContent === 'Older changes')
      const address = older?.getAttribute('href') ?? ''
      expect(address).toMatch(/\?neighbourhood=SP1&kind=messages&before=\d+$/)
      // What is added meanwhile moves nothing.
      await record({ action: 'message.close', forceId: 'dogger', neighbourhoodId: silverPit, subject: 'message 999' })
      const second = await page(address)
      expect(numbers(second)[0]).toBe('19')
      expect(second.querySelectorAll('main a').map((link) => link.textContent)).not.toContain('Older changes')
      const back = second.querySelectorAll('main a').find((link) => link.textContent === 'The newest changes')
      expect(back?.getAttribute('href')).toBe(`${log}?neighbourhood=SP1&kind=messages`)
    })
  })

  it('says what it can of things, places and fields that are no more', async () => {
    await record({ action: 'priority.change', forceId: 'dogger', neighbourhoodId: 999_999, subject: 'priority 999999' })
    expect(await newest()).toEqual(['the service', 'Changed a priority since removed', 'a neighbourhood since removed'])
    await record({ action: 'people.end', forceId: 'dogger', neighbourhoodId: null, subject: 'grant 2' })
    expect((await newest())?.[1]).toBe('Ended the access of somebody as a supervisor')
    await record({ action: 'bees.keep' as never, forceId: 'dogger', neighbourhoodId: null, fields: ['honey'] })
    expect((await newest())?.[1]).toBe('Did something that this version of the service has no words for: Another field')
  })
})
