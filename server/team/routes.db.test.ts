import { parse } from 'node-html-parser'
import sharp, { type Sharp } from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { aPostcode } from '../../test/support/builders/places.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { type SignedIn, signIn } from '../../test/support/signIn.ts'

const script = '<script>alert("x")</script>'

onBothDatabases('a team’s own page', (database) => {
  let app: TestApp
  let silverPit: number
  let amina: SignedIn
  let ben: SignedIn
  let stranger: SignedIn

  beforeAll(async () => {
    await aForce(database(), { telephone: '101' })
    app = await startTestApp(database(), { clock: () => new Date('2026-05-03T09:00:00Z') })
    await aPostcode(database(), 'ZZ1 1AA', [2.301, 54.701])
    const outer = await aNeighbourhood(database(), { code: 'O1', name: 'Outer', box: [2.4, 54.8, 2.44, 54.82] })
    stranger = await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: outer }], 'S. Tranger')
  })
  // A neighbourhood of its own for each test: what one publishes is nothing to the next.
  let count = 0
  beforeEach(async () => {
    count++
    silverPit = await aNeighbourhood(database(), {
      code: `SP${count}`,
      name: 'Silver Pit',
      description: '<p>Between the bank &amp; the deep.</p>',
      contacts: { email: 'silver.pit@dogger.example', forum: 'https://forum.example/' },
    })
    await database()
      .kysely.insertInto('team_member')
      .values({
        neighbourhood_id: silverPit,
        position: 0,
        name: 'A. First',
        rank: 'Sergeant',
        biography: '<p>Here since 2020.</p><p>Runs the drop-in.</p>',
        contact_details: JSON.stringify({ telephone: '101 ext 4711' }),
      })
      .execute()
    const grant = { role: 'officer', forceId: 'dogger', neighbourhoodId: silverPit } as const
    amina = await signIn(app, [grant], 'Amina Example')
    ben = await signIn(app, [grant], 'Ben Example')
  })
  afterAll(() => app.close())

  const home = () => `/manage/neighbourhoods/dogger/SP${count}`
  const team = () => `${home()}/team`
  const html = async (answer: Response) => parse(await answer.text())
  const publicPage = async (prefix = '') => html(await fetch(`${app.url}${prefix}/neighbourhoods/dogger/SP${count}`))
  const twin = async () => (await fetch(`${app.url}/api/v1/neighbourhoods/dogger/SP${count}`)).json()
  const api = async (path = '') => (await fetch(`${app.url}/api/dogger/SP${count}${path}`)).json()
  /** The form of a page as a browser would send it: every field with what it shows. */
  const formOf = async (who: SignedIn, path: string) => {
    const page = await html(await who.get(path))
    const fields: Record<string, string> = {}
    for (const input of page.querySelectorAll('main form[novalidate] input, main form[action$="publish"] input')) {
      const type = input.getAttribute('type')
      if (type === 'file' || (type === 'checkbox' && input.getAttribute('checked') === undefined)) continue
      fields[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? ''
    }
    for (const area of page.querySelectorAll('main textarea'))
      fields[area.getAttribute('name') ?? ''] = area.textContent.replace(/^\n/, '')
    for (const select of page.querySelectorAll('main select'))
      fields[select.getAttribute('name') ?? ''] = select.querySelector('option[selected]')?.getAttribute('value') ?? ''
    return fields
  }
  /** Changes fields of a form and sends it, as somebody who opens it now. */
  const change = async (who: SignedIn, path: string, fields: Record<string, string>) =>
    who.post(path, { ...(await formOf(who, path)), ...fields })
  const publish = async (who: SignedIn) => who.post(`${team()}/publish`, await formOf(who, `${team()}/preview`))
  const firstMember = async () => {
    const page = await html(await amina.get(team()))
    return page.querySelector('#members ~ ul a')?.getAttribute('href') ?? ''
  }
  const sendPhoto = async (
    who: SignedIn,
    path: string,
    fields: Record<string, string>,
    file?: Uint8Array<ArrayBuffer> | undefined,
  ) => {
    const body = new FormData()
    for (const [name, text] of Object.entries({ ...(await formOf(who, path)), ...fields })) body.set(name, text)
    if (file) body.set('photo', new Blob([file]), 'photo.jpg')
    const headers = { cookie: who.cookie, 'sec-fetch-site': 'same-origin' }
    return fetch(app.url + path, { method: 'POST', body, headers, redirect: 'manual' })
  }

  it('starts from what was loaded, in words, and is nobody else’s', async () => {
    const start = await html(await amina.get(home()))
    expect(start.querySelectorAll('.patch-tasks a').map((link) => link.getAttribute('href'))).toEqual(
      ['team', 'priorities', 'concerns', 'meetings', 'messages', 'standards'].map((part) => `${home()}/${part}`),
    )
    const form = await formOf(amina, await firstMember())
    expect(form).toMatchObject({
      name: 'A. First',
      rank: 'Sergeant',
      biography: 'Here since 2020.\n\nRuns the drop-in.',
      'contact-telephone': '101 ext 4711',
      shown: 'yes',
      revision: '0',
    })
    for (const path of [home(), team(), await firstMember(), `${team()}/preview`, `${team()}/versions`])
      expect((await stranger.get(path)).status, path).toBe(403)
    expect((await fetch(app.url + team(), { redirect: 'manual' })).headers.get('location')).toContain('/sign-in')
  })

  describe('without JavaScript', () => {
    it('is edited, previewed and published: page, twin and public API show it at once', async () => {
      const member = await firstMember()
      const before = await twin()
      expect((await change(amina, member, { role: 'Schools', hours: 'Mon to Fri, 08:00 to 16:00' })).status).toBe(303)
      expect(
        (
          await change(amina, `${team()}/members/new`, {
            name: 'B. Second',
            rank: 'PC',
            'contact-email': 'b.second@dogger.example',
          })
        ).status,
      ).toBe(303)
      const hidden = await formOf(amina, `${team()}/members/new`)
      delete hidden['shown']
      await amina.post(`${team()}/members/new`, { ...hidden, name: 'C. Hidden' })
      await change(amina, `${team()}/links/new`, {
        title: 'Watch',
        url: 'https://watch.example/',
        description: 'A watch',
      })
      await change(amina, `${team()}/stations/new`, {
        name: 'Library',
        kind: 'drop-in',
        postcode: 'zz11aa',
        openingHours: 'Thu 17:00 to 18:00\nSat 10:00 to 11:00',
      })
      await change(amina, `${team()}/about`, { description: 'Now <b>ours</b>.\n\nSecond.' })
      expect(await twin()).toEqual(before) // a draft is nobody's to see

      const preview = await html(await amina.get(`${team()}/preview`))
      expect(preview.querySelectorAll('.patch-team__name strong').map((name) => name.textContent)).toEqual([
        'A. First',
        'B. Second',
      ])
      expect(preview.querySelectorAll('main li').map((line) => line.textContent)).toEqual(
        expect.arrayContaining([
          'A. First: Role, Hours',
          'B. Second: team member added',
          'Library: station or drop-in added',
        ]),
      )
      expect((await publish(amina)).status).toBe(303)

      const after = await twin()
      expect(after.team).toMatchObject([
        { id: before.team[0].id, name: 'A. First', role: 'Schools', hours: 'Mon to Fri, 08:00 to 16:00' },
        { name: 'B. Second', contacts: [{ href: 'mailto:b.second@dogger.example' }] },
      ])
      expect(after.description).toEqual(['Now <b>ours</b>.', 'Second.'])
      expect(after.contacts.map((contact: { kind: string }) => contact.kind)).toEqual(['email', 'forum'])
      expect(after.stations).toMatchObject([
        {
          name: 'Library',
          kind: 'drop-in',
          postcode: 'ZZ1 1AA',
          openingHours: 'Thu 17:00 to 18:00; Sat 10:00 to 11:00',
          location: { longitude: 2.301, latitude: 54.701 },
        },
      ])
      const page = await publicPage()
      expect(page.querySelector('.patch-team__role')?.textContent).toBe('Schools')
      expect(page.querySelectorAll('.patch-small-map__drawing > .patch-small-map__mark')).toHaveLength(1)
      const welsh = await publicPage('/cy')
      expect(welsh.querySelector('.patch-team')?.textContent).toContain('Oriau: Mon to Fri')
      expect((await api('/people')).map((one: { name: string }) => one.name)).toEqual(['A. First', 'B. Second'])
      expect(await api()).toMatchObject({
        description: '<p>Now &lt;b&gt;ours&lt;/b&gt;.</p>\n<p>Second.</p>',
        links: [{ url: 'https://watch.example/', title: 'Watch' }],
        locations: [{ name: 'Library', type: 'drop-in' }],
      })
    })

    it('says per field and in a summary what is to be mended, and keeps what was typed', async () => {
      const answer = await change(amina, `${team()}/members/new`, {
        name: ' ',
        role: 'Parks',
        'contact-email': 'not an address',
        'contact-telephone': 'ring me',
        'contact-web': 'javascript:alert(1)',
      })
      expect(answer.status).toBe(422)
      const page = await html(answer)
      const named = ['name', 'contact-telephone', 'contact-email', 'contact-web']
      expect(page.querySelectorAll('.govuk-error-summary a').map((link) => link.getAttribute('href'))).toEqual(
        named.map((name) => `#${name}`),
      )
      for (const name of named) expect(page.querySelector(`[id="${name}-error"]`), name).not.toBeNull()
      expect(page.querySelector('#role')?.getAttribute('value')).toBe('Parks')
      expect(page.querySelector('[id="contact-web"]')?.getAttribute('value')).toBe('javascript:alert(1)')

      const station = await change(amina, `${team()}/stations/new`, { name: 'X', postcode: 'soon', longitude: '2.3' })
      expect((await html(station)).querySelectorAll('.govuk-error-summary a')).toHaveLength(1)
      const halfPlace = await change(amina, `${team()}/stations/new`, { name: 'X', kind: 'station', longitude: '2.3' })
      expect((await html(halfPlace)).querySelector('#latitude-error')?.textContent).toContain('leave both empty')
      expect((await change(amina, `${team()}/stations/new`, { name: 'X', kind: 'palace' })).status).toBe(422)
      const unseen = await change(amina, `${team()}/members/new`, { name: '\u202e\u200b \u2800' })
      expect((await html(unseen)).querySelector('#name-error')?.textContent).toContain('Enter the name')
    })

    it('warns of a station that is not on the map, or far away, and takes it as it is', async () => {
      const add = (fields: Record<string, string>) =>
        change(amina, `${team()}/stations/new`, { kind: 'station', ...fields })
      const warnings = async (path: string) =>
        (await html(await amina.get(path))).querySelectorAll('.patch-warning').map((warning) => warning.textContent)
      expect((await add({ name: 'Here', postcode: 'ZZ1 1AA' })).status).toBe(303)
      expect((await add({ name: 'By hand', postcode: 'ZZ9 9ZZ', longitude: '2.301', latitude: '54.701' })).status).toBe(
        303,
      )
      expect((await add({ name: 'No place' })).status).toBe(303)
      expect(await warnings(team())).toEqual([])
      expect((await add({ name: 'Unknown', postcode: 'zz99zz' })).status).toBe(303)
      expect((await add({ name: 'Far', longitude: '2.301', latitude: '55.701' })).status).toBe(303)
      const [unknown, far] = await warnings(team())
      expect(unknown).toContain(
        'this service does not know the postcode ZZ9 9ZZ. Check it, or enter longitude and latitude',
      )
      expect(far).toMatch(/^It stands 1[01]\d km outside the outline of Silver Pit\./)
      expect(await warnings(`${team()}/preview`)).toEqual([`Unknown: ${unknown}`, `Far: ${far}`])
      const form = (await html(await amina.get(team())))
        .querySelectorAll('#stations ~ ul a')
        .find((link) => link.textContent === 'Unknown')
        ?.getAttribute('href')
      expect(await warnings(form ?? '')).toEqual([unknown])
      expect((await publish(amina)).status).toBe(303)
    })

    it('moves, takes off and puts back', async () => {
      await change(amina, `${team()}/members/new`, { name: 'B. Second' })
      const names = async () =>
        (await html(await amina.get(team())))
          .querySelectorAll('#members ~ ul .patch-parts__name a')
          .map((a) => a.textContent)
      const second = (await html(await amina.get(team()))).querySelectorAll('#members ~ ul .patch-parts__name a')[1]
      const path = second?.getAttribute('href') ?? ''
      await amina.post(`${path}/up`, {})
      expect(await names()).toEqual(['B. Second', 'A. First'])
      await amina.post(`${path}/remove`, { revision: '1' })
      expect(await names()).toEqual(['A. First'])
      await change(amina, path, {})
      expect(await names()).toEqual(['B. Second', 'A. First'])
    })
  })

  it('shows script in every text field as the words that they are', async () => {
    const texts = { name: script, rank: script, role: script, hours: script, biography: script }
    await change(amina, await firstMember(), texts)
    await change(amina, `${team()}/about`, { description: script, 'contact-forum': script })
    await change(amina, `${team()}/links/new`, { title: script, url: 'https://x.example/', description: script })
    await change(amina, `${team()}/stations/new`, {
      name: script,
      address: script,
      openingHours: script,
      description: script,
    })
    await publish(amina)
    const pages = [team(), await firstMember(), `${team()}/preview`, `${team()}/versions`, `${team()}/versions/1`]
    for (const path of pages) {
      const text = await (await amina.get(path)).text()
      expect(text, path).not.toContain('<script>alert')
      if (!path.endsWith('versions')) expect(text, path).toContain('&lt;script>alert')
    }
    const shown = await (await fetch(`${app.url}/neighbourhoods/dogger/SP${count}`)).text()
    expect(shown).not.toContain('<script>alert')
    expect(shown.match(/&lt;script>alert/g)?.length).toBeGreaterThanOrEqual(12)
    const body = await twin()
    expect(body.team[0]).toMatchObject({ name: script, rank: script, role: script, hours: script, biography: [script] })
    expect(body.stations[0]).toMatchObject({ name: script, address: [script], description: [script] })
    expect(body.links[0]).toMatchObject({ title: script, description: [script] })
    expect(body.description).toEqual([script])
    expect(JSON.stringify([await api(), await api('/people')])).not.toContain('<script>')
  })

  describe('two people at once', () => {
    it('change different members without a word', async () => {
      const first = await firstMember()
      const [amine, bens] = [await formOf(amina, first), await formOf(ben, `${team()}/members/new`)]
      expect((await ben.post(`${team()}/members/new`, { ...bens, name: 'B. Second' })).status).toBe(303)
      expect((await amina.post(first, { ...amine, role: 'Schools' })).status).toBe(303)
    })

    it('are both shown what the other typed; nothing is overwritten until it is sent once more', async () => {
      const path = await firstMember()
      const late = await formOf(ben, path)
      await change(amina, path, { role: 'Schools', hours: 'Mornings' })
      const answer = await ben.post(path, { ...late, role: 'Parks' })
      expect(answer.status).toBe(409)
      const page = await html(answer)
      expect(page.querySelector('#both')?.textContent).toContain('Amina Example changed this')
      expect(page.querySelectorAll('.patch-both__table tbody tr').map((row) => row.textContent)).toEqual([
        'RoleParksSchools',
        'HoursnothingMornings',
      ])
      expect(await formOf(amina, path)).toMatchObject({ role: 'Schools', hours: 'Mornings' })
      const revision = page.querySelector('input[name=revision]')?.getAttribute('value') ?? ''
      expect((await ben.post(path, { ...late, role: 'Parks', revision })).status).toBe(303)
      expect(await formOf(amina, path)).toMatchObject({ role: 'Parks', hours: '' })
    })

    it('are told apart when both send at the same moment: one is saved, the other asked', async () => {
      const path = await firstMember()
      const [amine, bens] = [await formOf(amina, path), await formOf(ben, path)]
      const answers = await Promise.all([
        amina.post(path, { ...amine, role: 'Schools' }),
        ben.post(path, { ...bens, role: 'Parks' }),
      ])
      expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409])
    })

    it('see that a member was taken off while they typed', async () => {
      const path = await firstMember()
      const late = await formOf(ben, path)
      await amina.post(`${path}/remove`, { revision: late['revision'] ?? '' })
      const page = await html(await ben.post(path, { ...late, role: 'Parks' }))
      expect(page.querySelector('#both')?.textContent).toContain('took this off the page')
      expect(page.querySelector('#role')?.getAttribute('value')).toBe('Parks')
    })

    it('publish only what was looked at', async () => {
      const looked = await formOf(ben, `${team()}/preview`)
      await change(amina, await firstMember(), { role: 'Schools' })
      const answer = await ben.post(`${team()}/publish`, looked)
      expect(answer.status).toBe(409)
      expect((await html(answer)).querySelector('[role=alert]')?.textContent).toContain(
        'Amina Example changed the draft',
      )
      expect((await html(await amina.get(`${team()}/versions`))).textContent).toContain('has not been published')
      expect((await publish(ben)).status).toBe(303)
    })

    it('publish once what is published twice: there is no news in it', async () => {
      await change(amina, await firstMember(), { role: 'Parks' })
      const looked = await formOf(ben, `${team()}/preview`)
      for (const _ of [1, 2]) expect((await ben.post(`${team()}/publish`, looked)).status).toBe(303)
      expect((await publish(amina)).status).toBe(303)
      const versions = (await html(await amina.get(`${team()}/versions`))).textContent
      expect(versions).not.toContain('The same as the version before')
    })
  })

  it('refuses ids of another neighbourhood, whether read or changed', async () => {
    const foreign = (await firstMember()).replace(team(), '')
    await change(amina, await firstMember(), { role: 'Schools' })
    await publish(amina)
    const theirs = '/manage/neighbourhoods/dogger/O1/team'
    for (const path of [foreign, `${foreign}/photo`, '/versions/1'])
      expect((await stranger.get(theirs + path)).status, path).toBe(403)
    for (const path of [
      foreign,
      `${foreign}/remove`,
      `${foreign}/up`,
      `${foreign}/photo/remove`,
      '/versions/1/bring-back',
    ])
      expect((await stranger.post(theirs + path, { name: 'Mine now', revision: '1' })).status, path).toBe(403)
    for (const path of [foreign, '/members/new', '/about', '/publish'])
      expect((await stranger.post(team() + path, { name: 'Mine now', revision: '1' })).status, path).toBe(403)
    expect(await formOf(amina, await firstMember())).toMatchObject({ name: 'A. First', role: 'Schools' })
  })

  it('keeps versions with who changed what, and brings an older one back as the draft', async () => {
    const path = await firstMember()
    await change(amina, path, { role: 'Schools' })
    await publish(amina)
    await change(ben, path, { role: 'Parks', hours: 'Mornings' })
    await change(amina, `${team()}/members/new`, { name: 'B. Second' })
    await publish(ben)
    const list = await html(await amina.get(`${team()}/versions`))
    const [newest, first] = list.querySelectorAll('.patch-section')
    expect(newest?.textContent).toContain('Published by Ben Example on 3 May 2026')
    expect(newest?.textContent).toContain('Changes by Ben Example and Amina Example.')
    expect(newest?.querySelectorAll('li').map((item) => item.textContent)).toEqual([
      'A. First: Role, Hours',
      'B. Second: team member added',
    ])
    expect(first?.textContent).toContain('The first version')

    const older = await html(await amina.get(`${team()}/versions/1`))
    expect(older.querySelector('.patch-team__role')?.textContent).toBe('Schools')
    const revision = older.querySelector('input[name=revision]')?.getAttribute('value') ?? ''
    expect((await amina.post(`${team()}/versions/1/bring-back`, { revision: '1' })).status).toBe(409)
    expect((await amina.post(`${team()}/versions/1/bring-back`, { revision })).status).toBe(303)
    expect((await twin()).team[0].role).toBe('Parks') // not public until published
    await publish(amina)
    expect((await twin()).team).toMatchObject([{ name: 'A. First', role: 'Schools', hours: null }])

    const { rows } = {
      rows: await database()
        .kysely.selectFrom('audit_entry')
        .where('neighbourhood_id', '=', silverPit)
        .selectAll()
        .orderBy('id')
        .execute(),
    }
    expect(rows.map((row) => row.action)).toEqual([
      'team.edit',
      'team.publish',
      'team.edit',
      'team.add',
      'team.publish',
      'team.bringBack',
      'team.publish',
    ])
    expect(rows[2]).toMatchObject({ person_id: ben.id, fields: ['role', 'hours'] })
    expect(JSON.stringify(rows)).not.toContain('Schools')
  })

  describe('photos', () => {
    const aPicture = (width = 900, height = 600) =>
      sharp({ create: { width, height, channels: 3, background: '#336699' } })
    const file = async (picture: Sharp): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await picture.toBuffer())

    it('are cut, turned, stripped, seen by the team alone, then by everyone at an address for good', async () => {
      const path = `${await firstMember()}/photo`
      const camera = aPicture()
        .jpeg()
        .withExif({ IFD0: { Copyright: 'CAMERA-SECRET' }, IFD3: { GPSLatitude: '54/1 0/1 0/1' } })
      const sent = await file(camera)
      expect(Buffer.from(sent).includes('CAMERA-SECRET')).toBe(true)
      expect((await sendPhoto(amina, path, { alt: 'Sgt First in uniform' }, sent)).status).toBe(303)
      const shown = (await html(await amina.get(path))).querySelector('.patch-photo img')?.getAttribute('src') ?? ''
      expect((await amina.get(shown)).status).toBe(200)
      expect((await stranger.get(shown)).status).toBe(403)
      const address = `/photos/${shown.split('/').at(-1)}`
      expect((await fetch(app.url + address)).status).toBe(404)

      await publish(amina)
      const { photo } = (await twin()).team[0]
      expect(photo).toEqual({ url: address, alt: 'Sgt First in uniform', width: 480, height: 480 })
      const answer = await fetch(app.url + address)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'cache-control': 'public, max-age=31536000, immutable',
      })
      const bytes = Buffer.from(await answer.arrayBuffer())
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 480, height: 480 })
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
      expect(bytes.includes('CAMERA-SECRET')).toBe(false)
      const image = (await publicPage()).querySelector('.patch-team__photo')
      expect(image?.attributes).toMatchObject({
        width: '480',
        height: '480',
        loading: 'lazy',
        alt: 'Sgt First in uniform',
      })

      await amina.post(`${path}/remove`, { revision: (await formOf(amina, path))['revision'] ?? '' })
      await publish(amina)
      expect((await fetch(app.url + address)).status).toBe(404)
    })

    it('need words for those who do not see them; the file need not be chosen again', async () => {
      const path = `${await firstMember()}/photo`
      const answer = await sendPhoto(amina, path, { alt: ' ' }, await file(aPicture().png()))
      expect(answer.status).toBe(422)
      const page = await html(answer)
      expect(page.querySelector('#alt-error')?.textContent).toContain('Say what the photo shows')
      const kept = page.querySelector('input[name=kept]')?.getAttribute('value') ?? ''
      expect(
        (await sendPhoto(stranger, '/manage/neighbourhoods/dogger/O1/team/members/1/photo', { kept })).status,
      ).toBe(403)
      expect((await sendPhoto(amina, path, { alt: 'Sgt First', kept })).status).toBe(303)
      expect((await sendPhoto(amina, path, { alt: 'Sgt First', kept: 'f'.repeat(64) })).status).toBe(403)
      expect((await html(await amina.get(path))).querySelector('.patch-photo img')?.getAttribute('alt')).toBe(
        'Sgt First',
      )
    })

    it.each([
      ['a text', async () => new TextEncoder().encode('hello'), 'not a picture'],
      [
        'a drawing in SVG',
        async () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        'not a picture',
      ],
      ['half a picture', async () => (await file(aPicture().png())).slice(0, 600), 'damaged'],
      [
        'a moving one',
        async () => {
          const frames = [await file(aPicture(60, 60).png()), await file(aPicture(60, 60).negate().png())]
          return file(
            sharp(
              frames.map((frame) => Buffer.from(frame)),
              { join: { animated: true } },
            ).webp(),
          )
        },
        'moves',
      ],
      ['50 MB', async () => new Uint8Array(50 * 1024 * 1024), 'larger than 15 MB'],
    ])('refuse %s in a sentence, keeping what was typed', async (_name, make, words) => {
      const path = `${await firstMember()}/photo`
      const answer = await sendPhoto(amina, path, { alt: 'Sgt First' }, await make())
      expect(answer.status).toBe(422)
      const page = await html(answer)
      expect(page.querySelector('#photo-error')?.textContent).toContain(words)
      expect(page.querySelector('#alt')?.getAttribute('value')).toBe('Sgt First')
      expect(page.querySelector('.patch-photo')).toBeNull()
    })

    it('do not overwrite what another changed, and are not lost', async () => {
      const path = `${await firstMember()}/photo`
      const late = await formOf(ben, path)
      await change(amina, await firstMember(), { role: 'Schools' })
      const answer = await sendPhoto(ben, path, { ...late, alt: 'Sgt First' }, await file(aPicture().webp()))
      expect(answer.status).toBe(409)
      const page = await html(answer)
      const value = (name: string) => page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? ''
      const again = { alt: value('alt'), kept: value('kept'), revision: value('revision') }
      expect((await sendPhoto(ben, path, again)).status).toBe(303)
      expect(await formOf(amina, await firstMember())).toMatchObject({ role: 'Schools' })
    })
  })

  it('gives a shown member’s contact details as a vCard', async () => {
    await change(amina, await firstMember(), { name: 'A. First; Jr', role: 'Schools' })
    await publish(amina)
    const link = (await publicPage()).querySelector('.patch-team__save a')?.getAttribute('href') ?? ''
    const answer = await fetch(app.url + link)
    expect(answer.headers.get('content-type')).toBe('text/vcard; charset=utf-8')
    const card = await answer.text()
    expect(card).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/)
    expect(card).toContain('FN:Sergeant A. First\\; Jr\r\n')
    expect(card).toContain('TEL;TYPE="work,voice":101 ext 4711\r\n')
    expect((await fetch(`${app.url}/neighbourhoods/dogger/O1/people/${link.split('/').at(-1)}`)).status).toBe(404)
  })
})
