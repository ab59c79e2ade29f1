import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../test/support/database.ts'
import { type ServiceProcess, startServiceProcess } from '../../test/support/service.ts'

describe('a start from nothing', () => {
  let folder: string
  let service: ServiceProcess
  const json = async (path: string) => (await fetch(service.url + path)).json()

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'our-patch-start-'))
    service = await startServiceProcess({ DATA_DIR: folder, DATABASE_URL: '' })
  }, 300_000)
  afterAll(async () => {
    await service?.end('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })

  it('shows its progress, then where it is', () => {
    expect(service.output()).toMatch(/\d+ %/)
    expect(service.output()).toContain(`Our Patch is ready: ${service.url}`)
  })

  it('has the invented force, says that it is invented, and finds its postcodes', async () => {
    expect(await json('/api/forces')).toEqual([{ id: 'dogger', name: 'Dogger Constabulary' }])
    expect(await json('/api/dogger/neighbourhoods')).toHaveLength(12)
    const page = await (await fetch(`${service.url}/search?q=zz11aa`)).text()
    expect(page).toContain('This place is invented.')
    expect(page).toContain('Dogger Constabulary')
  })

  it('keeps its folder to itself: a second process is refused with a sentence', async () => {
    await expect(startServiceProcess({ DATA_DIR: folder, DATABASE_URL: '' })).rejects.toThrow(/ended with 1/)
    expect((await json('/api/forces')) as unknown[]).toHaveLength(1)
  })

  it('stops when told to, and starts again with everything there', async () => {
    const before = await json('/api/dogger/neighbourhoods')
    expect(await service.end('SIGTERM')).toBe(0)
    service = await startServiceProcess({ DATA_DIR: folder, DATABASE_URL: '' })
    expect(await json('/api/dogger/neighbourhoods')).toEqual(before)
  })

  it('starts again after kill -9 with everything there', async () => {
    const before = await json('/api/dogger/neighbourhoods')
    await service.end('SIGKILL')
    service = await startServiceProcess({ DATA_DIR: folder, DATABASE_URL: '' })
    expect(await json('/api/dogger/neighbourhoods')).toEqual(before)
  })
})

describe('a start that cannot be', () => {
  it('names every wrong setting', async () => {
    const start = startServiceProcess({ DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', SECRET: '' })
    await expect(start).rejects.toThrow(/DATABASE_URL[\s\S]*SECRET|LOG_LEVEL/)
  })

  it('says that the database does not answer', async () => {
    const start = startServiceProcess({ DATABASE_URL: 'postgres://patch@127.0.0.1:1/none', SECRET: 'x'.repeat(32) })
    await expect(start).rejects.toThrow(/does not answer/)
  })

  it.runIf(process.env['TEST_DATABASE_URL'])('ends, saying why, where what is due can never be erased', async () => {
    const opened = await openTestDatabase('server')
    const folder = await mkdtemp(join(tmpdir(), 'our-patch-start-'))
    try {
      await opened.database.execute('create schema pgboss; create table pgboss.version (version text)')
      const service = await startServiceProcess({
        DATA_DIR: folder,
        DATABASE_URL: opened.url ?? '',
        SECRET: 'x'.repeat(32),
        DEMO: 'off',
      })
      expect(await service.ended).toBe(1)
      expect(service.output()).toContain('The regular jobs, such as erasing what is due, could not be started')
    } finally {
      await opened.remove()
      await rm(folder, { recursive: true, force: true })
    }
  })
})
