import { sql } from 'kysely'
import type { MeetingFacts } from '../../client/ui/live/facts.ts'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { spacedJoinCode } from '../../shared/live/joinCode.ts'
import { londonDayAndTime } from '../../shared/time/london.ts'
import { hoursInWords, weekdayInWords } from '../../shared/time/words.ts'
import { calendarPath, webcalAddress } from '../calendars/paths.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { mapPath, neighbourhoodPath } from '../places/rules.ts'

interface MeetingRow {
  id: number
  title: string
  description: string | null
  place: string | null
  address: string | null
  online_url: string | null
  starts_at: Date
  ends_at: Date | null
  cancelled_at: Date | null
  access_notes: string
  join_code: string
  longitude: number | null
  latitude: number | null
  code: string
  name: string
  name_cy: string | null
  force_id: string
  force_name: string
  is_invented: boolean
}

/**
 * What a page shows of a meeting beside its log.
 * @throws AppError NOT_FOUND
 */
export async function meetingFacts(context: Context, language: Language, meeting: number): Promise<MeetingFacts> {
  const { rows } = await sql<MeetingRow>`
    select event.id, title, event.description, place, address, online_url, starts_at, ends_at, cancelled_at, access_notes, join_code,
      st_x(location) as longitude, st_y(location) as latitude,
      neighbourhood.code, neighbourhood.name, neighbourhood.name_cy, force.id as force_id, force.name as force_name, is_invented
    from meeting join event using (id)
      join neighbourhood on neighbourhood.id = event.neighbourhood_id
      join force on force.id = neighbourhood.force_id
    where meeting.id = ${meeting}`.execute(context.database.kysely)
  const [row] = rows
  if (!row) throw new AppError('NOT_FOUND')
  const path = neighbourhoodPath(row.force_id, row.code)
  const calendar = localPath(language, calendarPath({ code: row.code, force: { id: row.force_id } }))
  return {
    id: row.id,
    title: row.title,
    place: { name: nameIn(language, { name: row.name, nameWelsh: row.name_cy }), path },
    force: row.force_name,
    when: `${weekdayInWords(row.starts_at, language)}, ${hoursInWords(row.starts_at, row.ends_at, language)}`,
    startsAt: row.starts_at.toISOString(),
    startsDay: weekdayInWords(row.starts_at, language),
    startsTime: londonDayAndTime(row.starts_at).time,
    where: [row.place, row.address].filter(Boolean).join(', '),
    map: row.longitude === null || row.latitude === null ? '' : mapPath(row.longitude, row.latitude, 15),
    accessNotes: row.access_notes,
    onlineUrl: row.online_url ?? '',
    description: (row.description ?? '').split(/\n{2,}/).filter(Boolean),
    calendar: `${path}/events/${row.id}.ics`,
    subscription: webcalAddress(context.config.publicUrl, calendar),
    joinCode: spacedJoinCode(row.join_code),
    joinAddress: `${context.config.publicUrl.replace(/^https?:\/\//, '')}/join`,
    isCancelled: row.cancelled_at !== null,
    isInvented: row.is_invented,
  }
}
