import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'
import { type MessageRow, MessageTable } from '../../ui/messages/MessageTable.tsx'

interface Props {
  force: string
  /** Whose senders asked for the supervisor. */
  asked: readonly MessageRow[]
  overdue: readonly MessageRow[]
}

/** A force's late messages, for its supervisors. */
export function OverseeMessagesPage({ force, asked, overdue }: Props) {
  return (
    <>
      <HomeTrail />
      <h1 class="govuk-heading-l">Late messages: {force}</h1>
      {asked.length > 0 && <MessageTable caption="Residents ask for you" rows={asked} withPlace />}
      {overdue.length > 0 && <MessageTable caption="Overdue" rows={overdue} withPlace />}
      {asked.length + overdue.length === 0 && <p class="govuk-body">Nothing is late, and nobody has asked for you.</p>}
    </>
  )
}
