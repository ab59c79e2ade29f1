import type { Count } from '../../../shared/counting/count.ts'
import type { Option } from '../../../shared/counting/election.ts'
import { budgetMethods } from '../../../shared/counting/methods.ts'
import {
  methodExplained,
  methodName,
  sayResult,
  saySteps,
  shownNames,
} from '../../../shared/counting/words/sayCount.ts'
import { countTables } from '../../../shared/counting/words/tables.ts'
import type { Language, Translate } from '../../../shared/i18n/texts.ts'
import { Disclosure } from '../figures/Disclosure.tsx'
import { CountFigures } from './CountFigures.tsx'

interface Props {
  /** Those that stand, to which the indexes of the count refer. */
  options: readonly Option[]
  count: Count
  t: Translate
  language: Language
}

/** So many steps are read at a glance; more are opened by whoever wants them. */
const openSteps = 12

/** A count drawn and said: the result, how it was counted, the figures with their bars, and every step in words. */
export function CountShown({ options, count, t, language }: Props) {
  const names = shownNames(t, count.method, options)
  const steps = saySteps(t, language, names, count)
  return (
    <>
      <Result names={names} count={count} t={t} language={language} />
      <h3 class="govuk-heading-s">{t('counting:report_method')}</h3>
      <p class="govuk-body">
        <strong>{methodName(t, count.method)}.</strong> {methodExplained(t, count.method, count.completion).join(' ')}
      </p>
      {countTables(t, language, names, count).map((table) => (
        <div class="patch-count__figures" key={table.kind}>
          <h3 class="govuk-heading-s">{table.caption}</h3>
          <CountFigures t={t} table={table} />
        </div>
      ))}
      {count.ties.length === 0 && <p class="govuk-body">{t('counting:report_noTies')}</p>}
      {steps.length > openSteps ? (
        <Disclosure summary={t('counting:report_steps')}>
          <Steps steps={steps} />
        </Disclosure>
      ) : (
        <>
          <h3 class="govuk-heading-s">{t('counting:report_steps')}</h3>
          <Steps steps={steps} />
        </>
      )}
    </>
  )
}

function Result({ names, count, t, language }: Omit<Props, 'options'> & { names: readonly string[] }) {
  if (count.elected.length < 2) return <p class="patch-count__result">{sayResult(t, language, names, count)}</p>
  const isBudget = budgetMethods.includes(count.method)
  return (
    <>
      <p class="patch-count__result" id="count-elected">
        {t(isBudget ? 'counting:result_theseFunded' : 'counting:result_theseElected')}
      </p>
      <ol class="govuk-list govuk-list--number patch-count__elected" aria-labelledby="count-elected">
        {count.elected.map((option) => (
          <li key={option}>{names[option]}</li>
        ))}
      </ol>
    </>
  )
}

function Steps({ steps }: { steps: readonly (readonly string[])[] }) {
  return (
    <ol class="govuk-list govuk-list--number patch-count__steps">
      {steps.map((sentences, at) => (
        <li key={at}>
          {sentences.map((sentence) => (
            <span class="patch-count__sentence" key={sentence}>
              {sentence}{' '}
            </span>
          ))}
        </li>
      ))}
    </ol>
  )
}
