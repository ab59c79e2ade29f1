/** As much of WebSocket's framing as a client needs whose server sends whole texts, uncompressed (RFC 6455 §5). */

const textFrame = 0x81
const isMasked = 0x80
const twoByteLength = 126
const eightByteLength = 127

/** Room for the mask: a client has to mask, but four zeros are a mask too, and one that costs nothing. */
const maskBytes = 4

/** A text as a client's frame. */
export function textToSend(text: string): Buffer {
  const bytes = Buffer.byteLength(text)
  if (bytes > 0xffff) throw new Error('A client of the benchmark sends short texts only')
  const headBytes = bytes < twoByteLength ? 2 : 4
  const frame = Buffer.alloc(headBytes + maskBytes + bytes)
  frame[0] = textFrame
  if (headBytes === 2) frame[1] = isMasked | bytes
  else {
    frame[1] = isMasked | twoByteLength
    frame.writeUInt16BE(bytes, 2)
  }
  frame.write(text, headBytes + maskBytes)
  return frame
}

/** The kinds of frame that a client meets. */
export const opcodes = { text: 1, close: 8, ping: 9, pong: 10 } as const

/**
 * Reads the frames that bytes from a server hold.
 * @param onFrame hears of each whole frame: its opcode and where its payload lies in `bytes`
 * @returns how many bytes were read; the rest begins a frame that is still to come
 */
export function readFrames(bytes: Buffer, onFrame: (opcode: number, start: number, end: number) => void): number {
  let at = 0
  for (;;) {
    if (bytes.length - at < 2) return at
    const opcode = (bytes[at] ?? 0) & 0x0f
    let length = (bytes[at + 1] ?? 0) & 0x7f
    let start = at + 2
    if (length === twoByteLength) {
      if (bytes.length - at < 4) return at
      length = bytes.readUInt16BE(start)
      start += 2
    } else if (length === eightByteLength) {
      if (bytes.length - at < 10) return at
      length = Number(bytes.readBigUInt64BE(start))
      start += 8
    }
    if (bytes.length < start + length) return at
    at = start + length
    onFrame(opcode, start, at)
  }
}
