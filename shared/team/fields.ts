import type { Contacts, PartKind } from './teamPage.ts'

/** A field of a part's form. */
export interface PartField {
  name: string
  label: string
  hint?: string
  control: 'line' | 'short' | 'email' | 'telephone' | 'web' | 'lines' | 'choice' | 'shown'
  choices?: readonly { value: string; text: string }[]
}

/** What each kind of part is called. */
export const partNames: Record<PartKind, { one: string; many: string }> = {
  about: { one: 'description and contacts', many: 'Description and contacts' },
  members: { one: 'team member', many: 'Team members' },
  stations: { one: 'station or drop-in', many: 'Stations and drop-ins' },
  links: { one: 'link', many: 'Links' },
}

const usualContacts: Partial<Record<PartKind, readonly string[]>> = {
  about: ['telephone', 'mobile', 'email', 'web', 'facebook', 'twitter', 'instagram', 'youtube', 'nextdoor'],
  members: ['telephone', 'mobile', 'email', 'web'],
}

/** The kinds of contact that a form offers: the usual ones, and whatever is held already. */
export function contactKinds(kind: PartKind, held: Contacts): string[] {
  const usual = usualContacts[kind]
  return usual ? [...new Set([...usual, ...Object.keys(held)])] : []
}

const contactLabels: Record<string, string> = {
  telephone: 'Telephone',
  mobile: 'Mobile',
  email: 'Email',
  'e-messaging': 'Message form',
  web: 'Website',
  facebook: 'Facebook',
  twitter: 'X (Twitter)',
  instagram: 'Instagram',
  youtube: 'YouTube',
  nextdoor: 'Nextdoor',
}
const contactControls: Record<string, PartField['control']> = {
  telephone: 'telephone',
  mobile: 'telephone',
  email: 'email',
  web: 'web',
}

function contactFields(kinds: readonly string[]): PartField[] {
  return kinds.map((kind) => ({
    name: `contact-${kind}`,
    label: contactLabels[kind] ?? kind,
    control: contactControls[kind] ?? 'line',
  }))
}

const stationKinds = [
  { value: 'station', text: 'Police station' },
  { value: 'drop-in', text: 'Drop-in' },
  { value: 'other', text: 'Another place' },
] as const

/**
 * The fields of a part's form, in their order.
 * @param held what the part's form may keep besides the usual: its contacts, its kind of place
 */
export function partFields(kind: PartKind, held: { contacts?: Contacts; kind?: string } = {}): PartField[] {
  const contacts = contactFields(contactKinds(kind, held.contacts ?? {}))
  switch (kind) {
    case 'about':
      return [
        {
          name: 'description',
          label: 'About this neighbourhood',
          hint: 'Leave a blank line between paragraphs.',
          control: 'lines',
        },
        ...contacts,
      ]
    case 'members':
      return [
        { name: 'name', label: 'Name', hint: 'As residents may know it.', control: 'line' },
        { name: 'rank', label: 'Rank', hint: 'Such as Sergeant, PC or PCSO.', control: 'line' },
        { name: 'role', label: 'Role', hint: 'What they do here, such as “Schools and parks”.', control: 'line' },
        {
          name: 'hours',
          label: 'Hours',
          hint: 'When they can be reached, such as “Mon to Fri, 08:00 to 16:00”.',
          control: 'line',
        },
        { name: 'biography', label: 'More about them', control: 'lines' },
        ...contacts,
        {
          name: 'shown',
          label: 'Public page',
          control: 'shown',
          choices: [{ value: 'yes', text: 'Show them on the public page' }],
        },
      ]
    case 'stations':
      return [
        { name: 'name', label: 'Name', control: 'line' },
        { name: 'kind', label: 'Kind of place', control: 'choice', choices: placeKinds(held.kind) },
        { name: 'address', label: 'Address', hint: 'Without the postcode.', control: 'lines' },
        {
          name: 'postcode',
          label: 'Postcode',
          hint: 'Places it on the map, where this service knows the postcode and you do not say below where it stands.',
          control: 'short',
        },
        {
          name: 'longitude',
          label: 'Longitude',
          hint: 'In degrees, as maps on the web show it for a point: -1.1398. Leave both empty to go by the postcode.',
          control: 'short',
        },
        { name: 'latitude', label: 'Latitude', hint: 'In degrees: 52.6369.', control: 'short' },
        {
          name: 'openingHours',
          label: 'Opening hours',
          hint: 'A line for each day or group of days.',
          control: 'lines',
        },
        { name: 'telephone', label: 'Telephone', control: 'telephone' },
        { name: 'description', label: 'What to expect there', control: 'lines' },
      ]
    case 'links':
      return [
        { name: 'title', label: 'Words of the link', control: 'line' },
        { name: 'url', label: 'Web address', control: 'web' },
        { name: 'description', label: 'What is there', control: 'lines' },
      ]
    default:
      return kind satisfies never
  }
}

/** The kinds of place to choose from, and the one that is held already. */
export function placeKinds(held: string | undefined) {
  const known = stationKinds.some((choice) => choice.value === held)
  return held && !known ? [...stationKinds, { value: held, text: held }] : stationKinds
}

/** What a field is called where changes are listed. */
export function fieldLabel(kind: PartKind, name: string): string {
  const own: Record<string, string> = {
    photo: 'Photo',
    place: 'Place on the map',
    shown: 'Shown or not',
    removed: 'Put back',
  }
  const field = partFields(kind).find((one) => one.name === name)
  return own[name] ?? field?.label ?? contactLabels[name.replace(/^contact-/, '')] ?? name
}
