import { Button } from '../ui/Button.tsx'
import { OnceField } from '../ui/form/OnceField.tsx'
import { ProblemSummary } from '../ui/form/ProblemSummary.tsx'
import { TextArea } from '../ui/form/TextArea.tsx'
import { TextField } from '../ui/form/TextField.tsx'
import { usePage } from '../ui/page.ts'
import { Promised } from '../ui/standards/StandardCard.tsx'

interface Props {
  name: string
  standards: readonly { key: string; promise: string; promiseWelsh: string; target: string }[]
  /** Where the form goes: the private link itself. */
  action: string
  typed: Readonly<Record<string, string>>
  problems: Readonly<Record<string, string>>
  /** A comment has just been taken. */
  isThanked: boolean
}

/** A draft as whoever has its private link sees it, with a form to comment on it. */
export function StandardsDraftPage({ name, standards, action, typed, problems, isThanked }: Props) {
  const { t } = usePage()
  const field = (field: string) => ({ name: field, value: typed[field] ?? '', problem: problems[field] })
  return (
    <>
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-xl">{t('standards:draftTitle', { name })}</h1>
      {isThanked && (
        <p class="govuk-inset-text" role="status">
          {t('standards:draftThanks')}
        </p>
      )}
      <p class="govuk-body">{t('standards:draftAbout')}</p>
      {standards.length === 0 && <p class="govuk-body">{t('standards:draftNothing')}</p>}
      <ol class="patch-standards">
        {standards.map((standard) => (
          <li class="patch-card" key={standard.key}>
            <h2 class="govuk-heading-s">
              <Promised standard={standard} />
            </h2>
            <p class="govuk-body">{standard.target}</p>
          </li>
        ))}
      </ol>
      <form method="post" action={action} novalidate>
        <OnceField />
        <TextArea {...field('text')} label={t('standards:draftComment')} hint={t('standards:draftCommentHint')} />
        <TextField {...field('name')} label={t('standards:draftName')} />
        <Button kind="primary">{t('standards:draftSend')}</Button>
      </form>
    </>
  )
}
