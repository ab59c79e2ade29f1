import type { Translate } from '../../../shared/i18n/texts.ts'
import { Button } from '../Button.tsx'
import { Choices } from '../form/Choices.tsx'
import { TextArea } from '../form/TextArea.tsx'

/** How useful a meeting was, the best first. */
export const usefulnessSteps = ['5', '4', '3', '2', '1'] as const

interface Props {
  t: Translate
  /** Where it is sent: `/meetings/{id}/feedback` in the page's language. */
  action: string
  typed?: { usefulness: string; why: string }
  problems?: Readonly<Record<string, string>>
}

/** The one question to whoever followed a meeting. It stands on its own page, and on the phone's after the close. */
export function FeedbackForm({ t, action, typed = { usefulness: '', why: '' }, problems = {} }: Props) {
  return (
    <form method="post" action={action} noValidate>
      <Choices
        kind="radios"
        name="usefulness"
        label={t('minutes:feedbackUsefulness')}
        chosen={[typed.usefulness]}
        choices={usefulnessSteps.map((step) => ({ value: step, text: t(`minutes:usefulness_${step}`) }))}
        problem={problems['usefulness']}
      />
      <TextArea
        name="why"
        label={t('minutes:feedbackWhy')}
        hint={t('minutes:feedbackWhyHint')}
        value={typed.why}
        rows={3}
        problem={problems['why']}
      />
      <Button kind="primary">{t('minutes:feedbackSend')}</Button>
    </form>
  )
}
