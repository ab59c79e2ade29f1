import { describe, expect, it } from 'vitest'
import { folded, vcardOf } from './vcard.ts'

const place = { force: 'Dogger Constabulary', neighbourhood: 'Silver Pit', publicUrl: 'https://patch.example' }
const member = {
  id: 12,
  name: 'Llŷr Example',
  rank: 'PC',
  role: 'Schools, parks; streets \\ lanes',
  hours: 'Mon to Fri',
  photo: { url: '/photos/ab.jpg', alt: 'PC Example', width: 480, height: 480 },
  vcard: '/neighbourhoods/dogger/SP1/people/12.vcf',
  biography: ['One.', 'Two.'],
  contacts: [
    { kind: 'telephone', text: '101 ext 4711', href: 'tel:101' },
    { kind: 'email', text: 'llyr@dogger.example', href: 'mailto:llyr@dogger.example' },
    { kind: 'web', text: 'https://dogger.example/a,b', href: 'https://dogger.example/a,b' },
  ],
}

describe('a vCard (RFC 6350)', () => {
  it('holds what the public page shows, with text escaped and addresses as they are', () => {
    expect(vcardOf(member, place).split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'PRODID:-//Our Patch//Team//EN',
      'KIND:individual',
      'UID:https://patch.example/neighbourhoods/dogger/SP1/people/12.vcf',
      'SOURCE:https://patch.example/neighbourhoods/dogger/SP1/people/12.vcf',
      'FN:PC Llŷr Example',
      'ORG:Dogger Constabulary;Silver Pit',
      'TITLE:PC',
      'ROLE:Schools\\, parks\\; streets \\\\ lanes',
      'TEL;TYPE="work,voice":101 ext 4711',
      'EMAIL;TYPE=work:llyr@dogger.example',
      'URL;TYPE=work:https://dogger.example/a,b',
      'PHOTO:https://patch.example/photos/ab.jpg',
      'NOTE:Mon to Fri\\nOne.\\nTwo.',
      'END:VCARD',
      '',
    ])
  })

  it('cannot be given lines of its own by what somebody typed', () => {
    const card = vcardOf({ ...member, name: 'A\r\nEND:VCARD', biography: ['x\nURL:https://evil.example'] }, place)
    expect(card.split('\r\n').filter((line) => line.startsWith('END:VCARD'))).toHaveLength(1)
    expect(card).not.toMatch(/\nURL:/)
  })

  it('is folded to 75 octets, never inside a character', () => {
    const line = `NOTE:${'ŵ'.repeat(200)}`
    const pieces = folded(line).split('\r\n')
    expect(pieces.every((piece) => Buffer.byteLength(piece) <= 75)).toBe(true)
    expect(pieces.map((piece, index) => (index === 0 ? piece : piece.slice(1))).join('')).toBe(line)
  })
})
