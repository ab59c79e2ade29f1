/** The "last outcome" of a crime as a release knows it: young months are still under investigation, old ones have come to court. */
import { ANTI_SOCIAL_BEHAVIOUR, CATEGORIES } from './calibration.ts'
import { pickCumulative, type Random, runningSums } from './random.ts'

const CHARGED = 'charged'
const UNDER_INVESTIGATION = 'Under investigation'
const STATUS_UNAVAILABLE = 'Status update unavailable'
const NAMES = [
  'Investigation complete; no suspect identified',
  'Unable to prosecute suspect',
  'Local resolution',
  CHARGED,
  'Action to be taken by another organisation',
  'Formal action is not in the public interest',
  'Further action is not in the public interest',
  'Further investigation is not in the public interest',
  'Offender given a caution',
  'Suspect charged as part of another case',
  'Offender given a drugs possession warning',
] as const

/**
 * Shares of outcomes, in the order of NAMES, among crimes that have one; then how much likelier than the mean crime it is to be
 * under investigation still. Measured on the files that calibration.ts names; "charged" stands for both court outcomes.
 */
const MEASURED: Readonly<Record<string, { shares: readonly number[]; open: number }>> = {
  'Violence and sexual offences': {
    shares: [0.1745, 0.6357, 0.0576, 0.0564, 0.0288, 0.016, 0.0136, 0.0092, 0.0081, 0, 0],
    open: 1.16,
  },
  'Public order': {
    shares: [0.3305, 0.4702, 0.0659, 0.0597, 0.0108, 0.0288, 0.0112, 0.0165, 0.0065, 0, 0],
    open: 0.83,
  },
  'Criminal damage and arson': {
    shares: [0.5986, 0.2578, 0.0531, 0.0564, 0.0052, 0.0098, 0.0055, 0.0047, 0.0088, 0.0002, 0],
    open: 0.75,
  },
  'Other theft': { shares: [0.7711, 0.1814, 0.0162, 0.0123, 0.0053, 0.0066, 0.0011, 0.0034, 0.0026, 0, 0], open: 0.55 },
  'Vehicle crime': {
    shares: [0.8872, 0.0808, 0.005, 0.0202, 0.0024, 0.0019, 0.0004, 0.0017, 0.0004, 0, 0],
    open: 0.44,
  },
  Burglary: { shares: [0.7893, 0.1409, 0.0049, 0.0522, 0.0025, 0.0027, 0.0015, 0.0018, 0.0022, 0.002, 0], open: 1.13 },
  Shoplifting: {
    shares: [0.6511, 0.1255, 0.0616, 0.1332, 0.0002, 0.0118, 0.0028, 0.0068, 0.0068, 0.0002, 0],
    open: 0.75,
  },
  Drugs: { shares: [0.0935, 0.1236, 0.4978, 0.1563, 0.0035, 0.0454, 0.0041, 0.0283, 0.0454, 0, 0.0021], open: 2.05 },
  'Other crime': { shares: [0.2778, 0.4594, 0.0386, 0.0658, 0.0447, 0.0467, 0.0333, 0.0248, 0.0089, 0, 0], open: 1.97 },
  'Bicycle theft': {
    shares: [0.8863, 0.0777, 0.0069, 0.024, 0.0009, 0.0009, 0.0004, 0.0017, 0.0013, 0, 0],
    open: 0.39,
  },
  'Possession of weapons': {
    shares: [0.0999, 0.318, 0.123, 0.3343, 0.0096, 0.0298, 0.0115, 0.0231, 0.05, 0.001, 0],
    open: 2.5,
  },
  'Theft from the person': {
    shares: [0.6804, 0.2814, 0.0103, 0.0144, 0.0041, 0.0062, 0, 0.0021, 0.001, 0, 0],
    open: 0.48,
  },
  Robbery: { shares: [0.3914, 0.5057, 0.0147, 0.069, 0.0045, 0.0045, 0.0023, 0.0011, 0.0068, 0, 0], open: 1.69 },
}

/** By age of the month, the newest first: still under investigation; no status known; court outcomes that are in (the rest are awaited). */
const BY_AGE = {
  open: [0.2221, 0.1318, 0.0946, 0.0708],
  statusUnavailable: [0, 0, 0, 0, 0.0528, 0.0425, 0.0377, 0.03, 0.0275, 0.0188, 0.0164, 0.0175, 0.0119, 0.0125],
  courtResultIn: [0, 0, 0, 0, 0, 0, 0.335, 0.524, 0.629, 0.632, 0.754, 0.821, 0.887, 0.874, 0.929],
} as const
const OLD_STATUS_UNAVAILABLE = 0.012
const OLD_COURT_RESULT_IN = 0.95

const cumulatives = CATEGORIES.map((category) => runningSums(MEASURED[category.name]?.shares ?? []))

/** The outcome text of one crime, by index of its category and age of its month in months. Blank for anti-social behaviour. */
export function drawOutcome(category: number, age: number, random: Random): string {
  const name = CATEGORIES[category]?.name ?? ''
  const measured = MEASURED[name]
  if (name === ANTI_SOCIAL_BEHAVIOUR || !measured) return ''
  if (random.next() < (BY_AGE.open[age] ?? 0) * measured.open) return UNDER_INVESTIGATION
  if (random.next() < (BY_AGE.statusUnavailable[age] ?? OLD_STATUS_UNAVAILABLE)) return STATUS_UNAVAILABLE
  const cumulative = cumulatives[category] as Float64Array
  const outcome = NAMES[
    pickCumulative(cumulative, 0, NAMES.length - 1, random.next() * (cumulative[NAMES.length - 1] as number))
  ] as string
  if (outcome !== CHARGED) return outcome
  return random.next() < (BY_AGE.courtResultIn[age] ?? OLD_COURT_RESULT_IN)
    ? 'Court result unavailable'
    : 'Awaiting court outcome'
}
