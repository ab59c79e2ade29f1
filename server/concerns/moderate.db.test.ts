import { parse } from 'node-html-parser'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aConcern, aDevice } from '../../test/support/builders/concerns.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { postForm, type SignedIn, signIn } from '../../test/support/signIn.ts'
import { erasureJob } from '../jobs/erasure.ts'
import { addPriority, closePriority } from '../priorities/changes.ts'
import { backConcern } from './backConcern.ts'
import { eraseConcernsDue } from './erase.ts'

const page = '/neighbourhoods/dogger/SP1/concerns'
const manage = `/manage${page}`
const start = new Date('2026-03-02T10:00:00Z')
const days = (count: number) => new Date(start.getTime() + count * 86_400_000)

onBothDatabases('what becomes of a concern', (database) => {
  let app: TestApp
  let now = start
  let silverPit: number
  let outer: number
  let sergeant: SignedIn
  let priority: number

  beforeAll(async () => {
    await aForce(database())
    silverPit = await aNeighbourhood(database())
    outer = await aNeighbourhood(database(), { code: 'SP2', name: 'Outer Silver Pit', box: [2.4, 54.69, 2.44, 54.71] })
    app = await startTestApp(database(), { clock: () => now })
    sergeant = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: silverPit }])
    priority = await add(silverPit, 'Speeding on Outer Row')
  })
  afterAll(() => app.close())
  beforeEach(async () => {
    now = start
    app.letters.splice(0)
    await database().kysely.deleteFrom('concern').execute()
  })

  const add = (neighbourhoodId: number, issue: string) =>
    database().transaction((handle) =>
      addPriority(handle, neighbourhoodId, { issue, why: '', owner: '', agreedOn: '2026-02-01', dueOn: null }, now),
    )
  const concern = (given: object = {}) => aConcern(database(), { neighbourhoodId: silverPit, at: now, ...given })
  const row = (id: number) =>
    database().kysely.selectFrom('concern').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
  const make = async (id: number, change: string, fields: Record<string, string> = {}, revision?: number) =>
    sergeant.post(`${manage}/${id}/${change}`, { revision: String(revision ?? (await row(id)).revision), ...fields })
  const auditOf = (id: number) =>
    database().kysely.selectFrom('audit_entry').where('subject', '=', `concern ${id}`).selectAll().execute()
  const publicText = async () => parse(await (await fetch(app.url + page)).text()).textContent
  const followed = async (secret: string, language = '') => {
    const answer = await fetch(`${app.url}${language}/concerns/${secret}`)
    return answer.status === 200
      ? (parse(await answer.text()).querySelector('[aria-labelledby=status]')?.textContent ?? '')
      : String(answer.status)
  }
  const back = (id: number, hash: Buffer, wanted: 'back' | 'unback' = 'back') =>
    database().transaction((handle) => backConcern(handle, silverPit, id, hash, wanted))
  const run = (at: Date) => database().transaction((handle) => eraseConcernsDue(handle, at))

  it('waits for the team, is shown, and its sender is told without a word of it', async () => {
    const { id, secret } = await concern({ words: '<script>alert(1)</script> cars', email: 'nia@example.org' })
    expect(await publicText()).not.toContain('cars')
    const list = await (await sergeant.get(manage)).text()
    expect(list).toContain('&lt;script>alert(1)&lt;/script> cars')
    expect(list).not.toContain('<script>alert')
    expect(list).not.toContain('nia@example.org')
    const opened = await (await sergeant.get(`${manage}/${id}`)).text()
    expect(opened).not.toContain('<script>alert')
    expect(opened).not.toContain('nia@example.org')
    expect((await make(id, 'show')).headers.get('location')).toBe(manage)
    expect(await publicText()).toContain('cars')
    expect(await followed(secret)).toContain('Everybody can read it since')
    expect(app.letters).toHaveLength(1)
    expect(app.letters[0]).toMatchObject({
      to: 'nia@example.org',
      subject: 'Something has happened to what you put forward',
    })
    expect(JSON.stringify(app.letters)).not.toMatch(/cars|\/concerns\//)
    const audited = await auditOf(id)
    expect(audited.map(({ action }) => action)).toEqual(['concern.show'])
    expect(JSON.stringify(audited)).not.toMatch(/cars|nia/)
  })

  it('is shown once, whoever sends the form twice, and its sender is told once', async () => {
    const { id } = await concern({ words: 'Cars again', email: 'nia@example.org' })
    const opened = await (await sergeant.get(`${manage}/${id}`)).text()
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(opened)?.[1] ?? ''
    const form = { once: hidden('once'), revision: hidden('revision') }
    const show = () => sergeant.post(`${manage}/${id}/show`, form)
    expect([...(await Promise.all([show(), show()])), await show()].map(({ status }) => status)).toEqual([
      303, 303, 303,
    ])
    expect(app.letters).toHaveLength(1)
  })

  it('is refused with a reason that its sender reads, and can be shown after all', async () => {
    const { id, secret } = await concern({ words: 'My neighbour at 5 is to blame' })
    const empty = await make(id, 'refuse', { refuseReason: ' ' })
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('Enter the reason, as the sender will read it')
    expect((await make(id, 'refuse', { refuseReason: 'It names <b>somebody</b>.' })).status).toBe(303)
    expect(await followed(secret)).toContain('The team’s reason: It names <b>somebody</b>.')
    expect(await publicText()).not.toContain('neighbour at 5')
    await make(id, 'show')
    expect(await followed(secret)).not.toContain('reason')
    await make(id, 'take-off', { takeOffReason: 'Has been mended.' })
    expect(await followed(secret)).toContain('The team’s reason: Has been mended.')
    expect(await publicText()).not.toContain('neighbour at 5')
  })

  it('is taken up by an open priority of its own neighbourhood, and tells what came of that', async () => {
    const { id, secret } = await concern({ shown: true })
    const foreign = await add(outer, 'Of another place')
    for (const other of [foreign, 999_999])
      expect((await make(id, 'take-up', { priority: String(other) })).status).toBe(409)
    expect((await make(id, 'take-up')).status).toBe(422)
    expect((await make(id, 'take-up', { priority: String(priority) })).status).toBe(303)
    expect(await publicText()).toContain('Taken up on 2 March 2026 by the priority Speeding on Outer Row')
    expect(await followed(secret)).toContain('“Speeding on Outer Row”')
    expect(await back(id, aDevice())).toBeUndefined()
    const feed = await (await fetch(`${app.url}/feeds/neighbourhoods/dogger/SP1.atom`)).text()
    expect(feed).toContain('Residents put forward: Traffic and roads, The whole neighbourhood')
    expect(feed).toContain('Taken up: Traffic and roads, The whole neighbourhood')
    expect(feed).toContain(`tag:localhost,2026-03-02:en/dogger/SP1/concerns/${id}/taken-up`)
    await make(id, 'release')
    expect(await back(id, aDevice())).toBe(id)
    expect(await publicText()).toContain('No priority has taken it up yet')
  })

  it('two officers at one concern: the second sees what the first did, and loses nothing', async () => {
    const { id } = await concern()
    const { revision } = await row(id)
    const [one, other] = await Promise.all([
      make(id, 'show', {}, revision),
      make(id, 'refuse', { refuseReason: 'Too long a story' }, revision),
    ])
    expect([one.status, other.status].sort()).toEqual([303, 409])
    const late = one.status === 409 ? await one.text() : await other.text()
    expect(late).toContain('changed this')
    if (other.status === 409) expect((await row(id)).state).toBe('shown')
    const again = await make(id, 'take-off', { takeOffReason: 'A reason that was typed' }, revision)
    expect(again.status).toBe(409)
    expect(await auditOf(id)).toHaveLength(1)
  })

  it('merged: each device counts once, both senders are told, and backing goes on with the one that stands', async () => {
    const both = aDevice()
    const kept = await concern({ shown: true, words: 'Kept', email: 'kept@example.org' })
    const gone = await concern({ shown: true, words: 'Gone', email: 'gone@example.org' })
    await back(kept.id, both)
    await back(gone.id, both)
    await back(gone.id, aDevice())
    expect((await make(gone.id, 'merge', { into: String(kept.id) })).status).toBe(303)
    // Two senders, the device that backed both, and one that backed the merged one.
    expect((await row(kept.id)).backings).toBe(4)
    expect(app.letters.map((letter) => letter.to).sort()).toEqual(['gone@example.org', 'kept@example.org'])
    const text = await publicText()
    expect(text).toContain('1 concern like it was merged into it.')
    expect(text).not.toContain('Gone')
    expect(await followed(gone.secret)).toMatch(/merged into one like it.*Everybody can read it/s)
    expect(await followed(gone.secret)).not.toContain('Kept')
    const told = await followed(kept.secret)
    expect(told).toMatch(
      /Everybody can read it since.*On 2 March 2026 at 10:\d\d the team merged one like it into yours, which stands for both\./s,
    )
    expect(await followed(kept.secret, '/cy')).toContain('cyfunodd y tîm un tebyg â’ch un chi')
    // Of the other, nothing: neither its words nor whose it was.
    const whole = await (await fetch(`${app.url}/concerns/${kept.secret}`)).text()
    expect(whole).not.toMatch(/Gone|gone@example\.org/)
    expect(app.letters.map(({ text }) => text).join()).not.toMatch(/Gone|Kept|example\.org/)
    expect(await back(gone.id, aDevice())).toBe(kept.id)
    expect((await row(kept.id)).backings).toBe(5)
    await back(kept.id, both, 'unback')
    expect((await row(kept.id)).backings).toBe(4)
    // Not into itself, one that waits, one of another place, or one that is merged.
    const waiting = await concern()
    const foreign = await aConcern(database(), { neighbourhoodId: outer, at: now, shown: true })
    for (const into of [kept.id, waiting.id, foreign.id, gone.id, 999_999])
      expect((await make(kept.id, 'merge', { into: String(into) })).status).toBe(409)
    expect((await make(kept.id, 'merge', { into: 'x' })).status).toBe(422)
    // A second merge carries the first along.
    const third = await concern({ shown: true, words: 'Third' })
    await make(kept.id, 'merge', { into: String(third.id) })
    expect((await row(gone.id)).merged_into).toBe(third.id)
    expect((await row(third.id)).backings).toBe(5)
    expect(await followed(third.secret)).toContain('The team merged 2 like it into yours, the last on')
    for (const { secret } of [kept, gone]) expect(await followed(secret)).not.toContain('into yours')
  })

  it('merged into each other by two officers at once: one of the two stands', async () => {
    const one = await concern({ shown: true })
    const other = await concern({ shown: true })
    const answers = await Promise.all([
      make(one.id, 'merge', { into: String(other.id) }),
      make(other.id, 'merge', { into: String(one.id) }),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409])
    const states = [(await row(one.id)).state, (await row(other.id)).state]
    expect(states.sort()).toEqual(['merged', 'shown'])
  })

  it('withdrawn by its sender: erased at once by a button; those merged into it wait again', async () => {
    const kept = await concern({ shown: true, words: 'Kept', email: 'kept@example.org' })
    const gone = await concern({ shown: true, words: 'Gone', email: 'gone@example.org' })
    await make(gone.id, 'merge', { into: String(kept.id) })
    app.letters.splice(0)
    expect((await fetch(`${app.url}/concerns/${kept.secret}/withdraw`)).status).toBe(200)
    expect((await row(kept.id)).state).toBe('shown')
    const withdrawn = await postForm(`${app.url}/concerns/${kept.secret}/withdraw`, {})
    expect(withdrawn.headers.get('location')).toBe('/concerns/withdrawn')
    expect((await fetch(`${app.url}/concerns/withdrawn`)).status).toBe(200)
    expect(await row(kept.id)).toMatchObject({
      words: null,
      email: null,
      device_hash: null,
      state: 'withdrawn',
      backings: 2,
    })
    expect(await followed(kept.secret)).toBe('410')
    expect((await postForm(`${app.url}/concerns/${kept.secret}/withdraw`, {})).status).toBe(410)
    expect(await publicText()).not.toContain('Kept')
    expect(await row(gone.id)).toMatchObject({ state: 'waiting', merged_into: null, words: 'Gone', backings: 1 })
    expect(await followed(gone.secret)).not.toContain('into yours')
    expect(app.letters.map((letter) => letter.to)).toEqual(['gone@example.org'])
    const rows = await database().kysely.selectFrom('concern_backing').selectAll().execute()
    expect(rows.map((one) => one.concern_id)).toEqual([gone.id])
  })

  it('ends and is erased in time; numbers stay', async () => {
    const ignored = await concern({ words: 'Ignored', email: 'a@example.org' })
    const refused = await concern({ words: 'Refused' })
    await make(refused.id, 'refuse', { refuseReason: 'A reason' })
    const shown = await concern({ words: 'Shown', shown: true })
    const merged = await concern({ words: 'Merged', shown: true })
    await make(merged.id, 'merge', { into: String(shown.id) })
    const worked = await concern({ words: 'Worked on', shown: true })
    const own = await add(silverPit, 'Own')
    await make(worked.id, 'take-up', { priority: String(own) })

    expect(await run(days(89))).toEqual({ ended: [], erased: 0 })
    app.letters.splice(0)
    now = days(91)
    await erasureJob(app.context).run()
    expect(app.letters.map((letter) => letter.to)).toEqual(['a@example.org'])
    expect(await row(refused.id)).toMatchObject({
      state: 'refused',
      words: null,
      reason: '',
      device_hash: null,
      backings: 1,
    })
    expect(await followed(refused.secret)).toBe('410')
    expect(await followed(ignored.secret)).toContain('its time was over')
    expect((await row(ignored.id)).words).toBe('Ignored')
    await run(days(182))
    expect(await row(ignored.id)).toMatchObject({ state: 'ended', words: null, email: null })
    expect(await run(days(364))).toEqual({ ended: [], erased: 0 })
    expect((await run(days(366))).ended).toEqual([shown.id])
    // One that a priority works on stays as long as it does, and 90 days more.
    await database().transaction((handle) =>
      closePriority(handle, { id: own, revision: 1 }, { closedOn: '2027-04-01', outcome: 'Done' }, days(395)),
    )
    expect((await run(days(480))).ended).toEqual([])
    expect((await row(worked.id)).state).toBe('shown')
    expect((await run(days(490))).ended).toEqual([worked.id])
    await run(days(600))
    for (const { id } of [shown, merged, worked]) expect((await row(id)).words).toBeNull()
    expect((await row(shown.id)).backings).toBe(2)
    expect(await database().kysely.selectFrom('concern_backing').selectAll().execute()).toEqual([])
    const kept = JSON.stringify(await database().kysely.selectFrom('concern').selectAll().execute())
    for (const words of ['Ignored', 'Refused', 'Shown', 'Merged', 'Worked', 'example.org', 'A reason'])
      expect(kept).not.toContain(words)
  })

  it('is nobody else’s: another neighbourhood’s number answers like none', async () => {
    const foreign = await aConcern(database(), { neighbourhoodId: outer, at: now })
    for (const id of [foreign.id, 999_999, 'x'])
      expect([id, (await sergeant.get(`${manage}/${id}`)).status]).toEqual([id, 403])
    for (const change of ['show', 'refuse', 'merge', 'take-up', 'release', 'take-off'])
      expect((await sergeant.post(`${manage}/${foreign.id}/${change}`, { revision: '1' })).status).toBe(403)
    expect((await row(foreign.id)).state).toBe('waiting')
  })
})
