import type { TeamMember } from '../../shared/api/neighbourhoods.ts'

/** What a vCard says besides the member. */
export interface CardPlace {
  force: string
  neighbourhood: string
  /** Address of the service, for what the card links to. */
  publicUrl: string
}

/** A member's contact details as a vCard 4.0 (RFC 6350). Only what the public page shows is in it. */
export function vcardOf(member: TeamMember, { force, neighbourhood, publicUrl }: CardPlace): string {
  const address = publicUrl + member.vcard
  const hours = member.hours ? [member.hours] : []
  const note = [...hours, ...member.biography].join('\n')
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//Our Patch//Team//EN',
    'KIND:individual',
    `UID:${address}`,
    `SOURCE:${address}`,
    `FN:${escaped([member.rank, member.name].filter(Boolean).join(' '))}`,
    `ORG:${escaped(force)};${escaped(neighbourhood)}`,
    ...(member.rank ? [`TITLE:${escaped(member.rank)}`] : []),
    ...(member.role ? [`ROLE:${escaped(member.role)}`] : []),
    ...member.contacts.flatMap(contactLines),
    ...(member.photo ? [`PHOTO:${publicUrl}${member.photo.url}`] : []),
    ...(note ? [`NOTE:${escaped(note)}`] : []),
    'END:VCARD',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function contactLines({ kind, text, href }: TeamMember['contacts'][number]): string[] {
  if (kind === 'telephone') return [`TEL;TYPE="work,voice":${escaped(text)}`]
  if (kind === 'mobile') return [`TEL;TYPE="work,cell":${escaped(text)}`]
  if (href?.startsWith('mailto:')) return [`EMAIL;TYPE=work:${escaped(text)}`]
  if (href?.startsWith('http')) return [`URL;TYPE=work:${href}`]
  return []
}

/** A text value: RFC 6350, 3.4. */
export function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
}

/** A line folded to 75 octets a piece, never inside a character: RFC 6350, 3.2. */
export function folded(line: string): string {
  let [out, octets] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += size
  }
  return out
}
