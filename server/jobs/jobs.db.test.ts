import { pino } from 'pino'
import { expect, it } from 'vitest'
import { onBothDatabases } from '../../test/support/database.ts'
import { startJobs } from './jobs.ts'

const log = pino({ level: 'silent' })

onBothDatabases('the job queue', (database) => {
  it.each(['first', 'second'])('runs what is asked for between transactions, after a %s start', async () => {
    const ran = Promise.withResolvers<void>()
    const job = { name: 'tidy', at: '17 3 * * *', run: async () => ran.resolve() }
    const jobs = await startJobs(database(), log, [job], { lookEverySeconds: 0.5 })
    await jobs.ask('tidy')
    await database().transaction(({ kysely }) => kysely.selectFrom('force').select('id').execute())
    await ran.promise
    await jobs.stop()
  })

  it('leaves no transaction behind when a statement of several fails', async () => {
    await expect(database().rowsOf('begin; select 1 as one; select 1/0; commit;')).rejects.toThrow(/division/)
    expect(await database().rowsOf('select 1 as one; select 2 as two')).toEqual([{ one: 1 }, { two: 2 }])
    expect(await database().rowsOf('select $1::int as three', [3])).toEqual([{ three: 3 }])
  })
})
