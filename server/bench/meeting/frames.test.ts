import { describe, expect, it } from 'vitest'
import { opcodes, readFrames, textToSend } from './frames.ts'

/** A frame as a server sends it. */
function fromServer(text: string): Buffer {
  const payload = Buffer.from(text)
  const head =
    payload.length < 126
      ? Buffer.from([0x81, payload.length])
      : payload.length <= 0xffff
        ? Buffer.from([0x81, 126, payload.length >> 8, payload.length & 0xff])
        : Buffer.concat([Buffer.from([0x81, 127]), bigEndian(payload.length)])
  return Buffer.concat([head, payload])
}

function bigEndian(length: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(length))
  return bytes
}

function textsIn(bytes: Buffer): { texts: string[]; read: number } {
  const texts: string[] = []
  const read = readFrames(bytes, (opcode, start, end) => {
    expect(opcode).toBe(opcodes.text)
    texts.push(bytes.toString('utf8', start, end))
  })
  return { texts, read }
}

describe('frames from a server', () => {
  const sent = ['2', 'ŵ'.repeat(100), 'x'.repeat(125), 'y'.repeat(126), 'z'.repeat(70_000)]

  it('are read however long they are', () => {
    const bytes = Buffer.concat(sent.map(fromServer))
    expect(textsIn(bytes)).toEqual({ texts: sent, read: bytes.length })
  })

  it('are read once they are whole', () => {
    const [first, second] = [fromServer('first'), fromServer('y'.repeat(300))]
    for (let cut = 0; cut < second.length; cut += 1)
      expect(textsIn(Buffer.concat([first, second.subarray(0, cut)]))).toEqual({ texts: ['first'], read: first.length })
  })
})

describe('a text to send', () => {
  it.each([2, 125, 126, 5000])('is masked with zeros, %i bytes', (bytes) => {
    const frame = textToSend('a'.repeat(bytes))
    const head = bytes < 126 ? 2 : 4
    expect((frame[1] ?? 0) & 0x80).toBe(0x80)
    expect([...frame.subarray(head, head + 4)]).toEqual([0, 0, 0, 0])
    expect(frame.subarray(head + 4).toString()).toBe('a'.repeat(bytes))
  })
})
