import { Button } from '../../ui/Button.tsx'
import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { usePage, usePath } from '../../ui/page.ts'

interface Props {
  typed: string
  /** What is wrong with the code. */
  problem: string | undefined
}

/** /join: typing the code of a meeting. */
export function JoinPage({ typed, problem }: Props) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-reading">
      {problem !== undefined && <ProblemSummary problems={{ code: problem }} />}
      <h1 class="govuk-heading-xl">{t('liveMeeting:joinTitle')}</h1>
      <form method="get" action={to('/join')} class="patch-join" novalidate>
        <TextField
          name="code"
          label={t('liveMeeting:joinCode')}
          hint={t('liveMeeting:joinHint')}
          problem={problem}
          value={typed}
          autocomplete="off"
          spellcheck={false}
          width={10}
        />
        <Button kind="primary">{t('liveMeeting:joinButton')}</Button>
      </form>
      <p class="govuk-body">{t('liveMeeting:joinNoName')}</p>
    </div>
  )
}
