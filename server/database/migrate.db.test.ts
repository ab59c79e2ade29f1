import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../test/support/database.ts'
import { moveDataVersion, readDataVersion } from './dataVersion.ts'
import { migrate } from './migrate.ts'

onBothDatabases('migrations', (database) => {
  it('change nothing the second time', async () => {
    expect(await migrate(database())).toEqual([])
  })

  it('keep the crimes and hexagons of a database of an earlier form', async () => {
    const undone = database().transaction(async (handle) => {
      await handle.execute('create schema earlier; set local search_path = earlier, public')
      for (const name of ['0002_places', '0003_crime', '0004_import_state']) await handle.execute(await migration(name))
      await handle.execute(`
        insert into map_point (longitude_microdegrees, latitude_microdegrees, street_name, world_x, world_y, cell, hexagon)
          values (1, 2, 'Outer Row', 3, 4, 77, 5);
        insert into crime (publication_id, month, category_id, map_point_id) values (9, '2024-01-01', 3, 1), (9, '2024-01-01', 5, null);
        insert into hexagon_count (resolution, month, cell, hexagon, category_id, publication_id, count)
          values (8, '2024-01-01', 6, 5, 3, 9, 1), (8, '2024-01-01', 6, 5, 3, 9, 2), (8, '2024-01-01', 6, 5, 14, 9, 4)`)
      await handle.execute(await migration('0005_crimes_by_cell'))
      const crimes = await handle.kysely
        .selectFrom('crime')
        .select(['id', 'category_id', 'cell'])
        .orderBy('id')
        .execute()
      const hexagons = await handle.kysely.selectFrom('hexagon_count').select(['count', 'category_counts']).execute()
      const { rows } = await sql<{
        next: number
      }>`select nextval('crime_id_seq') as next`.execute(handle.kysely)
      throw { crimes, hexagons, next: rows[0]?.next }
    })
    await expect(undone).rejects.toEqual({
      crimes: [
        { id: 1, category_id: 3, cell: 77 },
        { id: 2, category_id: 5, cell: null },
      ],
      hexagons: [{ count: 7, category_counts: [0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4] }],
      next: 3,
    })
  })

  it('roll back the whole transaction when its work throws, and show nothing of it meanwhile', async () => {
    const before = await readDataVersion(database())
    const failing = database().transaction(async (handle) => {
      await moveDataVersion(handle)
      throw new Error('no')
    })
    const seenMeanwhile = readDataVersion(database())
    await expect(failing).rejects.toThrow('no')
    expect(await seenMeanwhile).toBe(before)
    expect(await readDataVersion(database())).toBe(before)
  })

  it('take a stream of rows and count them', async () => {
    const rows = await database().copyIn('lsoa (code, name)', 'format csv', [
      Buffer.from('E01000001,City\n'),
      Buffer.from('E01000002,"Two, of it"\n'),
    ])
    expect(rows).toBe(2)
    const names = await database().kysely.selectFrom('lsoa').select('name').orderBy('code').execute()
    expect(names.map((row) => row.name)).toEqual(['City', 'Two, of it'])
  })
})

function migration(name: string): Promise<string> {
  return readFile(new URL(`./migrations/${name}.sql`, import.meta.url), 'utf8')
}
