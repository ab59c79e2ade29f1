import { enteredMeasure } from './entered.ts'

/** Emergencies at which officers arrive within the minutes promised. */
export const arrivedInTime = enteredMeasure({
  name: 'Arrived in time (entered)',
  target: { label: 'At least how often, in per cent', initial: 90, max: 100, is: 'least' },
  also: [{ name: 'minutes', label: 'Within how many minutes', kind: 'number', initial: 15, min: 1, max: 1000 }],
  unit: 'percent',
  targetKey: 'standards:target_arrival',
  findingKey: 'standards:finding_arrival',
})
