import { momentInWords } from '../../../shared/time/words.ts'
import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'
import { LinkButton } from '../../ui/manage/LinkButton.tsx'
import { roleNames } from '../../ui/manage/roleNames.ts'
import { ScrollTable } from '../../ui/manage/ScrollTable.tsx'
import { TableHead } from '../../ui/manage/TableHead.tsx'

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
      <HomeTrail />
      <h1 class="govuk-heading-l">Machines’ tokens</h1>
      <p class="govuk-body">
        {force.name}. Whoever runs the service makes one with <code>npm run token</code>; it is shown once.
      </p>
      {tokens.length === 0 ? (
        <p class="govuk-body">None yet.</p>
      ) : (
        <ScrollTable name="Machines’ tokens">
          <TableHead columns={['Token', 'May act as', 'Made', 'Good until']} act="Revoke" />
          <tbody class="govuk-table__body">
            {tokens.map((token) => (
              <tr class="govuk-table__row" key={token.id}>
                <th class="govuk-table__header" scope="row">
                  {token.id}: {token.name}
                </th>
                <td class="govuk-table__cell">
                  {roleNames[token.role] ?? token.role}
                  {token.neighbourhood && `, ${token.neighbourhood}`}
                </td>
                <td class="govuk-table__cell">{momentInWords(token.createdAt, 'en')}</td>
                <td class="govuk-table__cell">
                  {token.revokedAt
                    ? `Revoked on ${momentInWords(token.revokedAt, 'en')}`
                    : momentInWords(token.expiresAt, 'en')}
                </td>
                <td class="govuk-table__cell">
                  {!token.revokedAt && token.expiresAt > now && (
                    <LinkButton
                      action={`/manage/forces/${force.id}/tokens/revoke`}
                      fields={{ id: token.id }}
                      text="Revoke"
                      of={token.name}
                    />
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
