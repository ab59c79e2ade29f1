import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { electionOf, faultsOf, sentences } from '../../../test/support/readBallotFile.ts'
import { readBallots } from './readBallots.ts'

const document = readFileSync(join(import.meta.dirname, '../../../docs/ballots.md'), 'utf8')
const example = (kind: string) => document.split(`\`\`\`${kind}\n`)[1]?.split('```')[0] ?? ''

const files = {
  csv: example('csv'),
  json: example('json'),
  toi: '# TITLE: T\n# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n# ALTERNATIVE NAME 3: C\n4: 1,{2,3}\n1: 3\n',
  old: '3\n1,A\n2,B\n3,C\n5,5,2\n4,1,{2,3}\n1,3\n',
  blt: '# count\n3 1\n-3\n(1) 4 1 2=3 0\n1 - 2 0\n0\n"A"\n"B ""b"""\n"C" "Party"\n"T"\n',
  pb: 'META\nkey;value\ndescription;D\nbudget;10.50\nvote_type;cumulative\nrule;greedy\nPROJECTS\nproject_id;cost;name\n1;5;"x;y"\n2;6;z\nVOTES\nvoter_id;vote;points\n1;1,2;3,1\n2;2;2.5\n',
}

describe('a file of ballots', () => {
  it('is recognised by its content, whatever its name', () => {
    for (const [kind, text] of Object.entries(files)) {
      expect(electionOf(text, [], 'upload.txt').options.length, kind).toBeGreaterThan(1)
      expect(electionOf(text), kind).toEqual(electionOf(text, [], null))
    }
  })

  it('reads alike with a mark before it, with the line ends of Windows or old Macs, with empty lines and spaces', () => {
    for (const [kind, text] of Object.entries(files)) {
      const plain = electionOf(text)
      expect(electionOf(`\ufeff${text}`), kind).toEqual(plain)
      expect(electionOf(text.replaceAll('\n', '\r\n')), kind).toEqual(plain)
      expect(electionOf(text.replaceAll('\n', '\r')), kind).toEqual(plain)
      expect(electionOf(`${text}\n\n  \n`), kind).toEqual(plain)
      if (kind !== 'csv') expect(electionOf(text.replaceAll('\n', '  \n')), kind).toEqual(plain)
      expect(electionOf(text.trimEnd()), kind).toEqual(plain)
    }
  })

  it('is refused with what can be read, where it is something else', () => {
    for (const text of ['hello', '<html>', 'a,b\n1,2', '# a comment\n7', '-1 2'])
      expect(faultsOf(text, 'x.txt')[0]).toContain('What can be read: our own ballots (CSV')
    expect(faultsOf(' \n')).toEqual(['The file is empty.'])
    expect(faultsOf('hello', 'x.cat')[0]).toContain('categories')
  })

  it('lists a hundred faults and says that there are more', () => {
    const faults = faultsOf(`2 1\n${'1 3 0\n'.repeat(150)}0\n"A"\n"B"\n"T"`)
    expect(faults).toHaveLength(101)
    expect(faults.at(-1)).toBe('There is more that is wrong; only the first 100 are listed.')
  })

  it('never stops the reader, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...Object.values(files),
      ...[
        'META',
        'VOTES',
        'PROJECTS',
        '\n',
        '\r',
        ';',
        ',',
        '"',
        '{',
        '}',
        '[',
        ']',
        '#',
        '0',
        '-',
        '=',
        '(',
        ')',
        '\ufeff',
        ':',
      ],
      ...['9'.repeat(400), '1e309', 'receipt', '{"format":"our-patch-ballots","version":1', '3 1\n', '__proto__'],
    )
    const any = fc.oneof(
      fc.array(fc.nat(0xffff)).map((codes) => String.fromCharCode(...codes)),
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 8 }).map((parts) => parts.join('')),
    )
    const name = fc.option(fc.constantFrom('a.pb', 'a.blt', 'a.soc', 'a.toi', 'a.cat', 'a.json', 'a', '.', 'a.csv'))
    fc.assert(fc.property(any, name, readsInWords), {
      numRuns: 200,
    })
  })

  it('never stops the reader where a good file is damaged', () => {
    const damaged = fc
      .tuple(fc.constantFrom(...Object.values(files)), fc.nat(), fc.nat(12), fc.string({ maxLength: 4 }))
      .map(([text, place, cut, put]) => {
        const at = place % text.length
        return text.slice(0, at) + put + text.slice(at + cut)
      })
    fc.assert(
      fc.property(damaged, (text) => readsInWords(text, null)),
      { numRuns: 300 },
    )
  })
})

/** Whether the text is read or refused, and everything said about it fills its sentence. */
function readsInWords(text: string, fileName: string | null): boolean {
  const read = readBallots(text, fileName)
  const said = sentences(read.ok ? read.remarks : read.faults)
  return (read.ok || said.length > 0) && said.every((sentence) => !/\{\{|undefined|NaN/.test(withoutQuoted(sentence)))
}

/** A sentence without what it quotes from the file. */
function withoutQuoted(sentence: string): string {
  const from = sentence.indexOf('“')
  const to = sentence.lastIndexOf('”')
  return from < 0 || to < from ? sentence : sentence.slice(0, from) + sentence.slice(to + 1)
}
