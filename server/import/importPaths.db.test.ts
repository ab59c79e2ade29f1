import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Incident, incidentLine, streetFile } from '../../test/support/builders/streetFile.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { zipOf } from '../../test/support/zip.ts'
import { readDataVersion } from '../database/dataVersion.ts'
import { importPaths, listRejected } from './index.ts'

onBothDatabases('import', (database) => {
  let folder: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'our-patch-import-'))
    await emptyDatabase()
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    expect(await rowsThatNameNothing()).toBe(0)
  })

  /** Incidents and counts have no foreign keys (docs/decisions/0004): this counts those of which a key leads nowhere. */
  async function rowsThatNameNothing(): Promise<number> {
    const counts = ['force_count', 'neighbourhood_count'].map(
      (table) => sql`select 1 from ${sql.table(table)} left join publication on publication.id = publication_id
        left join category on category.id = category_id where publication.id is null or category.id is null`,
    )
    const { n } = await one(sql<{ n: number }>`select count(*)::int as n from (
      select 1 from crime
        left join publication on publication.id = publication_id
        left join category on category.id = category_id
        left join map_point on map_point.id = map_point_id
        left join lsoa on lsoa.id = lsoa_id
        left join outcome_category on outcome_category.id = outcome_id
      where publication.id is null or category.id is null
        or (map_point.id is null) <> (map_point_id is null)
        or map_point.cell is distinct from crime.cell
        or (lsoa.id is null) <> (lsoa_id is null)
        or (outcome_category.id is null) <> (outcome_id is null)
      union all select 1 from hexagon_count left join publication on publication.id = publication_id
        where publication.id is null or count <> (select sum(each) from unnest(category_counts) each)
      union all select 1 from neighbourhood_count left join neighbourhood on neighbourhood.id = neighbourhood_id
        where neighbourhood.id is null
      union all ${sql.join(counts, sql` union all `)}
    ) loose`)
    return n
  }

  async function emptyDatabase() {
    await database().execute(`
      truncate crime, force_count, hexagon_count, neighbourhood_count, publication, import_rejected_row, import_file,
        map_point, search_entry, neighbourhood_outline, neighbourhood_ward, neighbourhood, force, area, postcode, lsoa, pending_derivation
        restart identity cascade`)
  }

  function write(name: string, content: string | Buffer): string {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  }

  const load = (...paths: string[]) => importPaths(database(), { paths })

  async function one<T>(query: ReturnType<typeof sql<T>>): Promise<T> {
    const { rows } = await query.execute(database().kysely)
    return rows[0] as T
  }

  const crimes = async () => (await one(sql<{ n: number }>`select count(*)::int as n from crime`)).n

  /** Everything that readers see of crimes, in one text. */
  async function state(): Promise<string> {
    const { rows } = await sql`
      select b.force_id, b.month::text, b.row_count, b.placed_count,
        (select json_agg(x order by x::text) from (
          select c.category_id, c.map_point_id is null as unplaced, encode(c.persistent_id, 'hex') as id, c.outcome_id, p.street_name
          from crime c left join map_point p on p.id = c.map_point_id where c.publication_id = b.id) x) as crimes,
        (select count(cell)::int from crime where publication_id = b.id) as placed_crimes,
        (select json_agg(h order by h.resolution) from (
          select resolution, sum(count)::int as count from hexagon_count where publication_id = b.id group by resolution) h) as hexagons,
        (select json_agg(f order by f.category_id) from (
          select category_id, count, unplaced_count from force_count where publication_id = b.id) f) as force
      from publication b order by b.force_id, b.month`.execute(database().kysely)
    return JSON.stringify(rows)
  }

  async function rejected() {
    const rows = []
    for await (const row of listRejected(database())) rows.push(row)
    return rows
  }

  describe('of street files', () => {
    it('writes every incident, and counts it by force, point and hexagon', async () => {
      const path = write(
        'a.csv',
        streetFile([
          {},
          { type: 'Drugs', outcome: 'Local resolution' },
          { longitude: '', latitude: '', location: 'No Location', lsoa: '', lsoaName: '' },
          { longitude: '-1.2', latitude: '52.7', location: '"On or near Asda, Thurmaston"' },
        ]),
      )
      const summary = await load(path)
      expect(summary).toMatchObject({ rows: 4, loaded: 4, rejected: 0, refused: [], stopped: undefined })
      expect(summary.forces).toEqual([
        {
          force: 'leicestershire',
          name: 'Leicestershire Police',
          firstMonth: '2022-09',
          lastMonth: '2022-09',
          missingMonths: [],
          loadedRows: 4,
          unplacedRows: 1,
        },
      ])
      expect(await one(sql`select row_count, placed_count, month::text from publication`)).toEqual({
        row_count: 4,
        placed_count: 3,
        month: '2022-09-01',
      })
      const { rows: points } = await sql`
        select p.street_name, count(*)::int as count from crime c join map_point p on p.id = c.map_point_id and p.cell = c.cell
        group by p.street_name order by p.street_name`.execute(database().kysely)
      expect(points).toEqual([
        { street_name: 'On or near Abbey Lane', count: 2 },
        { street_name: 'On or near Asda, Thurmaston', count: 1 },
      ])
      const { rows: hexagons } = await sql`
        select resolution, sum(count)::int as count, sum(category_counts[3])::int as burglaries, sum(category_counts[5])::int as drugs
        from hexagon_count group by 1 order by 1`.execute(database().kysely)
      expect(hexagons).toEqual([5, 6, 7, 8].map((resolution) => ({ resolution, count: 3, burglaries: 2, drugs: 1 })))
      const { rows: force } = await sql`
        select category.name, count, unplaced_count from force_count join category on category.id = category_id order by name`.execute(
        database().kysely,
      )
      expect(force).toEqual([
        { name: 'Burglary', count: 3, unplaced_count: 1 },
        { name: 'Drugs', count: 1, unplaced_count: 0 },
      ])
    })

    it('keeps the Crime ID, the area and the outcome, and adds an outcome that was not known', async () => {
      const id = 'ab'.repeat(32)
      await load(write('a.csv', streetFile([{ id, outcome: 'Sent to the moon' }])))
      const row = await one(sql`
        select encode(c.persistent_id, 'hex') as id, l.code, l.name, o.name as outcome, o.code as outcome_code
        from crime c join lsoa l on l.id = c.lsoa_id join outcome_category o on o.id = c.outcome_id`)
      expect(row).toEqual({
        id,
        code: 'E01013649',
        name: 'Leicester 012A',
        outcome: 'Sent to the moon',
        outcome_code: 'sent-to-the-moon',
      })
    })

    it('never takes alike rows for one: without Crime ID, and with the same', async () => {
      const silence: Incident = { id: '', type: 'Anti-social behaviour', outcome: '' }
      const twice: Incident = { id: 'cd'.repeat(32) }
      await load(write('a.csv', streetFile([silence, silence, silence, twice, twice])))
      expect(await crimes()).toBe(5)
      expect(await one(sql`select sum(count)::int as n from hexagon_count where resolution = 8`)).toEqual({ n: 5 })
      expect(await one(sql`select count(*)::int as n from crime where persistent_id is null`)).toEqual({ n: 3 })
    })

    it('reads CRLF, LF, a byte-order mark, blank lines and a missing last line end', async () => {
      const lines = [{ type: 'Drugs' }, { type: 'Robbery' }]
      await load(
        write(
          'crlf.csv',
          streetFile(
            lines.map((line) => ({ ...line, month: '2022-01' })),
            '\r\n',
          ),
        ),
        write('bom.csv', `\ufeff${streetFile(lines.map((line) => ({ ...line, month: '2022-02' })))}\n\n`),
        write('end.csv', streetFile(lines.map((line) => ({ ...line, month: '2022-03' }))).trimEnd()),
      )
      const { rows } = await sql`select row_count from publication order by month`.execute(database().kysely)
      expect(rows).toEqual([{ row_count: 2 }, { row_count: 2 }, { row_count: 2 }])
      expect(await rejected()).toEqual([])
    })

    it('takes 0, 0 and a blank place for none, and a bare On or near for a point without a street', async () => {
      await load(
        write(
          'a.csv',
          streetFile([
            { longitude: '0', latitude: '0' },
            { longitude: '', latitude: '', location: 'No Location' },
            { location: 'On or near ' },
          ]),
        ),
      )
      expect(await one(sql`select row_count, placed_count from publication`)).toEqual({ row_count: 3, placed_count: 1 })
      expect(await one(sql`select street_name from map_point`)).toEqual({ street_name: '' })
    })

    it('sets bad rows aside with line and reason, and loads the rest', async () => {
      const lines = [
        incidentLine(),
        incidentLine({ month: '2022-13' }),
        incidentLine({ type: 'Witchcraft' }),
        incidentLine({ longitude: 'x' }),
        `${incidentLine()},one,too,many`,
        'half a li',
        incidentLine({ location: '"On or near Open' }),
        incidentLine({ location: 'On or near Nul\0' }),
        incidentLine(),
      ]
      const path = write(
        'a.csv',
        Buffer.concat([
          Buffer.from(streetFile(lines)),
          Buffer.from(`${incidentLine({ location: 'On or near Caf' })}`.replace('Caf', 'Caf\xe9'), 'latin1'),
        ]),
      )
      const summary = await load(path)
      expect(summary).toMatchObject({ rows: 10, loaded: 2, rejected: 8 })
      expect((await rejected()).map(({ line, reason }) => [line, reason])).toEqual([
        [3, 'the month is not like 2022-09'],
        [4, 'the crime type “Witchcraft” is not known'],
        [5, 'longitude and latitude are not two numbers'],
        [6, 'the row has too many or too few fields'],
        [7, 'the row has too few fields'],
        [8, 'a quotation mark is not closed on its line'],
        [9, 'the line holds a NUL byte'],
        [11, 'the line is not UTF-8'],
      ])
      expect((await rejected())[0]).toMatchObject({ file: path, text: lines[1], replaced: false })
      expect(summary.next.join()).toContain('--rejected')
      expect(await crimes()).toBe(2)
    })

    it('reads the header of 2012: no Crime ID, the National Grid, old names', async () => {
      const path = write(
        'old.csv',
        [
          'Month,Reported by,Falls within,Easting,Northing,Location,Crime type,Context',
          '2012-04,Avon and Somerset Constabulary,Avon and Somerset Constabulary,360667,169714,On or near Hengrove Lane,Violent crime,',
          '2012-04,Avon and Somerset Constabulary,Avon and Somerset Constabulary,,,No location,Public disorder and weapons,',
          '',
        ].join('\n'),
      )
      const summary = await load(path)
      expect(summary).toMatchObject({ loaded: 2, rejected: 0 })
      expect(summary.warnings.join()).toMatch(/old crime type “Violent crime”[\s\S]*“Public disorder and weapons”/)
      const { rows } = await sql`
        select category.slug, round(st_x(p.location)::numeric, 2)::text as x, round(st_y(p.location)::numeric, 2)::text as y
        from crime c join category on category.id = c.category_id left join map_point p on p.id = c.map_point_id order by slug`.execute(
        database().kysely,
      )
      // 360667 169714 is Hengrove Lane in Bristol, at about 51.425° N, 2.567° W.
      expect(rows).toEqual([
        { slug: 'public-order', x: null, y: null },
        { slug: 'violent-crime', x: '-2.57', y: '51.43' },
      ])
    })

    it('changes nothing when the same file comes again, under any name', async () => {
      const content = streetFile([{}, { type: 'Drugs' }])
      await load(write('a.csv', content))
      const [before, version] = [await state(), await readDataVersion(database())]
      const summary = await load(write('b.csv', content))
      expect(summary.sources[0]).toMatchObject({ files: 1, unchangedFiles: 1 })
      expect(await state()).toBe(before)
      expect(await readDataVersion(database())).toBe(version)
    })

    it('replaces a month that is published again, and only that', async () => {
      await load(write('a.csv', streetFile([{}, { type: 'Drugs' }, { month: '2022-08' }])))
      const version = await readDataVersion(database())
      await load(write('b.csv', streetFile([{ type: 'Robbery', longitude: '', latitude: '' }])))
      expect(Number(await readDataVersion(database()))).toBeGreaterThan(Number(version))
      const { rows } = await sql`
        select month::text, category.name, count, unplaced_count from force_count join category on category.id = category_id order by month`.execute(
        database().kysely,
      )
      expect(rows).toEqual([
        { month: '2022-08-01', name: 'Burglary', count: 1, unplaced_count: 0 },
        { month: '2022-09-01', name: 'Robbery', count: 1, unplaced_count: 1 },
      ])
      expect(await crimes()).toBe(2)
      expect(await one(sql`select count(cell)::int as n from crime`)).toEqual({ n: 1 })
      // The first file is not what is shown any more, so it can be put back.
      await load(join(folder, 'a.csv'))
      expect(await crimes()).toBe(3)
    })

    it('says which months between two are missing, and which file of two holds', async () => {
      const months = ['2022-01', '2022-02', '2022-05']
      const summary = await load(
        ...months.map((month) => write(`${month}.csv`, streetFile([{ month }]))),
        write('later.csv', streetFile([{ month: '2022-05' }, { month: '2022-05' }])),
      )
      expect(summary.forces[0]?.missingMonths).toEqual(['2022-03', '2022-04'])
      expect(summary.next.join()).toContain('2022-03, 2022-04 are missing')
      expect(summary.warnings.join()).toMatch(/2022-05 of leicestershire is in .*2022-05.csv and in .*later.csv/)
      expect(summary.forces[0]?.loadedRows).toBe(4)
      expect(await crimes()).toBe(4)
    })

    it('gives the points, areas and outcomes that files in a row share to all of them, however they are spelt', async () => {
      const spellings = [
        { longitude: '-1.15', latitude: '52.62', lsoaName: 'Leicester 012A' },
        { longitude: '-1.150000', latitude: '52.620000', lsoaName: 'Leicester 012B' },
        { longitude: '-1.1500', latitude: '52.6200', lsoaName: 'Leicester 012C' },
      ]
      const paths = spellings.map((spelling, index) =>
        write(
          `${index}.csv`,
          streetFile([
            { ...spelling, month: `2022-0${index + 1}`, outcome: 'Told off by a neighbour' },
            { month: `2022-0${index + 1}`, location: `On or near Street ${index}` },
          ]),
        ),
      )
      expect(await load(...paths)).toMatchObject({ loaded: 6, rejected: 0, stopped: undefined })
      expect(
        await one(sql`
          select count(*)::int as crimes, count(distinct c.map_point_id)::int as points, count(distinct c.lsoa_id)::int as areas,
            count(distinct c.outcome_id)::int as outcomes
          from crime c join map_point p on p.id = c.map_point_id join lsoa l on l.id = c.lsoa_id
          join outcome_category o on o.id = c.outcome_id`),
      ).toEqual({ crimes: 6, points: 4, areas: 1, outcomes: 2 })
    })

    it('keeps files in their order where several in a row hold the same month', async () => {
      const path = (rows: number) =>
        write(`${rows}.csv`, streetFile(Array.from({ length: rows }, () => ({ month: '2022-03' }))))
      const summary = await load(path(5), path(4), path(6), path(3))
      expect(summary.warnings.filter((warning) => warning.includes('the later one holds'))).toHaveLength(3)
      expect(await crimes()).toBe(3)
      expect(await one(sql`select row_count from publication`)).toEqual({ row_count: 3 })
    })

    it('makes a force of a name that is not known', async () => {
      const { warnings } = await load(write('a.csv', streetFile([{ force: 'Dogger Constabulary' }])))
      expect(warnings.join()).toContain('“Dogger Constabulary” is not in the list of forces')
      expect(await one(sql`select id, name from force`)).toEqual({ id: 'dogger', name: 'Dogger Constabulary' })
    })

    it('refuses a file that would take most of a month away, unless it is told to', async () => {
      const whole = write('whole.csv', streetFile(Array.from({ length: 120 }, () => ({ month: '2022-03' }))))
      const stray = write('stray.csv', streetFile([{ month: '2022-03' }, { month: '2022-04' }]))
      const next = write('next.csv', streetFile([{ month: '2022-05', location: 'On or near Elsewhere' }]))
      await load(whole)
      const summary = await load(stray, next)
      expect(summary.refused).toEqual([{ name: stray, reason: expect.stringContaining('is it whole?') }])
      expect(await crimes()).toBe(121)
      expect(
        await one(
          sql`select count(*)::int as n from crime c left join map_point p on p.id = c.map_point_id where p.id is null`,
        ),
      ).toEqual({ n: 0 })
      await importPaths(database(), { paths: [stray], allowSmaller: true })
      expect(await crimes()).toBe(3)
    })

    it('tells of a publication that shrank', async () => {
      await load(write('a.csv', streetFile([{}, {}, {}, {}, {}])))
      const summary = await load(write('b.csv', streetFile([{}])))
      expect(summary.warnings.join()).toContain('had 5 rows before and has 1 now')
    })
  })

  describe('of what is no such file', () => {
    it('refuses it by name with the reason, and loads the rest', async () => {
      write('good.csv', streetFile([{}]))
      write('page.csv', '<!DOCTYPE html><html><body>Log in</body></html>')
      write('picture.csv', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'))
      write('nothing.csv', '')
      write('wide.csv', Buffer.from(`\ufeff${streetFile([{}])}`, 'utf16le'))
      write('README.md', '# About')
      write('half.zip', (await zipOf({ 'a.csv': streetFile([{}]) })).subarray(0, 200))
      const summary = await load(folder, join(folder, 'absent'))
      const refused = Object.fromEntries(
        summary.refused.map(({ name, reason }) => [name.slice(folder.length + 1), reason]),
      )
      expect(refused).toEqual({
        'page.csv': 'it is a web page',
        'picture.csv': 'it is a PNG picture',
        'nothing.csv': 'it is empty',
        'wide.csv': 'it is UTF-16 text: save it as UTF-8',
        'half.zip': 'it is only part of a zip: its end is missing. Fetch it again',
        absent: 'there is no such file or folder',
      })
      expect(summary.skipped).toEqual([{ name: join(folder, 'README.md'), reason: 'it is no known format' }])
      expect(summary.loaded).toBe(1)
    })

    it('refuses what the user named and is no known format', async () => {
      const summary = await load(write('README.md', '# About'))
      expect(summary.refused).toEqual([{ name: join(folder, 'README.md'), reason: 'it is no known format' }])
    })

    it('skips what is known and not loaded yet, saying so', async () => {
      write(
        'outcomes.csv',
        'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type\n',
      )
      write('stops.csv', 'Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude\n')
      write('counts.csv', 'Month,Force,Neighbourhood,All crime and ASB,Burglary\n')
      const summary = await load(folder)
      expect(summary.refused).toEqual([])
      expect(summary.skipped.map(({ reason }) => reason)).toEqual([
        'neighbourhood counts of 2012 are not loaded: the street files of those months hold the same incidents',
        'outcomes are not loaded yet',
        'stop and search is not loaded yet',
      ])
    })
  })

  it('reads zips as they are, nested folders and all', async () => {
    const zip = await zipOf({
      '2022-08/2022-08-leicestershire-street.csv': streetFile([{ month: '2022-08' }]),
      '2022-09/2022-09-leicestershire-street.csv': streetFile([{}, {}]),
      'LICENCE.txt': 'Open Government Licence',
    })
    const summary = await load(write('archive.zip', zip))
    expect(summary).toMatchObject({ loaded: 3, refused: [] })
    expect(summary.skipped).toEqual([
      { name: join(folder, 'archive.zip/LICENCE.txt'), reason: 'it is no known format' },
    ])
  })

  it('changes nothing in a dry run, and says what it would do', async () => {
    await load(write('a.csv', streetFile([{}])))
    const [before, version] = [await state(), await readDataVersion(database())]
    const paths = [
      write('list.csv', 'PFA,PFNid,PFNn,PFN\nE23000021,NC04,City Centre,x\n'),
      write('b.csv', streetFile([{ type: 'Drugs' }, { type: 'Nonsense' }])),
    ]
    const summary = await importPaths(database(), { paths, dryRun: true })
    expect(summary).toMatchObject({ dryRun: true, rows: 3, loaded: 2, rejected: 1 })
    expect(await state()).toBe(before)
    expect(await readDataVersion(database())).toBe(version)
    expect(await one(sql`select count(*)::int as n from neighbourhood`)).toEqual({ n: 0 })
    expect(await rejected()).toEqual([])
  })

  it('stops when it is asked to, keeping what is complete, and goes on the next time', async () => {
    const paths = ['2022-01', '2022-02', '2022-03'].map((month) =>
      write(`${month}.csv`, streetFile([{ month }, { month }])),
    )
    const stopping = new AbortController()
    const summary = await importPaths(database(), {
      paths,
      signal: stopping.signal,
      onProgress: ({ filesDone }) => {
        if (filesDone === 1) stopping.abort()
      },
    })
    expect(summary.stopped).toContain('stopped')
    expect(summary.next.join()).toContain('same command again')
    expect(await crimes()).toBe(2)
    expect(await load(...paths)).toMatchObject({ stopped: undefined, loaded: 4 })
    expect(await crimes()).toBe(6)
  })

  it('lets no second import in while one is at work', async () => {
    const path = write('a.csv', streetFile([{}]))
    const both = await Promise.allSettled([load(path), load(path)])
    const refused = both.filter((outcome) => outcome.status === 'rejected')
    expect(refused.map(({ reason }) => String(reason))).toEqual([expect.stringContaining('Another import is running')])
    expect(await crimes()).toBe(1)
  })
})
