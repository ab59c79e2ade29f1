import { Button } from '../ui/Button.tsx'
import { WhereField } from '../ui/concerns/WhereField.tsx'
import { ProblemSummary } from '../ui/form/ProblemSummary.tsx'
import { type Choice, SelectField } from '../ui/form/SelectField.tsx'
import { TextArea } from '../ui/form/TextArea.tsx'
import { TextField } from '../ui/form/TextField.tsx'
import { NotEmergency } from '../ui/messages/NotEmergency.tsx'
import { TrapField } from '../ui/messages/TrapField.tsx'
import { usePage, usePath } from '../ui/page.ts'

interface Props {
  name: string
  topics: readonly Choice[]
  /** Of the neighbourhood's map points; none where it has no outline. */
  streets: readonly string[]
  typed: { words: string; topic: string; where: string; email: string }
  problems: Readonly<Record<string, string>>
  /** Signed, for one form. */
  token: string
  /** How many of its own this device has waiting or shown, and may have. */
  own: { count: number; most: number }
  urls: { page: string }
}

/** Putting a concern forward: what it is not for first, what becomes of the words last. */
export function PutForwardPage({ name, topics, streets, typed, problems, token, own, urls }: Props) {
  const { t } = usePage()
  const to = usePath()
  const isFull = own.count >= own.most
  return (
    <div class="patch-message">
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">{t('concerns:formTitle', { name })}</h1>
      <NotEmergency />
      <p class="govuk-body">{t('concerns:formLead')}</p>
      <p class="govuk-body">{t('concerns:formNotReport')}</p>
      <p class="govuk-body">
        {t('concerns:cap', { most: own.most, number: own.count })} {isFull && t('concerns:capReached')}
      </p>
      {(!isFull || typed.words !== '') && (
        <form method="post" novalidate>
          <input type="hidden" name="token" value={token} />
          <TextArea
            name="words"
            label={t('concerns:words')}
            hint={t('concerns:wordsHint')}
            problem={problems['words']}
            value={typed.words}
            rows={6}
          />
          <SelectField
            name="topic"
            label={t('concerns:topic')}
            problem={problems['topic']}
            value={typed.topic}
            choices={[{ value: '', text: t('concerns:topicChoose') }, ...topics]}
          />
          {streets.length > 0 && (
            <WhereField
              name="where"
              label={t('concerns:where')}
              hint={t('concerns:whereHint', { name })}
              problem={problems['where']}
              value={typed.where}
              streets={streets}
            />
          )}
          <TextField
            name="email"
            type="email"
            label={t('concerns:email')}
            hint={t('concerns:emailHint')}
            problem={problems['email']}
            value={typed.email}
            autocomplete="email"
            spellcheck={false}
          />
          <TrapField />
          <h2 class="govuk-heading-s">{t('concerns:kept')}</h2>
          <p class="govuk-body">{t('concerns:keptWhat')}</p>
          <p class="govuk-body">{t('concerns:keptLong')}</p>
          <Button kind="primary">{t('concerns:send')}</Button>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={to(urls.page)}>
          {t('concerns:backToList', { name })}
        </a>
      </p>
    </div>
  )
}
