import { describe, expect, it } from 'vitest'
import { lookAtHead } from './head.ts'

describe('the beginning of a file', () => {
  it.each([
    ['a PNG picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['a web page', Buffer.from('\n<!DOCTYPE html><html><body>Sign in</body></html>')],
    ['a web page', Buffer.from('<HTML>')],
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from('\ufeff \n')],
    ['UTF-16 text: save it as UTF-8', Buffer.from('\ufeffCrime ID,Month', 'utf16le')],
    ['UTF-16 text: save it as UTF-8', Buffer.from('Crime ID,Month,Reported by', 'utf16le')],
    ['a gzip file: unpack it first', Buffer.from([0x1f, 0x8b, 8, 0])],
    ['not text', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9])],
  ])('says that it is %s', (kind, bytes) => {
    expect(lookAtHead(bytes).foreign).toBe(kind)
  })

  it('gives the header of a CSV, without its byte-order mark', () => {
    const head = lookAtHead(Buffer.from('\ufeffPFA,PFNid, PFNn ,"PFN"\r\nE1,2,3,4\r\n'))
    expect(head.foreign).toBeUndefined()
    expect(head.fields).toEqual(['PFA', 'PFNid', 'PFNn', 'PFN'])
  })

  it('takes text of one byte a character for text', () => {
    expect(lookAtHead(Buffer.from('© Crown copyright', 'latin1')).foreign).toBeUndefined()
  })

  it('knows a zip', () => {
    expect(lookAtHead(Buffer.from('PK\x03\x04rest', 'latin1')).isZip).toBe(true)
    expect(lookAtHead(Buffer.from('PKZIP')).isZip).toBe(false)
  })
})
