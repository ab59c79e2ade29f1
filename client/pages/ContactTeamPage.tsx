import { Button } from '../ui/Button.tsx'
import { ProblemSummary } from '../ui/form/ProblemSummary.tsx'
import { type Choice, SelectField } from '../ui/form/SelectField.tsx'
import { TextArea } from '../ui/form/TextArea.tsx'
import { TextField } from '../ui/form/TextField.tsx'
import { NotEmergency } from '../ui/messages/NotEmergency.tsx'
import { TrapField } from '../ui/messages/TrapField.tsx'
import { usePage, usePath } from '../ui/page.ts'

interface Props {
  /** The neighbourhood; its path without the language's prefix. */
  place: { name: string; path: string }
  /** Within how many hours an answer is promised; null: nothing is. */
  promise: { hours: number; counted: 'calendar' | 'working' } | null
  topics: readonly Choice[]
  typed: { message: string; email: string; topic: string }
  problems: Readonly<Record<string, string>>
  /** Signed, for one form. */
  token: string
}

/** Writing to a neighbourhood's team: what it is not for first, what becomes of the words last. */
export function ContactTeamPage({ place, promise, topics, typed, problems, token }: Props) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-message">
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">{t('messages:contactTitle', { name: place.name })}</h1>
      <NotEmergency />
      <p class="govuk-body">
        {promise ? t(`messages:promise_${promise.counted}`, { hours: promise.hours }) : t('messages:promiseNone')}
      </p>
      <form method="post" novalidate>
        <input type="hidden" name="token" value={token} />
        <TextArea
          name="message"
          label={t('messages:message')}
          hint={t('messages:messageHint')}
          problem={problems['message']}
          value={typed.message}
          rows={8}
        />
        <SelectField
          name="topic"
          label={t('messages:topic')}
          value={typed.topic}
          choices={[{ value: '', text: t('messages:topic_none') }, ...topics]}
        />
        <TextField
          name="email"
          type="email"
          label={t('messages:email')}
          hint={t('messages:emailHint')}
          problem={problems['email']}
          value={typed.email}
          autocomplete="email"
          spellcheck={false}
        />
        <TrapField />
        <h2 class="govuk-heading-s">{t('messages:kept')}</h2>
        <p class="govuk-body">{t('messages:keptWhat')}</p>
        <p class="govuk-body">{t('messages:keptLong')}</p>
        <Button kind="primary">{t('messages:send')}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={to(place.path)}>
          {t('messages:backToPlace', { name: place.name })}
        </a>
      </p>
    </div>
  )
}
