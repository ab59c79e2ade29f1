import type { EventBody } from '../../../shared/api/priorities.ts'
import { hoursInWords, weekdayInWords } from '../../../shared/time/words.ts'
import { usePage } from '../page.ts'

/** When an event is, in British time: "Tuesday 8 December 2026, 19:00 to 20:30". */
export function When({ event }: { event: Pick<EventBody, 'startsAt' | 'endsAt'> }) {
  const { language } = usePage()
  const starts = new Date(event.startsAt)
  const ends = event.endsAt === null ? null : new Date(event.endsAt)
  return (
    <time dateTime={event.startsAt}>
      {weekdayInWords(starts, language)}, {hoursInWords(starts, ends, language)}
    </time>
  )
}
