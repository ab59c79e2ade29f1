import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineBlock, lineBlocks, longestLineBytes, splitFields } from './csvLines.ts'

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function linesOf(bytes: Buffer, size: number): Promise<{ line: number; text: string }[]> {
  const lines: { line: number; text: string }[] = []
  for await (const block of lineBlocks(inPieces(bytes, size))) lines.push(...numbered(block))
  return lines
}

function numbered({ text, firstLine }: LineBlock) {
  return text
    .slice(0, -1)
    .split('\n')
    .map((line, index) => ({ line: firstLine + index, text: line }))
}

describe('blocks of lines', () => {
  it('are the same however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[a-z,"\r]{0,12}$/), { minLength: 1 }),
        fc.integer({ min: 1, max: 20 }),
        async (lines, size) => {
          const bytes = Buffer.from(`${lines.join('\n')}\n`)
          expect(await linesOf(bytes, size)).toEqual(lines.map((text, index) => ({ line: index + 1, text })))
        },
      ),
    )
  })

  it('begin after a byte-order mark and end with a line feed even where the file does not', async () => {
    expect(await linesOf(Buffer.from('\ufeffone\r\ntwo'), 1000)).toEqual([
      { line: 1, text: 'one\r' },
      { line: 2, text: 'two' },
    ])
  })

  it('cut a line without end, and hold the number of the next', async () => {
    const lines = await linesOf(Buffer.from(`head\n${'x'.repeat(400_000)}\ntail\n`), 50_000)
    expect(lines.map((line) => line.line)).toEqual([1, 2, 3])
    expect(lines[1]?.text.length).toBeGreaterThanOrEqual(longestLineBytes)
    expect(lines[1]?.text.length).toBeLessThan(200_000)
    expect(lines[2]?.text).toBe('tail')
  })
})

describe('fields', () => {
  it('come back as they were written, quoted or not', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string().map((text) => text.replace(/[\r\n]/g, ' ')),
          { minLength: 1 },
        ),
        (fields) => {
          const line = fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')
          expect(splitFields(line)).toEqual(fields)
        },
      ),
    )
  })

  it('keep a comma inside quotation marks', () => {
    expect(splitFields('1,"On or near Asda, Thurmaston",')).toEqual(['1', 'On or near Asda, Thurmaston', ''])
  })

  it.each([
    ['a,"open', 'a quotation mark is not closed on its line'],
    ['a,"b"c,d', 'a quoted field goes on after its quotation mark'],
    ['a,b"c', 'a quotation mark stands inside a field'],
  ])('are refused in %s', (line, sentence) => {
    expect(splitFields(line)).toBe(sentence)
  })
})
