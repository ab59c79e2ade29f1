import type { Contact } from '../../../shared/api/neighbourhoods.ts'
import { usePage } from '../page.ts'

/** Kinds that have a word in both languages; others are names of services and are written as they are. */
const worded = ['telephone', 'mobile', 'email', 'e-messaging', 'web', 'address', 'forum', 'blog', 'rss'] as const
type Worded = (typeof worded)[number]
const services: Record<string, string> = {
  facebook: 'Facebook',
  twitter: 'X (Twitter)',
  youtube: 'YouTube',
  flickr: 'Flickr',
  instagram: 'Instagram',
  nextdoor: 'Nextdoor',
}

/** Ways to reach somebody, each a link where it can be one. */
export function ContactList({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = usePage()
  if (contacts.length === 0) return null
  const label = (kind: string) =>
    worded.includes(kind as Worded) ? t(`neighbourhood:contact_${kind as Worded}`) : (services[kind] ?? kind)
  return (
    <dl class="patch-contacts">
      {contacts.map((contact) => (
        <div class="patch-contacts__row" key={contact.kind}>
          <dt>{label(contact.kind)}</dt>
          <dd>
            <ContactText contact={contact} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A contact's text, linked where it is an address; web addresses are shown without their scheme. */
export function ContactText({ contact }: { contact: Contact }) {
  if (contact.href === null) return <>{contact.text}</>
  return (
    <a class="govuk-link" href={contact.href}>
      {contact.text.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
    </a>
  )
}
