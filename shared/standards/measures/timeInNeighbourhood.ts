import { enteredMeasure } from './entered.ts'

/** The share of their working time that the team spends in the neighbourhood. */
export const timeInNeighbourhood = enteredMeasure({
  name: 'Time spent in the neighbourhood (entered)',
  target: { label: 'At least how much of the working time, in per cent', initial: 80, max: 100, is: 'least' },
  unit: 'percent',
  targetKey: 'standards:target_time',
  findingKey: 'standards:finding_time',
})
