import fc from 'fast-check'
import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Suggestions } from '../../shared/places/suggestion.ts'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood, aPublication } from '../../test/support/builders/crime.ts'
import { aPostcode, aPostcodeFile, aSearchEntry } from '../../test/support/builders/places.ts'
import { onBothDatabases } from '../../test/support/database.ts'

onBothDatabases('finding a place', (database) => {
  let app: TestApp
  const get = (path: string) => fetch(app.url + path, { redirect: 'manual' })
  const search = (text: string, language = '') => get(`${language}/search?q=${encodeURIComponent(text)}`)
  const page = async (answer: Response | Promise<Response>) => {
    const response = await answer
    expect(response.status).toBe(200)
    return parse(await response.text())
  }
  const heading = (html: ReturnType<typeof parse>) => html.querySelector('h1')?.text
  const links = (html: ReturnType<typeof parse>) =>
    html.querySelectorAll('main .patch-results a').map((link) => `${link.text} ${link.getAttribute('href')}`)
  const suggest = async (text: string, language = 'en') => {
    const response = await get(`/suggestions?q=${encodeURIComponent(text)}&language=${language}`)
    expect(response.status).toBe(200)
    return (await response.json()) as Suggestions
  }

  beforeAll(async () => {
    await aForce(database())
    const silverPit = await aNeighbourhood(database(), { nameWelsh: 'Y Pwll Arian' })
    const outerBank = await aNeighbourhood(database(), {
      code: 'OB 1',
      name: 'Outer Bank',
      box: [2.32, 54.69, 2.36, 54.71],
    })
    await aNeighbourhood(database(), { code: 'DD1', name: 'Dogger Deeps', box: undefined })
    await aPublication(database(), { month: '2026-08' })
    await aPostcode(database(), 'ZZ1 1AA')
    await aPostcode(database(), 'ZZ1 1AB', [2.301, 54.7])
    await aPostcode(database(), 'ZZ1 2AA', [2.34, 54.7])
    await aPostcode(database(), 'ZZ11 1AA', [2.34, 54.701])
    await aPostcode(database(), 'ZZ2 0AA', [2.5, 54.7])
    await aPostcode(database(), 'ZZ3 1AA', [2.34, 54.702])
    await aPostcodeFile(database(), '2026-09-03T12:00:00Z')
    const names = [
      { kind: 'neighbourhood' as const, name: 'Silver Pit', neighbourhoodId: silverPit, force: 'dogger' },
      { kind: 'neighbourhood' as const, name: 'Outer Bank', neighbourhoodId: outerBank, force: 'dogger' },
      { kind: 'place' as const, name: 'Tŷ Ŵr', neighbourhoodId: outerBank },
      { name: 'Herring Row', neighbourhoodId: silverPit, detail: 'Silver Pit', force: 'dogger' },
      { name: 'Herring Row', neighbourhoodId: outerBank, detail: 'Outer Bank', force: 'dogger' },
      { name: 'Lantern Street', neighbourhoodId: silverPit, force: 'dogger' },
      { name: 'Far Lane', at: [2.6, 54.75] as const },
    ]
    for (const name of names) await aSearchEntry(database(), name)
    app = await startTestApp(database())
  })
  afterAll(() => app.close())

  describe('a whole postcode', () => {
    it.each(['ZZ1 1AA', 'zz11aa', ' zz1  1aa ', 'Z Z 1 1 A A', 'ZZI IAA', 'zz1-1aa', '3 Herring Row, ZZ1 1AA'])(
      '%j leads to its neighbourhood',
      async (typed) => {
        const response = await search(typed)
        expect(response.status).toBe(303)
        expect(response.headers.get('location')).toBe('/neighbourhoods/dogger/SP1')
      },
    )

    it('with the letter O for nought leads to where the nought would', async () => {
      expect(heading(await page(search('ZZ2 OAA')))).toBe('ZZ2 0AA is outside every outline here')
    })

    it('leads to the Welsh page from a Welsh one', async () => {
      expect((await search('ZZ1 2AA', '/cy')).headers.get('location')).toBe('/cy/neighbourhoods/dogger/OB%201')
    })

    it('outside every outline names the nearest neighbourhoods, the map, and those that have no outline', async () => {
      const html = await page(search('ZZ2 0AA'))
      expect(links(html)).toEqual([
        'Outer Bank /neighbourhoods/dogger/OB%201',
        'Silver Pit /neighbourhoods/dogger/SP1',
        'Dogger Deeps /neighbourhoods/dogger/DD1',
      ])
      // 2.36 to 2.5 degrees east at 54.7 degrees north is 9.02 km, 5.6 miles.
      expect(html.querySelector('.patch-results p')?.text).toBe('Dogger Constabulary, about 6 miles away')
      expect(html.querySelector('a[href="/map?lat=54.7&lon=2.5&zoom=14"]')?.text).toBe('See this place on the map')
    })

    it('that is not held says why that may be, since when, and what is near', async () => {
      const html = await page(search('zz19zz'))
      expect(heading(html)).toBe('ZZ1 9ZZ is not among the postcodes here')
      expect(html.querySelector('main')?.text).toContain('loaded on 3 September 2026')
      expect(links(html)).toEqual(['Silver Pit /neighbourhoods/dogger/SP1', 'Outer Bank /neighbourhoods/dogger/OB%201'])
    })

    it('of a half that is outside every outline says so', async () => {
      const html = await page(search('ZZ2 9ZZ'))
      expect(html.querySelector('main')?.text).toContain(
        'Every other postcode beginning ZZ2 lies outside every outline here',
      )
    })

    it('of an unknown half says so without neighbourhoods', async () => {
      const html = await page(search('AB1 2CD'))
      expect(heading(html)).toBe('AB1 2CD is not among the postcodes here')
      expect(links(html)).toEqual([])
    })
  })

  describe('half a postcode', () => {
    it.each(['ZZ1', 'zz1'])('%j lists the neighbourhoods of its postcodes, not those of ZZ11', async (typed) => {
      const html = await page(search(typed))
      expect(heading(html)).toBe('Neighbourhoods with postcodes beginning ZZ1')
      expect(links(html)).toEqual(['Silver Pit /neighbourhoods/dogger/SP1', 'Outer Bank /neighbourhoods/dogger/OB%201'])
    })

    it('that falls in one neighbourhood leads there', async () => {
      expect((await search('zz1 1')).headers.get('location')).toBe('/neighbourhoods/dogger/SP1')
      expect((await search('ZZ3')).headers.get('location')).toBe('/neighbourhoods/dogger/OB%201')
    })

    it('may be two letters', async () => {
      const html = await page(search('zz'))
      expect(heading(html)).toBe('Neighbourhoods with postcodes beginning ZZ')
      expect(html.querySelector('main')?.text).toContain('Some postcodes beginning ZZ lie outside every outline here.')
    })

    it('outside every outline says so', async () => {
      const html = await page(search('zz2'))
      expect(html.querySelector('main')?.text).toContain('Every postcode beginning ZZ2 lies outside every outline here')
    })
  })

  describe('a name', () => {
    it.each([
      ['Silver Pit', '/neighbourhoods/dogger/SP1'],
      ['silver', '/neighbourhoods/dogger/SP1'],
      ['pit', '/neighbourhoods/dogger/SP1'],
      ['12 Lantern St', '/neighbourhoods/dogger/SP1'],
      ['ty wr', '/neighbourhoods/dogger/OB%201'],
      ['Far Lane', '/map?lat=54.75&lon=2.6&zoom=15'],
    ])('%j that only one place has leads there', async (typed, path) => {
      const response = await search(typed)
      expect(response.status).toBe(303)
      expect(response.headers.get('location')).toBe(path)
    })

    it('that several have is a list that tells them apart', async () => {
      const html = await page(search('herring row'))
      expect(heading(html)).toBe('Places matching “herring row”')
      expect(html.querySelectorAll('main h2').map((one) => one.text)).toEqual(['Streets'])
      expect(html.querySelectorAll('.patch-results p').map((one) => one.text)).toEqual([
        'Silver Pit, Dogger Constabulary',
        'Outer Bank, Dogger Constabulary',
      ])
    })

    it.each(['hering row', 'herrign row', 'Lantren Street'])(
      '%j with a slip of the finger is asked back',
      async (typed) => {
        const html = await page(search(typed))
        expect(heading(html)).toBe(`Nothing is called “${typed}”`)
        expect(links(html)[0]).toMatch(/^(Herring Row|Lantern Street) /)
      },
    )

    it('is Welsh where it has a Welsh form', async () => {
      expect((await suggest('silver', 'cy')).suggestions[0]?.name).toBe('Y Pwll Arian')
    })

    it('that may begin postcodes none of which is held says so, and suggests another', async () => {
      const text = (await page(search('AB1'))).querySelector('main')?.text
      expect(text).toContain('No postcode beginning AB1 is loaded here.')
      expect(text).toContain('search for another postcode')
    })

    it('that nothing has gets a page that helps', async () => {
      const html = await page(search('xyzzy'))
      expect(html.querySelector('main')?.text).toContain('search for a postcode')
      expect(heading(html)).toBe('Nothing found for “xyzzy”')
      expect(html.querySelector('main a[href="/map"]')).not.toBeNull()
      expect(html.querySelector('input[name=q]')?.getAttribute('value')).toBe('xyzzy')
    })
  })

  describe('without JavaScript', () => {
    it('the first page holds a plain form that searches', async () => {
      const form = (await page(get('/'))).querySelector('form')
      expect(form?.getAttribute('action')).toBe('/search')
      expect(form?.getAttribute('method')).toBe('get')
      const name = form?.querySelector('input')?.getAttribute('name') ?? ''
      expect(form?.querySelector(`label[for=${form.querySelector('input')?.id}]`)).not.toBeNull()
      const answer = await get(`${form?.getAttribute('action')}?${name}=zz1+1aa`)
      expect(answer.headers.get('location')).toBe('/neighbourhoods/dogger/SP1')
      // What needs script is not shown without it.
      expect(form?.querySelector('.patch-locate')?.hasAttribute('hidden')).toBe(true)
    })

    it.each(['', '%20%20', '?!'])('an empty search (%j) asks for something to look for', async (typed) => {
      const html = await page(get(`/search?q=${typed}`))
      expect(html.querySelector('title')?.text).toMatch(/^Error: /)
      const link = html.querySelector('.govuk-error-summary a')
      const input = html.querySelector(link?.getAttribute('href') ?? '')
      expect(input?.getAttribute('name')).toBe('q')
      expect(input?.getAttribute('aria-describedby')).toBe('q-error')
      expect(html.querySelector('#q-error')?.text).toContain('Enter a postcode, like LE1 1RE')
    })
  })

  describe('whatever is typed', () => {
    it.each([
      "' or 1=1; drop table postcode; --",
      '<script>alert(1)</script>',
      '%',
      '_____',
      '\\',
      '\u0000',
      'x'.repeat(500),
      `${'Silver Pit '.repeat(45)}`,
      '🚓🚓🚓',
      '＜ＳＣＲＩＰＴ＞',
    ])('%j gets a page and runs nothing', async (typed) => {
      const response = await search(typed)
      expect([200, 303]).toContain(response.status)
      expect(await response.text()).not.toContain('<script>alert')
      expect((await get(`/suggestions?q=${encodeURIComponent(typed)}`)).status).toBe(200)
    })

    it('gets an answer, in either language', async () => {
      const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-zA-Z0-9 %_'-]{1,12}$/))
      await fc.assert(
        fc.asyncProperty(anything, fc.constantFrom('', '/cy'), async (typed, language) => {
          const text = encodeURIComponent(typed.toWellFormed())
          expect([200, 303]).toContain((await get(`${language}/search?q=${text}`)).status)
        }),
        { numRuns: 60 },
      )
    })

    it.each(['/search', '/search?q[x]=a', '/search?q=%E0%A4%A', '/suggestions', '/suggestions?q=%ff'])(
      '%s is answered',
      async (path) => {
        expect((await get(path)).status).toBeLessThan(400)
      },
    )

    it('of two texts is refused, naming what is wrong', async () => {
      const response = await fetch(`${app.url}/search?q=a&q=b`, { headers: { accept: 'text/html' } })
      expect(response.status).toBe(400)
      expect(parse(await response.text()).querySelector('main')?.text).toContain('not understood: q')
      expect((await get('/suggestions?q=a&q=b')).status).toBe(400)
    })

    it('is kept by nobody and shown in no figure', async () => {
      const response = await search('herring row')
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      expect((await (await get('/metrics')).text()).toLowerCase()).not.toContain('herring')
    })
  })

  describe('suggestions', () => {
    it('are places with what tells them apart and where they lead', async () => {
      expect(await suggest('herring')).toEqual({
        suggestions: [
          { name: 'Herring Row', detail: 'Silver Pit, Dogger Constabulary', href: '/neighbourhoods/dogger/SP1' },
          { name: 'Herring Row', detail: 'Outer Bank, Dogger Constabulary', href: '/neighbourhoods/dogger/OB%201' },
        ],
        said: '2 suggestions. Use the up and down arrows.',
      })
    })

    it('are postcodes that begin so', async () => {
      const { suggestions } = await suggest('zz1 1')
      expect(suggestions.map((one) => one.name)).toEqual(['ZZ1 1AA', 'ZZ1 1AB'])
      expect((await suggest('zz1 1', 'cy')).suggestions[0]?.href).toBe('/cy/search?q=ZZ1%201AA')
    })

    it('are eight at most, and say so when there are none', async () => {
      for (let number = 1; number <= 12; number++) await aSearchEntry(database(), { name: `Cod Street ${number}` })
      expect((await suggest('cod')).suggestions).toHaveLength(8)
      expect(await suggest('xyzzy')).toEqual({ suggestions: [], said: 'No suggestions. Press Enter to search.' })
    })
  })

  it('suggestions, and nothing else, have a limit by address, far above what typing needs', async () => {
    const other = await startTestApp(database())
    const answers: number[] = []
    for (let round = 0; round < 13; round++) {
      const some = Array.from({ length: 50 }, () => fetch(`${other.url}/suggestions?q=`).then((one) => one.status))
      answers.push(...(await Promise.all(some)))
    }
    expect(answers.slice(0, 500).every((status) => status === 200)).toBe(true)
    expect(answers.at(-1)).toBe(429)
    expect((await fetch(`${other.url}/search?q=`)).status).toBe(200)
    await other.close()
  })

  describe('a position', () => {
    it('leads to the neighbourhood that holds it', async () => {
      expect((await get('/locate?lat=54.7&lon=2.3')).headers.get('location')).toBe('/neighbourhoods/dogger/SP1')
    })

    it('outside every outline gets the nearest ones, and is not kept', async () => {
      const response = await get('/cy/locate?lat=54.7&lon=2.5')
      expect(response.headers.get('cache-control')).toBe('private, no-store')
      const html = await page(response)
      expect(heading(html)).toBe('Rydych chi y tu allan i bob amlinell yma')
      expect(links(html)[0]).toBe('Outer Bank /cy/neighbourhoods/dogger/OB%201')
    })

    it.each(['', '?lat=54.7', '?lat=north&lon=2', '?lat=95&lon=2', '?lat=1&lat=2&lon=3'])(
      'that is none (%j) is refused by name',
      async (query) => {
        const response = await get(`/locate${query}`)
        expect(response.status).toBe(400)
        expect(await response.text()).toContain('lat, lon')
      },
    )
  })

  it('the first page lists the forces with their newest month, and says that they are invented', async () => {
    const html = await page(get('/'))
    const card = html.querySelector('.patch-forces li')
    expect(card?.querySelector('a')?.getAttribute('href')).toBe('/forces/dogger')
    expect(card?.text).toContain('3 neighbourhoods')
    expect(card?.text).toContain('Newest month: August 2026')
    expect(html.querySelector('.patch-invented')).not.toBeNull()
    expect((await page(get('/cy'))).querySelector('.patch-forces')?.text).toContain('3 cymdogaeth')
  })
})

onBothDatabases('finding a place where nothing is loaded', (database) => {
  it('says that there are no postcodes, and suggests none', async () => {
    const app = await startTestApp(database())
    const html = parse(await (await fetch(`${app.url}/search?q=LE1`)).text())
    expect(html.querySelector('main')?.text).toContain('No postcodes are loaded here yet')
    expect(html.querySelector('main')?.text).not.toContain('search for a')
    await app.close()
  })
})
