import { measureOf } from '../../../shared/standards/measures/index.ts'
import type { QuarterResult } from '../../../shared/standards/result.ts'
import { sentenceIn } from '../../../shared/standards/sentence.ts'
import type { PublishedStandard, Standard } from '../../../shared/standards/standard.ts'
import { trendOf } from '../../../shared/standards/trend.ts'
import { enteredWords, quarterName, stateName, valueInWords, wordsOfResult } from '../../../shared/standards/words.ts'
import { dateInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../ForceWords.tsx'
import { Disclosure } from '../figures/Disclosure.tsx'
import { usePage } from '../page.ts'
import { StateMark } from './StateMark.tsx'

interface Props {
  standard: PublishedStandard
  /** This quarter so far, then the last eight. */
  results: readonly QuarterResult[]
}

/** A promise in the page's language; its English where the team wrote no Welsh. */
export function Promised({ standard }: { standard: Pick<Standard, 'promise' | 'promiseWelsh'> }) {
  const { language } = usePage()
  if (language === 'cy' && standard.promiseWelsh) return <>{standard.promiseWelsh}</>
  return <ForceWords>{standard.promise}</ForceWords>
}

/** A promise, what became of it this quarter and before, the number behind it, and what the team says about a miss. */
export function StandardCard({ standard, results }: Props) {
  const { t, language } = usePage()
  const [now] = results
  if (!now) return null
  const name = t('standards:soFar', { quarter: quarterName(t, now.quarter) })
  return (
    <li class="patch-card patch-standard" id={`standard-${standard.key}`}>
      <h3 class="govuk-heading-m patch-standard__promise">
        <Promised standard={standard} />
      </h3>
      <p class="patch-standard__state">
        <StateMark state={now.state} />
        <strong>{stateName(t, now.state)}</strong>
        <span class="patch-standard__when">{name}</span>
      </p>
      {wordsOfResult(t, language, now).map((sentence) => (
        <p class="govuk-body patch-standard__number" key={sentence}>
          {sentence}
        </p>
      ))}
      {now.entered && 'finding' in now && (
        <p class="govuk-body-s patch-quiet">
          <ForceWords>{enteredWords(t, language, now.entered)}</ForceWords>
        </p>
      )}
      <TrendWords results={results} />
      <Explanations results={results} />
      <p class="patch-standard__row" aria-hidden="true">
        <span>{t('standards:earlier')}</span>
        <span class="patch-standard__marks">
          {results
            .slice(1)
            .reverse()
            .map((result) => (
              <StateMark key={result.quarter} state={result.state} />
            ))}
        </span>
      </p>
      <Disclosure summary={t('standards:details')}>
        <QuarterTable standard={standard} results={results} />
        <Particulars standard={standard} />
      </Disclosure>
    </li>
  )
}

function TrendWords({ results }: Pick<Props, 'results'>) {
  const { t, language } = usePage()
  const trend = trendOf(results)
  if (!trend) return null
  return (
    <p class="govuk-body-s patch-quiet">
      {t(`standards:trend_${trend.direction ?? 'numbers'}`, {
        before: quarterName(t, trend.before.quarter),
        earlier: valueInWords(t, language, trend.before.finding),
        quarter: quarterName(t, trend.now.quarter),
        now: valueInWords(t, language, trend.now.finding),
      })}
    </p>
  )
}

function Explanations({ results }: Pick<Props, 'results'>) {
  const { t, language } = usePage()
  return (
    <>
      {results.map(({ quarter, explanation }) => {
        if (!explanation) return null
        const welsh = language === 'cy' && explanation.textWelsh
        return (
          <div class="patch-standard__explanation" key={quarter}>
            <h4 class="govuk-heading-s">{t('standards:explanation', { quarter: quarterName(t, quarter) })}</h4>
            {(welsh || explanation.text).split(/\n+/).map((paragraph) => (
              <p class="govuk-body" key={paragraph}>
                {welsh ? paragraph : <ForceWords>{paragraph}</ForceWords>}
              </p>
            ))}
          </div>
        )
      })}
    </>
  )
}

function QuarterTable({ standard, results }: Props) {
  const { t, language } = usePage()
  const promise = (language === 'cy' && standard.promiseWelsh) || standard.promise
  return (
    <table class="patch-table">
      <caption class="govuk-visually-hidden">{t('standards:earlierTable', { promise })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('standards:tableQuarter')}</th>
          <th scope="col">{t('standards:tableResult')}</th>
          <th scope="col">{t('standards:tableNumber')}</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result, index) => (
          <tr key={result.quarter}>
            <th scope="row">
              {index === 0
                ? t('standards:soFar', { quarter: quarterName(t, result.quarter) })
                : quarterName(t, result.quarter)}
            </th>
            <td>{stateName(t, result.state)}</td>
            <td>{wordsOfResult(t, language, result).join(' ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Particulars({ standard }: { standard: PublishedStandard }) {
  const { t, language } = usePage()
  const measure = measureOf(standard.measure)
  const recourse = standard.measure === 'messages-answered' ? String(standard.terms['recourse'] ?? '') : ''
  const rows = [
    { term: t('standards:targetLabel'), text: sentenceIn(t, language, measure.target(standard.terms)) },
    { term: t('standards:measuredLabel'), text: t(`standards:how_${measure.how}`) },
    { term: t('standards:sinceLabel'), text: dateInWords(standard.since, language) },
    ...(standard.source ? [{ term: t('standards:sourceLabel'), text: standard.source, isForces: true }] : []),
  ]
  return (
    <>
      <dl class="patch-standard__particulars">
        {rows.map((row) => (
          <div key={row.term}>
            <dt>{row.term}</dt>
            <dd>{'isForces' in row ? <ForceWords>{row.text}</ForceWords> : row.text}</dd>
          </div>
        ))}
      </dl>
      {recourse && (
        <p class="govuk-body-s">
          <ForceWords>{t('standards:recourse', { recourse })}</ForceWords>
        </p>
      )}
    </>
  )
}
