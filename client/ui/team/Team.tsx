import type { Contact, NeighbourhoodLink, Station, TeamMember } from '../../../shared/api/neighbourhoods.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage, usePath } from '../page.ts'
import { ContactList, ContactText } from './ContactList.tsx'

interface TeamProps {
  force: { name: string; url: string | null; telephone: Contact | null }
  contacts: readonly Contact[]
  team: readonly TeamMember[]
  stations: readonly Station[]
  links: readonly NeighbourhoodLink[]
  /** The force's own page of the neighbourhood. */
  url: string | null
  /** Where to write to the team here; without the language's prefix. */
  contactPath: string
}

/** Who polices here and how to reach them: the first thing on the page. */
export function Team({ force, contacts, team, stations, links, url, contactPath }: TeamProps) {
  const { t } = usePage()
  const to = usePath()
  return (
    <section class="patch-team patch-card" aria-labelledby="team">
      <h2 class="govuk-heading-m" id="team">
        {t('neighbourhood:team')}
      </h2>
      {team.length === 0 ? (
        <p class="govuk-body">{t('neighbourhood:teamUnknown', { force: force.name })}</p>
      ) : (
        // biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to VoiceOver unless it says so
        <ul class="patch-team__members" role="list">
          {team.map((member) => (
            <Member member={member} key={member.id} />
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-button" href={to(contactPath)}>
          {t('messages:contactTeam')}
        </a>
      </p>
      <ContactList contacts={contacts.filter((contact) => contact.text !== '101')} />
      <ReachNow />
      {(force.url || force.telephone || url) && (
        <ul class="patch-links">
          {force.telephone && (
            <li>
              {force.name}: <ContactText contact={force.telephone} />
            </li>
          )}
          {url && (
            <li>
              <a class="govuk-link" href={url}>
                {t('neighbourhood:ownPage', { force: force.name })}
              </a>
            </li>
          )}
          {force.url && force.url !== url && (
            <li>
              <a class="govuk-link" href={force.url}>
                {t('neighbourhood:forceSite', { force: force.name })}
              </a>
            </li>
          )}
        </ul>
      )}
      {stations.length > 0 && <Stations stations={stations} />}
      {links.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('neighbourhood:links')}</h3>
          <ul class="patch-links">
            {links.map((link) => (
              <li key={link.url}>
                <a class="govuk-link" href={link.url}>
                  <ForceWords>{link.title}</ForceWords>
                </a>
                {link.description.length > 0 && (
                  <span class="patch-links__note">
                    {' '}
                    <ForceWords>{link.description.join(' ')}</ForceWords>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** The two numbers that always work, linked. */
function ReachNow() {
  const { t } = usePage()
  return (
    // biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to VoiceOver unless it says so
    <ul class="patch-reach" role="list">
      <li>
        <a class="patch-reach__number" href="tel:101">
          101
        </a>{' '}
        {t('neighbourhood:call101')}
      </li>
      <li>
        <a class="patch-reach__number" href="tel:999">
          999
        </a>{' '}
        {t('neighbourhood:call999')}
      </li>
    </ul>
  )
}

function Member({ member }: { member: TeamMember }) {
  const { t, language } = usePage()
  const { photo } = member
  return (
    <li class={photo ? 'patch-team__member patch-team__member--photo' : 'patch-team__member'}>
      {photo && (
        <img
          class="patch-team__photo"
          src={photo.url}
          alt={photo.alt}
          width={photo.width}
          height={photo.height}
          loading="lazy"
          decoding="async"
          {...(language === 'en' ? {} : { lang: 'en' })}
        />
      )}
      <p class="patch-team__name">
        <strong>{member.name}</strong>
        {member.rank && (
          <span class="patch-team__rank">
            <ForceWords>{member.rank}</ForceWords>
          </span>
        )}
      </p>
      {member.role && (
        <p class="patch-team__role">
          <ForceWords>{member.role}</ForceWords>
        </p>
      )}
      {member.hours && (
        <p class="patch-team__biography">
          {t('team:hours')} <ForceWords>{member.hours}</ForceWords>
        </p>
      )}
      {member.biography.map((paragraph) => (
        <p class="patch-team__biography" key={paragraph}>
          <ForceWords>{paragraph}</ForceWords>
        </p>
      ))}
      <ContactList contacts={member.contacts} />
      {member.contacts.length > 0 && (
        <p class="patch-team__save">
          <a class="govuk-link" href={member.vcard}>
            {t('team:saveContact')}
            <span class="govuk-visually-hidden"> {t('team:saveContactOf', { name: member.name })}</span>
          </a>
        </p>
      )}
    </li>
  )
}

function Stations({ stations }: { stations: readonly Station[] }) {
  const { t } = usePage()
  return (
    <>
      <h3 class="govuk-heading-s">{t('neighbourhood:stations')}</h3>
      {/* biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to VoiceOver unless it says so */}
      <ul class="patch-stations" role="list">
        {stations.map((station) => (
          <li key={`${station.name} ${station.postcode}`}>
            <strong>{station.name}</strong>
            {station.kind === 'drop-in' && <span class="patch-team__rank">{t('team:dropIn')}</span>}
            <address class="patch-stations__address">
              {[...station.address, station.postcode].filter((line) => line).join(', ')}
            </address>
            {station.openingHours && (
              <p class="patch-stations__hours">
                {t('neighbourhood:openingHours')}: <ForceWords>{station.openingHours}</ForceWords>
              </p>
            )}
            {station.telephone && (
              <p class="patch-stations__hours">
                <ContactText contact={station.telephone} />
              </p>
            )}
            {station.description.map((paragraph) => (
              <p class="patch-stations__hours" key={paragraph}>
                <ForceWords>{paragraph}</ForceWords>
              </p>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
