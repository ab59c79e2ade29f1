import { enteredMeasure } from './entered.ts'

/** Hours on foot or bicycle patrol in a quarter. */
export const patrolHours = enteredMeasure({
  name: 'Hours of patrol (entered)',
  target: { label: 'At least how many hours of patrol in a quarter', initial: 200, max: 100_000, is: 'least' },
  unit: 'hours',
  targetKey: 'standards:target_patrol',
  findingKey: 'standards:finding_patrol',
})
