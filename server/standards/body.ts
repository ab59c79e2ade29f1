import type { StandardsBody } from '../../shared/api/standards.ts'
import { measureOf } from '../../shared/standards/measures/index.ts'
import type { QuarterResult } from '../../shared/standards/result.ts'
import { sentenceIn } from '../../shared/standards/sentence.ts'
import type { Version } from '../../shared/standards/standard.ts'
import type { Neighbourhood } from '../neighbourhoods/queries.ts'
import { translator } from '../web/translate.ts'
import type { StandardWithResults } from './results.ts'

/** A neighbourhood's contract and its results, as JSON gives them. */
export function bodyOf(
  neighbourhood: Neighbourhood,
  versions: readonly Version[],
  standards: readonly StandardWithResults[],
  now: Date,
): StandardsBody {
  const { force, code, name } = neighbourhood
  const listed = versions.map((version) => ({
    number: version.number,
    publishedAt: version.publishedAt.toISOString(),
    signedBy: { name: version.signedName, role: version.signedRole },
  }))
  return {
    force: { id: force.id, name: force.name },
    neighbourhood: { id: code, name },
    invented: force.invented,
    asOf: now.toISOString(),
    version: listed[0] ?? null,
    standards: standards.map(({ standard, results }) => ({
      ...standard,
      how: measureOf(standard.measure).how,
      since: standard.since.toISOString(),
      quarters: results.map((result, index) => quarterOf(result, index === 0)),
    })),
    versions: listed,
  }
}

function quarterOf(result: QuarterResult, soFar: boolean): StandardsBody['standards'][number]['quarters'][number] {
  const finding = 'finding' in result ? result.finding : null
  const { explanation, entered } = result
  return {
    quarter: result.quarter,
    soFar,
    state: result.state,
    reason: 'reason' in result ? result.reason : null,
    value: finding?.value ?? null,
    unit: finding?.unit ?? null,
    counted: finding?.counted ?? null,
    text: finding?.sentences.map((sentence) => sentenceIn(translator('en'), 'en', sentence)) ?? [],
    explanation: explanation && {
      text: explanation.text,
      textWelsh: explanation.textWelsh,
      writtenAt: explanation.writtenAt.toISOString(),
    },
    entered: entered && {
      value: entered.value,
      evidence: entered.evidence,
      enteredAs: entered.enteredAs,
      enteredAt: entered.enteredAt.toISOString(),
    },
  }
}
