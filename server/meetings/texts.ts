import { eventTexts } from '../priorities/texts.ts'
import type { Typed } from '../web/forms.ts'
import { addressParts } from './place.ts'
import type { MeetingRow } from './queries.ts'

/** A meeting as the fields of its form hold it. One that has no agenda yet is taken to be as its event says. */
export function meetingTexts(row: MeetingRow): Typed {
  const { kind: _kind, ...event } = eventTexts(row)
  const location = row.meeting?.location
  const isSomewhere = row.place !== '' || row.address !== ''
  return {
    ...event,
    ...addressParts(row.address),
    attendance: row.meeting?.attendance ?? (row.online_url === '' ? 'in-person' : isSomewhere ? 'hybrid' : 'online'),
    longitude: location ? String(location.longitude) : '',
    latitude: location ? String(location.latitude) : '',
    accessNotes: row.meeting?.accessNotes ?? '',
  }
}
