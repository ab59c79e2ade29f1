import { enteredMeasure } from './entered.ts'

/** Emergency calls that are answered within the seconds promised. */
export const callsAnswered = enteredMeasure({
  name: 'Emergency calls answered in time (entered)',
  target: { label: 'At least how many of the calls, in per cent', initial: 90, max: 100, is: 'least' },
  also: [{ name: 'seconds', label: 'Within how many seconds', kind: 'number', initial: 10, min: 1, max: 600 }],
  unit: 'percent',
  targetKey: 'standards:target_calls',
  findingKey: 'standards:finding_calls',
})
