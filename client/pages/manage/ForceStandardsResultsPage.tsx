import type { QuarterState } from '../../../shared/standards/result.ts'
import { ScrollTable } from '../../ui/manage/ScrollTable.tsx'
import { StateMark } from '../../ui/standards/StateMark.tsx'

interface Props {
  force: string
  quarter: string
  back: string
  /** Every promise that a neighbourhood of the force has made, the force's defaults first. */
  standards: readonly { key: string; promise: string }[]
  /** By name: there is no ranking. */
  neighbourhoods: readonly {
    name: string
    url: string
    /** In the order of the standards; null where it promises no such thing. */
    results: readonly ({ state: QuarterState; stateName: string; number: string } | null)[]
  }[]
}

/** Neighbourhoods and their standards in a table, for whoever answers for a force. */
export function ForceStandardsResultsPage({ force, quarter, back, standards, neighbourhoods }: Props) {
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={back}>
          Default standards of {force}
        </a>
      </p>
      <h1 class="govuk-heading-l">Results in every neighbourhood</h1>
      <p class="govuk-body">
        {quarter} so far, by name. Neighbourhoods differ in size and in what people ask of them: this is no ranking.
      </p>
      <ScrollTable name="Results by neighbourhood" tableClass="patch-table patch-result-table">
        <caption class="govuk-visually-hidden">Results by neighbourhood and standard, {quarter} so far</caption>
        <thead>
          <tr>
            <th scope="col">Neighbourhood</th>
            {standards.map((standard) => (
              <th scope="col" key={standard.key}>
                {standard.promise}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {neighbourhoods.map((neighbourhood) => (
            <tr key={neighbourhood.url}>
              <th scope="row">
                <a class="govuk-link" href={neighbourhood.url}>
                  {neighbourhood.name}
                </a>
              </th>
              {neighbourhood.results.map((result, index) => (
                <td key={standards[index]?.key}>
                  {result ? (
                    <div class="patch-result">
                      <StateMark state={result.state} />
                      <span>
                        {result.stateName}{' '}
                        {result.number && <span class="patch-result-table__number">{result.number}</span>}
                      </span>
                    </div>
                  ) : (
                    'Not promised'
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  )
}
