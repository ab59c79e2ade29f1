import { momentInWords } from '../../shared/time/words.ts'
import type { Forwarding, Message } from './readMessages.ts'

const satisfactionNames = {
  5: 'very satisfied',
  4: 'satisfied',
  3: 'neither satisfied nor dissatisfied',
  2: 'dissatisfied',
  1: 'very dissatisfied',
} as const

function addressFact({ email, meetingId }: Message): string {
  if (meetingId !== null)
    return 'It was asked at a meeting and not answered there. Whoever asked reads the answer in its minutes.'
  return email === null
    ? 'No letters go to the resident: no address is held.'
    : 'The resident gets a letter that there is an answer.'
}

/** What officers are told of a message beside its texts, a sentence each. */
export function factsOf(message: Message, assigned: string | null, forwardings: readonly Forwarding[]): string[] {
  const on = (what: string, moment: Date | null) => (moment ? [`${what} ${momentInWords(moment, 'en')}.`] : [])
  return [
    ...on('Received', message.receivedAt),
    ...forwardings.map(
      ({ from, to, by, at }) => `Forwarded from ${from} to ${to}${by ? ` by ${by}` : ''}, ${momentInWords(at, 'en')}.`,
    ),
    ...on('Acknowledged', message.acknowledgedAt),
    ...(message.assignedTo ? [`Assigned to ${assigned ?? 'somebody who is not of this team any more'}.`] : []),
    ...on('First answered', message.answeredAt),
    ...on('The resident asked the supervisor', message.recourseAskedAt),
    ...on('The supervisor replied', message.recourseAnsweredAt),
    ...(message.satisfaction === null
      ? []
      : [`The resident is ${satisfactionNames[message.satisfaction]} with the answer.`]),
    ...on('Closed', message.closedAt),
    ...on('Its words were erased', message.erasedAt),
    addressFact(message),
    ...(message.language === 'cy' ? ['It was written on the Welsh pages: answer in Welsh if you can.'] : []),
  ]
}
