import { ErrorSummary } from '../ErrorSummary.tsx'
import { usePage } from '../page.ts'

/** What is to be mended in a form, by the name of its field; each line leads to its field. Nothing when there is nothing. */
export function ProblemSummary({ problems }: { problems: Readonly<Record<string, string>> }) {
  const { t } = usePage()
  const errors = Object.entries(problems).map(([field, text]) => ({ text, href: `#${field}` }))
  return errors.length > 0 ? <ErrorSummary title={t('common:problem')} errors={errors} /> : null
}
