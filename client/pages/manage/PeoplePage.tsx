import { momentInWords } from '../../../shared/time/words.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/form/Choices.tsx'
import { OnceField } from '../../ui/form/OnceField.tsx'
import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import { type Choice, SelectField } from '../../ui/form/SelectField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'
import { LinkButton } from '../../ui/manage/LinkButton.tsx'
import { roleNames } from '../../ui/manage/roleNames.ts'
import { ScrollTable } from '../../ui/manage/ScrollTable.tsx'
import { TableHead } from '../../ui/manage/TableHead.tsx'

interface Granted {
  id: number
  name: string
  email: string
  role: string
  neighbourhood: string | null
  since: Date
  /** One's own: somebody else has to end it. */
  isOwn?: boolean
}

interface Props {
  force: { id: string; name: string }
  people: readonly Granted[]
  waiting: readonly Granted[]
  neighbourhoods: readonly Choice[]
  mayInviteAdmins: boolean
  sent: boolean
  typed: Readonly<Record<string, string>>
  problems: Readonly<Record<string, string>>
}

/** Who may act for a force, who is invited, and the form that invites. */
export function PeoplePage({ force, people, waiting, neighbourhoods, mayInviteAdmins, sent, typed, problems }: Props) {
  const address = `/manage/forces/${force.id}/people`
  const roles: Choice[] = [
    { value: 'officer', text: 'Officer', hint: 'Keeps the pages of one neighbourhood and answers its messages' },
    { value: 'supervisor', text: 'Supervisor', hint: 'All neighbourhoods, people, standards and what runs late' },
    ...(mayInviteAdmins ? [{ value: 'admin', text: 'Administrator', hint: 'Every force on this service' }] : []),
  ]
  return (
    <div class="patch-manage">
      <HomeTrail />
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">People of {force.name}</h1>
      {sent && (
        <p class="govuk-inset-text" role="status">
          The invitation is on its way.
        </p>
      )}
      {people.length > 0 ? (
        <GrantTable caption="Who may do what" rows={people} action={`${address}/end`} button="End" />
      ) : (
        <p class="govuk-body">Nobody yet.</p>
      )}
      {waiting.length > 0 && (
        <GrantTable
          caption="Invited, not accepted yet"
          rows={waiting}
          action={`${address}/withdraw`}
          button="Withdraw"
        />
      )}
      <h2 class="govuk-heading-m">Invite somebody</h2>
      <form method="post" action={address} noValidate>
        <OnceField />
        <TextField name="name" label="Name" value={typed['name'] ?? ''} problem={problems['name']} autocomplete="off" />
        <TextField
          name="email"
          type="email"
          label="Work e-mail address"
          value={typed['email'] ?? ''}
          problem={problems['email']}
          autocomplete="off"
        />
        <Choices
          kind="radios"
          name="role"
          label="What are they to be?"
          choices={roles}
          chosen={[typed['role'] ?? '']}
          problem={problems['role']}
        />
        <SelectField
          name="neighbourhood"
          label="Neighbourhood"
          hint="For an officer"
          choices={[{ value: '', text: 'Choose one' }, ...neighbourhoods]}
          value={typed['neighbourhood'] ?? ''}
          problem={problems['neighbourhood']}
        />
        <Button kind="primary">Send the invitation</Button>
      </form>
    </div>
  )
}

interface TableProps {
  caption: string
  rows: readonly Granted[]
  action: string
  button: string
}

function GrantTable({ caption, rows, action, button }: TableProps) {
  return (
    <ScrollTable name={caption}>
      <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <TableHead columns={['Name', 'Role', 'Since']} act={button} />
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row" key={row.id}>
            <th class="govuk-table__header" scope="row">
              {row.name}
              <br />
              <span class="patch-manage__quiet">{row.email}</span>
            </th>
            <td class="govuk-table__cell">
              {roleNames[row.role] ?? row.role}
              {row.neighbourhood && `, ${row.neighbourhood}`}
            </td>
            <td class="govuk-table__cell">{momentInWords(row.since, 'en')}</td>
            <td class="govuk-table__cell">
              {row.isOwn ? 'You' : <LinkButton action={action} fields={{ id: row.id }} text={button} of={row.name} />}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
