import { cellToParent, latLngToCell } from 'h3-js'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../test/support/database.ts'
import { moveDataVersion, readDataVersion } from './dataVersion.ts'
import { migrate } from './migrate.ts'

onBothDatabases('migrations', (database) => {
  it('change nothing the second time', async () => {
    expect(await migrate(database())).toEqual([])
  })

  it('give H3 parents as the library does', async () => {
    const cell = latLngToCell(52.629831, -1.132503, 9)
    const asSigned = BigInt.asIntN(64, BigInt(`0x${cell}`)).toString()
    for (const resolution of [5, 6, 7, 8]) {
      const { rows } = await sql<{ parent: string }>`
        select to_hex(hexagon_parent(${asSigned}::bigint, ${resolution})) as parent`.execute(database().kysely)
      expect(rows[0]?.parent).toBe(cellToParent(cell, resolution))
    }
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
