import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { handOver, NobodyToAskError, startControlChannel } from './control.ts'
import { DataDirectoryLockedError, lockDataDirectory } from './lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'our-patch-folder-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A process of its own that takes the folder and says so. */
async function otherProcess(): Promise<ChildProcess> {
  const script = `const { lockDataDirectory } = await import(${JSON.stringify(join(import.meta.dirname, 'lock.ts'))})
    try { await lockDataDirectory(${JSON.stringify(folder)}); console.log('taken'); setInterval(() => {}, 1000) }
    catch (error) { console.log(error.name); process.exit(1) }`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
  )
  expect(said).toBe('taken')
  return child
}

describe('the data folder', () => {
  it('belongs to one at a time, also inside one process', async () => {
    const lock = await lockDataDirectory(folder)
    await expect(lockDataDirectory(folder)).rejects.toThrow(DataDirectoryLockedError)
    await lock.release()
    await (await lockDataDirectory(folder)).release()
  })

  it('is refused while another process has it, and is free at once when that one is killed', async () => {
    const other = await otherProcess()
    await expect(lockDataDirectory(folder)).rejects.toThrow(/Another process is using .*DATA_DIR/)
    const ended = new Promise((resolve) => other.once('close', resolve))
    other.kill('SIGKILL')
    await ended
    await (await lockDataDirectory(folder)).release()
  })
})

describe('handing work over', () => {
  it('brings events and the result back', async () => {
    const channel = await startControlChannel({
      dataDirectory: folder,
      handlers: {
        double: async (input, { tell }) => {
          tell({ half: true })
          return (input as number) * 2
        },
      },
    })
    const events: unknown[] = []
    expect(await handOver(folder, 'double', 21, (event) => events.push(event))).toBe(42)
    expect(events).toEqual([{ half: true }])
    await channel.close()
  })

  it('brings the sentence of what went wrong back', async () => {
    const channel = await startControlChannel({
      dataDirectory: folder,
      handlers: { fail: async () => Promise.reject(new Error('The disk is full')) },
    })
    await expect(handOver(folder, 'fail', {}, () => {})).rejects.toThrow('The disk is full')
    await expect(handOver(folder, 'unknown', {}, () => {})).rejects.toThrow(NobodyToAskError)
    await channel.close()
  })

  it('ends the work when the command that asked goes away', async () => {
    const going = new AbortController()
    let stopped = () => {}
    const wasStopped = new Promise<void>((resolve) => {
      stopped = resolve
    })
    const channel = await startControlChannel({
      dataDirectory: folder,
      handlers: {
        wait: async (_input, { signal, tell }) => {
          tell('begun')
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
          stopped()
        },
      },
    })
    const handed = handOver(folder, 'wait', {}, () => going.abort(), going.signal)
    await expect(handed).rejects.toThrow()
    await wasStopped
    await channel.close()
  })

  it('is for the owner of the folder alone', async () => {
    const channel = await startControlChannel({ dataDirectory: folder, handlers: { any: async () => 'done' } })
    const file = join(folder, 'control.json')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    const { port } = (await import(file, { with: { type: 'json' } })).default
    const status = await new Promise((resolve) => {
      request({ host: '127.0.0.1', port, path: '/any', method: 'POST' }, (response) =>
        resolve(response.statusCode),
      ).end('{}')
    })
    expect(status).toBe(401)
    await channel.close()
  })

  it('says so when there is nobody to ask', async () => {
    await expect(handOver(folder, 'import', {}, () => {})).rejects.toThrow(/does not take commands/)
  })
})
