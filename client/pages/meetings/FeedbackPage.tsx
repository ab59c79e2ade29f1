import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import { FeedbackForm } from '../../ui/minutes/FeedbackForm.tsx'
import { usePage, usePath } from '../../ui/page.ts'

export interface FeedbackPageProps {
  meeting: { title: string; day: string; path: string }
  action: string
  /** `open`: the question can be answered; else why not, or thanks. */
  state: 'open' | 'notFollowed' | 'thanks' | 'already' | 'notOpen' | 'over'
  days: number
  typed: { usefulness: string; why: string }
  problems: Readonly<Record<string, string>>
}

/** How useful a meeting was: one question, once a device, without a name. */
export function FeedbackPage({ meeting, action, state, days, typed, problems }: FeedbackPageProps) {
  const { t } = usePage()
  const to = usePath()
  const said = {
    thanks: 'Thanks',
    already: 'Already',
    notOpen: 'NotOpen',
    notFollowed: 'NotFollowed',
    over: 'Over',
  } as const
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={to(meeting.path)}>
          {meeting.title}, {meeting.day}
        </a>
      </p>
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">{t('minutes:feedbackTitle')}</h1>
      {state === 'open' ? (
        <>
          <p class="govuk-body">{t('minutes:feedbackAbout')}</p>
          <FeedbackForm t={t} action={to(action)} typed={typed} problems={problems} />
        </>
      ) : (
        <p class="govuk-inset-text" role="status">
          {t(`minutes:feedback${said[state]}`, { days })}
        </p>
      )}
    </>
  )
}
