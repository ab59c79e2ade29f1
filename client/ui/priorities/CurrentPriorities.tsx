import type { PriorityBody } from '../../../shared/api/priorities.ts'
import { formatCount, formatMonth } from '../../../shared/figures/numbers.ts'
import { monthOf } from '../../../shared/month.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage, usePath } from '../page.ts'

interface Props {
  open: readonly PriorityBody[]
  hasClosed: boolean
  /** Path of the priorities page. */
  url: string
}

/** What the team works on now, each with how much has been done. */
export function CurrentPriorities({ open, hasClosed, url }: Props) {
  const { t } = usePage()
  const to = usePath()
  return (
    <section class="patch-card" aria-labelledby="priorities">
      <h2 class="govuk-heading-m" id="priorities">
        {t('neighbourhood:priorities')}
      </h2>
      {open.length === 0 ? (
        <p class="govuk-body">{t(hasClosed ? 'priorities:noneOpen' : 'neighbourhood:noPriorities')}</p>
      ) : (
        <ol class="patch-current">
          {open.map((priority) => (
            <li key={priority.id}>
              <a class="govuk-link" href={to(`${url}#priority-${priority.id}`)}>
                <ForceWords>{priority.issue}</ForceWords>
              </a>
              <span class="patch-current__done">
                <DoneSince priority={priority} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {(open.length > 0 || hasClosed) && (
        <p class="govuk-body">
          <a class="govuk-link" href={to(url)}>
            {t(open.length > 0 ? 'priorities:seeAll' : 'priorities:seeClosed')}
          </a>
        </p>
      )}
    </section>
  )
}

function DoneSince({ priority }: { priority: PriorityBody }) {
  const { t, language } = usePage()
  const count = priority.actions.filter((action) => action.status === 'done').length
  if (count === 0) return <>{t('priorities:nothingRecorded')}</>
  const month = formatMonth(monthOf(priority.agreedOn), language)
  return <>{t('priorities:actionsSince', { count, number: formatCount(count, language), month })}</>
}
