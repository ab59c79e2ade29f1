import { SmallMap } from '../../client/ui/smallMap/SmallMap.tsx'
import type { Language } from '../../shared/i18n/texts.ts'
import { groundOf } from '../concerns/ground.ts'
import type { Context } from '../context.ts'
import { renderFragment } from '../web/page.tsx'
import { translator } from '../web/translate.ts'
import { plannedMeeting } from './queries.ts'

/**
 * Where a meeting is, drawn on its neighbourhood, as HTML to stand in its page: the same small map as in the list of meetings, which needs no
 * script. undefined where it is cancelled or nowhere, there is no outline or the place is outside it, or it cannot be drawn: the page is
 * whole without it.
 */
export async function placeMap(context: Context, language: Language, meeting: number): Promise<string | undefined> {
  try {
    const row = await plannedMeeting(context.published, meeting)
    const location = row?.meeting.location
    if (!row || !location || row.cancelled_at) return undefined
    const ground = await groundOf(context, row.neighbourhood_id)
    const mark = ground?.markOf(location.longitude, location.latitude)
    if (!ground || !mark) return undefined
    const t = translator(language)
    return await renderFragment(context, {
      language,
      path: `/meetings/${meeting}`,
      content: (
        <SmallMap
          map={{ ...ground.map, marks: [mark] }}
          title={t('meetings:mapTitleOne')}
          description={t('meetings:mapDescription')}
          legend={t('meetings:mapMark')}
        />
      ),
    })
  } catch (error) {
    context.log.error({ err: error, meeting }, 'The map of a meeting’s place could not be drawn')
    return undefined
  }
}
