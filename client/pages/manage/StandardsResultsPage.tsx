import type { QuarterState } from '../../../shared/standards/result.ts'
import { StateMark } from '../../ui/standards/StateMark.tsx'

export interface DeskResult {
  quarter: string
  state: QuarterState
  stateName: string
  words: string
  hasExplanation: boolean
  /** Where it is explained, or its figure entered; null where nothing was promised. */
  url: string | null
}

interface Props {
  name: string
  back: string
  standards: readonly { key: string; promise: string; results: readonly DeskResult[] }[]
}

/** The results of a neighbourhood by standard and quarter, each with the way to explain it. */
export function StandardsResultsPage({ name, back, standards }: Props) {
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={back}>
          Standards of {name}
        </a>
      </p>
      <h1 class="govuk-heading-l">Results of {name}</h1>
      <p class="govuk-body">
        A result that this service can work out is never typed. You can say what lies behind it, and enter figures that
        only you have.
      </p>
      {standards.length === 0 && <p class="govuk-body">Nothing is published yet, so there is nothing to measure.</p>}
      {standards.map((standard) => (
        <section class="patch-section" key={standard.key}>
          <h2 class="govuk-heading-s">{standard.promise}</h2>
          <table class="patch-table">
            <caption class="govuk-visually-hidden">Results of: {standard.promise}</caption>
            <thead>
              <tr>
                <th scope="col">Quarter</th>
                <th scope="col">Result</th>
                <th scope="col">What is said</th>
              </tr>
            </thead>
            <tbody>
              {standard.results.map((result) => (
                <tr key={result.quarter}>
                  <th scope="row">{result.quarter}</th>
                  <td>
                    <StateMark state={result.state} /> {result.stateName}. {result.words}
                  </td>
                  <td>
                    {result.url && (
                      <a class="govuk-link" href={result.url}>
                        {result.hasExplanation ? 'Change what you say' : 'Explain or enter'}
                        <span class="govuk-visually-hidden">
                          : {standard.promise} {result.quarter}
                        </span>
                      </a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  )
}
