import { momentInWords } from '../../../shared/time/words.ts'
import { LinkButton } from '../../ui/manage/LinkButton.tsx'
import { ScrollTable } from '../../ui/manage/ScrollTable.tsx'
import { TableHead } from '../../ui/manage/TableHead.tsx'
import { AddPasskey } from './AddPasskey.tsx'

interface Props {
  name: string
  email: string
  sessions: readonly { id: string; userAgent: string | null; createdAt: Date; isThis: boolean }[]
  passkeys: readonly { id: string; name: string | null; createdAt: Date }[]
}

/** One's own account: where one is signed in, and with what one can sign in. */
export function AccountPage({ name, email, sessions, passkeys }: Props) {
  return (
    <div class="patch-manage">
      <h1 class="govuk-heading-l">{name}</h1>
      <p class="govuk-body">Links to sign in go to {email}.</p>
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      <ScrollTable name="Where you are signed in">
        <TableHead columns={['Device', 'Since']} act="End it" />
        <tbody class="govuk-table__body">
          {sessions.map((session) => (
            <tr class="govuk-table__row" key={session.id}>
              <td class="govuk-table__cell">{deviceName(session.userAgent)}</td>
              <td class="govuk-table__cell">{momentInWords(session.createdAt, 'en')}</td>
              <td class="govuk-table__cell">
                {session.isThis ? (
                  'This one'
                ) : (
                  <LinkButton
                    action="/manage/account/sessions"
                    fields={{ id: session.id }}
                    text="End"
                    of={deviceName(session.userAgent)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {sessions.length > 1 && (
        <form method="post" action="/manage/account/sessions">
          <button type="submit" class="govuk-button govuk-button--secondary">
            End all others
          </button>
        </form>
      )}
      <h2 class="govuk-heading-m">Your passkeys</h2>
      {passkeys.length === 0 ? (
        <p class="govuk-body">None yet.</p>
      ) : (
        <ul class="govuk-list">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              {passkey.name ?? 'Passkey'}, made on {momentInWords(passkey.createdAt, 'en')}{' '}
              <LinkButton
                action="/manage/account/passkeys"
                fields={{ id: passkey.id }}
                text="Remove"
                of={passkey.name ?? 'Passkey'}
                isInline
              />
            </li>
          ))}
        </ul>
      )}
      <AddPasskey />
    </div>
  )
}

/** The browser and system of a user agent, as people would call them. */
function deviceName(userAgent: string | null): string {
  if (!userAgent) return 'Unknown device'
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(`${name}/`))
  const system = ['Windows', 'Android', 'iPhone', 'iPad', 'Mac OS', 'CrOS', 'Linux'].find((name) =>
    userAgent.includes(name),
  )
  const known = [browser === 'Edg' ? 'Edge' : browser, system].filter(Boolean)
  return known.length > 0 ? known.join(' on ') : 'Unknown device'
}
