import type { QuarterState } from '../../../shared/standards/result.ts'
import { StateMark } from '../../ui/standards/StateMark.tsx'

export interface DeskResult {
  quarter: string
  state: QuarterState
  stateName: string
  words: string
  hasExplanation: boolean
  /** What somebody of the team should do about it; null when nothing is waiting. */
  todo: 'explain' | 'enter' | null
  /** Where it is explained, or its figure entered; null where nothing was promised. */
  url: string | null
}

interface DeskStandard {
  key: string
  promise: string
  /** Figures of it are entered by somebody. */
  isEntered: boolean
  results: readonly DeskResult[]
}

interface Props {
  name: string
  back: string
  standards: readonly DeskStandard[]
}

/** How many quarters stand open; the earlier ones are folded away. */
const openQuarters = 2

/** The results of a neighbourhood by standard and quarter, each with the way to explain it; what waits for somebody first. */
export function StandardsResultsPage({ name, back, standards }: Props) {
  const wasPromised = ({ results }: DeskStandard) => results.some(({ state }) => state !== 'not-promised')
  const notPromised = standards.filter((standard) => !wasPromised(standard))
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
      {standards.length === 0 ? (
        <p class="govuk-body">Nothing is published yet, so there is nothing to measure.</p>
      ) : (
        <Waiting standards={standards} />
      )}
      {standards.filter(wasPromised).map(({ key, ...standard }) => (
        <StandardSection key={key} {...standard} />
      ))}
      {notPromised.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Not promised yet ({notPromised.length})</span>
          </summary>
          <ul class="govuk-list govuk-list--bullet">
            {notPromised.map(({ key, promise }) => (
              <li key={key}>{promise}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Waiting({ standards }: { standards: readonly DeskStandard[] }) {
  const waiting = standards.flatMap(({ promise, results }) =>
    results.flatMap((result) => (result.todo && result.url ? [{ ...result, url: result.url, promise }] : [])),
  )
  return (
    <section class="patch-section" aria-labelledby="waiting">
      <h2 class="govuk-heading-m" id="waiting">
        What waits for you
      </h2>
      {waiting.length === 0 ? (
        <p class="govuk-body">
          Nothing: every miss is explained, and every figure of a quarter that is over is entered.
        </p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {waiting.map(({ promise, quarter, todo, url }) => (
            <li key={url}>
              <a class="govuk-link" href={url}>
                {todo === 'enter' ? 'Enter the figure' : 'Explain the miss'} of {quarter}
                <span class="govuk-visually-hidden">: {promise}</span>
              </a>
              <span class="patch-desk-results__promise">{promise}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function StandardSection({ promise, isEntered, results }: Omit<DeskStandard, 'key'>) {
  // Quarters before the first promise say nothing; one between two promises does.
  const promised = results.slice(0, results.findLastIndex(({ state }) => state !== 'not-promised') + 1)
  const table = { promise, isEntered }
  const earlier = promised.slice(openQuarters)
  return (
    <section class="patch-section">
      <h2 class="govuk-heading-s">{promise}</h2>
      <ResultTable {...table} caption={`Results of: ${promise}`} results={promised.slice(0, openQuarters)} />
      {earlier.length > 0 && (
        <details class="govuk-details patch-desk-results__earlier">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              Earlier quarters ({earlier.length})<span class="govuk-visually-hidden">: {promise}</span>
            </span>
          </summary>
          <ResultTable {...table} caption={`Earlier results of: ${promise}`} results={earlier} />
        </details>
      )}
      {promised.length < results.length && (
        <p class="govuk-body-s patch-quiet patch-desk-results__before">Before that it was not promised.</p>
      )}
    </section>
  )
}

function ResultTable({ promise, caption, isEntered, results }: Omit<DeskStandard, 'key'> & { caption: string }) {
  return (
    <table class="patch-table patch-desk-results">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="patch-desk-results__quarter">
            Quarter
          </th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {results.map((result) => (
          <tr key={result.quarter}>
            <th scope="row">{result.quarter}</th>
            <td>
              <div class="patch-result">
                <StateMark state={result.state} />
                <span>
                  {result.stateName}. {result.words}{' '}
                  {result.url && (
                    <a class="govuk-link patch-desk-results__act" href={result.url}>
                      {actOf(result, isEntered)}
                      <span class="govuk-visually-hidden">
                        : {promise} {result.quarter}
                      </span>
                    </a>
                  )}
                </span>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function actOf({ state, hasExplanation }: DeskResult, isEntered: boolean): string {
  if (isEntered && state === 'not-measured') return 'Enter the figure'
  if (hasExplanation) return 'Change what you say'
  return isEntered ? 'Explain or change' : 'Explain'
}
