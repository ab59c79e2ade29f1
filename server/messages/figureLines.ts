import { fewestAnswers } from '../../shared/standards/measures/satisfaction.ts'
import { percent } from '../../shared/standards/sentence.ts'
import { wilson } from '../../shared/statistics/wilson.ts'
import type { ReplyFigures } from './queries.ts'

/** A team's figures as its inbox shows them. What nothing was promised about is said so, and is not zero. */
export function figureLines(figures: ReplyFigures): { name: string; value: string }[] {
  return [
    { name: 'Received', value: String(figures.received) },
    { name: 'Acknowledged in time', value: ofSettled(figures.acknowledgedInTime, figures.acknowledgementSettled) },
    { name: 'Answered in time', value: ofSettled(figures.answeredInTime, figures.answerSettled) },
    {
      name: 'Time to the first answer',
      value:
        figures.medianHours === null || figures.p90Hours === null
          ? 'None is answered yet'
          : `Half within ${hours(figures.medianHours)}, nine in ten within ${hours(figures.p90Hours)}, nights and weekends counted`,
    },
    { name: 'Not answered though the time has run out', value: String(figures.openBreaches) },
    { name: 'Supervisor asked', value: String(figures.recourseUsed) },
    { name: 'Satisfied with the answer', value: satisfied(figures.satisfiedCount, figures.satisfactionCount) },
  ]
}

function ofSettled(inTime: number, settled: number): string {
  return settled === 0 ? 'Nothing promised has come due' : `${inTime} of ${settled}`
}

/** How many said so; a share only from as many answers as the standard on satisfaction needs to be measured. */
function satisfied(count: number, of: number): string {
  const found = wilson(count, of)
  if (!found) return 'Nobody has said yet'
  if (of < fewestAnswers) {
    const answers = of === 1 ? '1 answer' : `${of} answers`
    const said = of === 1 ? (count === 1 ? 'satisfied' : 'not satisfied') : `${count} satisfied, ${of - count} not`
    return `${answers}: ${said}. Too few to give a share`
  }
  return `${count} of ${of}: ${percent(found.share, 'en')} (95% interval ${percent(found.low, 'en')} to ${percent(found.high, 'en')})`
}

function hours(number: number): string {
  if (number <= 1) return 'an hour'
  return `${number < 10 ? number.toFixed(1) : Math.round(number)} hours`
}
