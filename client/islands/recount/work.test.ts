import { describe, expect, it } from 'vitest'
import { numberOfBallots } from '../../../shared/counting/election.ts'
import { Work } from './work.ts'

const ballots = '2 1\n3 1 2 0\n2 2 0\n0\n"Litter"\n"Speeding"\n"What first?"\n'
const aFile = (text: string) => new File([text], 'ward.blt')
const declared = { method: null, seats: null, seed: null, completion: null }

describe('the work of the page', () => {
  it('counts the file that was read, and gives the page the number of ballots but not the ballots', async () => {
    const work = new Work()
    const read = await work.read(aFile(ballots))
    if (!read.ok) throw new Error('The file is right')
    expect(read.election.ballots.ballots).toHaveLength(1)
    expect(numberOfBallots(read.election.ballots)).toBe(5)
    const counted = work.count({ ...declared, method: 'irv' })
    expect(counted.ok && counted.count.elected).toEqual([0])
  })

  it('says of bytes that are not UTF-8 how they were read, also where the file is wrong', async () => {
    const bytes = (text: string) => new File([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], 'ward.blt')
    const read = await new Work().read(bytes(ballots.replace('Litter', 'Caf\u00e9')))
    expect(read.ok && [read.election.options[0]?.name, read.remarks[0]?.code]).toEqual(['Caf\u00e9', 'notUtf8'])
    const wrong = await new Work().read(bytes('2 1\n3 9 0\n0\n"Caf\u00e9"'))
    expect(!wrong.ok && wrong.faults.map(({ code }) => code)).toContain('notUtf8')
  })

  it('counts nothing of an earlier file once one is faulty', async () => {
    const work = new Work()
    await work.read(aFile(ballots))
    expect((await work.read(aFile('2 1\n3 9 0\n'))).ok).toBe(false)
    expect(() => work.count(declared)).toThrow()
  })
})
