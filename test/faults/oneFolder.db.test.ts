import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { openEmbedded } from '../../server/database/embedded.ts'
import { importState, strayCrimes } from '../../server/faults/importState.ts'
import type { ImportSummary } from '../../server/import/index.ts'
import { streetFile } from '../support/builders/streetFile.ts'
import { runScript } from '../support/childProcess.ts'
import { startServiceProcess } from '../support/service.ts'

let folder: string
let data: string
const months = ['2022-01', '2022-02', '2022-03', '2022-04']
const largeMonth = '2022-05'
const rowsOf = (month: string) => (month === largeMonth ? 60_000 : 300)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'our-patch-one-folder-'))
  for (const month of [...months, largeMonth])
    writeFileSync(join(folder, `${month}.csv`), streetFile(Array.from({ length: rowsOf(month) }, () => ({ month }))))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (month: string) => join(folder, `${month}.csv`)
const environment = () => ({ DATA_DIR: data, DATABASE_URL: '', DEMO: 'off' })
const importing = (...paths: string[]) => runScript('server/cli/import.ts', ['--json', ...paths], environment())

/** Months that the database in the folder holds whole, once everybody has let it go. */
async function heldMonths(): Promise<string[]> {
  const database = await openEmbedded(join(data, 'database'))
  try {
    expect(await strayCrimes(database)).toBe(0)
    const state = (await importState(database)) as {
      month: string
      crimes: number
      row_count: number
      points: number
    }[]
    for (const row of state) {
      const rows = rowsOf(row.month)
      expect(row).toMatchObject({ crimes: rows, row_count: rows, points: rows })
    }
    return state.map((row) => row.month)
  } finally {
    await database.close()
  }
}

function acknowledged(output: string): ImportSummary {
  return JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '{}') as ImportSummary
}

describe('two processes on one embedded folder', () => {
  beforeEach(async () => {
    data = mkdtempSync(join(folder, 'data-'))
    const archive = new Blob([readFileSync(inject('preparedArchive'))])
    await (await openEmbedded(join(data, 'database'), archive)).close()
  })

  it('cannot lose a row: of imports at once one works, the others are refused, and what was acknowledged is there', async () => {
    const scripts = months.map((month) => ({ month, script: importing(file(month)) }))
    const loaded: string[] = []
    for (const { month, script } of scripts) {
      const code = await script.ended
      if (code === 0) {
        expect(acknowledged(script.output()).loaded).toBe(300)
        loaded.push(month)
      } else expect(script.output()).toMatch(/does not take commands/)
    }
    expect(loaded.length).toBeGreaterThan(0)
    expect(await heldMonths()).toEqual(loaded)
  })

  it('cannot lose a row: a running server takes the work over, and shows it', async () => {
    const service = await startServiceProcess(environment())
    try {
      const [first, second] = [importing(file('2022-01'), file('2022-02')), importing(file('2022-03'))]
      const codes = [await first.ended, await second.ended]
      // Two imports at once in one server: the second may have to wait, and is told so.
      for (const [index, script] of [first, second].entries())
        if (codes[index] !== 0) expect(script.output()).toContain('Another import is running')
      expect(codes).toContain(0)
      expect(await importing(file('2022-01'), file('2022-02'), file('2022-03')).ended).toBe(0)
      const forces = (await (await fetch(`${service.url}/api/forces`)).json()) as { id: string }[]
      expect(forces.map((force) => force.id)).toEqual(['leicestershire'])
      const rejected = runScript('server/cli/import.ts', ['--rejected'], environment())
      expect(await rejected.ended).toBe(0)
    } finally {
      await service.end('SIGKILL')
    }
    expect(await heldMonths()).toEqual(['2022-01', '2022-02', '2022-03'])
  })

  it('cannot lose a row: a server that dies over the work leaves whole months, and the command says how to go on', async () => {
    const service = await startServiceProcess(environment())
    expect(await importing(file('2022-01')).ended).toBe(0)
    const command = runScript('server/cli/import.ts', [file(largeMonth)], environment())
    // The first line of progress comes when reading begins, seconds before the month is whole.
    while (command.child.exitCode === null && !command.output().includes('%'))
      await new Promise((resolve) => setTimeout(resolve, 5))
    await service.end('SIGKILL')
    expect(await command.ended).toBe(1)
    expect(command.output()).toContain('went away before the work was done')
    expect(command.output()).toContain('the same command again')
    expect(await heldMonths()).toEqual(['2022-01'])
    expect(await importing(file('2022-01'), file(largeMonth)).ended).toBe(0)
    expect(await heldMonths()).toEqual(['2022-01', largeMonth])
  })
})
