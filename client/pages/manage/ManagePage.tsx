import { AddPasskey } from './AddPasskey.tsx'

interface Props {
  forces: readonly {
    id: string
    name: string
    /** Whether the person looks after the whole force. */
    oversees: boolean
    neighbourhoods: readonly { code: string; name: string }[]
  }[]
  /** Whether the person looks after every force. */
  overseesAll: boolean
  /** Nobody has made a passkey yet: offer one. */
  offerPasskey: boolean
}

/** Where a person may act, and what they can do there. */
export function ManagePage({ forces, overseesAll, offerPasskey }: Props) {
  return (
    <div class="patch-manage">
      <h1 class="govuk-heading-l">Your places</h1>
      {offerPasskey && <AddPasskey />}
      {overseesAll && (
        <ul class="patch-manage__tasks">
          <li>
            <a class="govuk-link" href="/manage/audit">
              Who changed what, in every force
            </a>
          </li>
        </ul>
      )}
      {forces.length === 0 && !overseesAll && (
        <p class="govuk-body">Your account does not reach any place yet. Ask your supervisor to invite you to one.</p>
      )}
      {forces.map((force) => (
        <section key={force.id} class="patch-card" aria-labelledby={`force-${force.id}`}>
          <h2 class="govuk-heading-m" id={`force-${force.id}`}>
            {force.name}
          </h2>
          {force.oversees && (
            <ul class="patch-manage__tasks">
              <li>
                <a class="govuk-link" href={`/manage/forces/${force.id}/people`}>
                  People and invitations
                </a>
              </li>
              <li>
                <a class="govuk-link" href={`/manage/forces/${force.id}/messages`}>
                  Messages that run late
                </a>
              </li>
              <li>
                <a class="govuk-link" href={`/manage/forces/${force.id}/standards`}>
                  Standards of the whole force
                </a>
              </li>
              <li>
                <a class="govuk-link" href={`/manage/forces/${force.id}/audit`}>
                  Who changed what
                </a>
              </li>
              <li>
                <a class="govuk-link" href={`/manage/forces/${force.id}/tokens`}>
                  Machines’ tokens
                </a>
              </li>
            </ul>
          )}
          {force.oversees && force.neighbourhoods.length > 0 && <h3 class="govuk-heading-s">Neighbourhoods</h3>}
          <ul class="patch-manage__places">
            {force.neighbourhoods.map(({ code, name }) => (
              <li key={code}>
                <a class="govuk-link" href={`/manage/neighbourhoods/${force.id}/${encodeURIComponent(code)}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
