import { momentInWords } from '../../../shared/time/words.ts'
import { ScrollTable } from '../../ui/manage/ScrollTable.tsx'

interface Props {
  force: { id: string; name: string }
  tokens: readonly {
    id: number
    name: string
    role: string
    neighbourhood: string | null
    createdAt: Date
    expiresAt: Date
    revokedAt: Date | null
  }[]
  now: Date
}

/** Tokens of machines: what they may do and until when; the tokens themselves are shown nowhere. */
export function TokensPage({ force, tokens, now }: Props) {
  return (
    <div class="patch-manage">
      <h1 class="govuk-heading-l">Machines’ tokens</h1>
      <p class="govuk-body">
        {force.name}. Whoever runs the service makes one with <code>npm run token</code>; it is shown once.
      </p>
      {tokens.length === 0 ? (
        <p class="govuk-body">There are none.</p>
      ) : (
        <ScrollTable name="Machines’ tokens">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Token', 'May act as', 'Made', 'Good until'].map((heading) => (
                <th class="govuk-table__header" scope="col" key={heading}>
                  {heading}
                </th>
              ))}
              <th class="govuk-table__header" scope="col">
                <span class="govuk-visually-hidden">Revoke</span>
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {tokens.map((token) => (
              <tr class="govuk-table__row" key={token.id}>
                <th class="govuk-table__header" scope="row">
                  {token.id}: {token.name}
                </th>
                <td class="govuk-table__cell">
                  {token.role}
                  {token.neighbourhood && `, ${token.neighbourhood}`}
                </td>
                <td class="govuk-table__cell">{momentInWords(token.createdAt, 'en')}</td>
                <td class="govuk-table__cell">
                  {token.revokedAt
                    ? `revoked ${momentInWords(token.revokedAt, 'en')}`
                    : momentInWords(token.expiresAt, 'en')}
                </td>
                <td class="govuk-table__cell">
                  {!token.revokedAt && token.expiresAt > now && (
                    <form method="post" action={`/manage/forces/${force.id}/tokens/revoke`}>
                      <input type="hidden" name="id" value={token.id} />
                      <button type="submit" class="patch-link-button">
                        Revoke<span class="govuk-visually-hidden"> {token.name}</span>
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </div>
  )
}
