import type { Measure } from '../measure.ts'

export interface NamedOfficerFacts {
  /** Officers shown by name. */
  named: number
  /** Those of them with an e-mail address or a telephone number of their own. */
  withOwnContact: number
  /** Whether the team as a whole has one. 101 and 999 are everyone's, and do not count. */
  teamContact: boolean
}

/** A named officer is shown whom a resident can reach, directly or through their team. */
export const namedOfficerShown: Measure<NamedOfficerFacts> = {
  name: 'A named officer is shown, and how to reach them',
  how: 'computed',
  fields: [],
  target: () => ({ key: 'standards:target_namedOfficer' }),
  judge: ({ named, withOwnContact, teamContact }) => {
    const reachable = teamContact ? named : withOwnContact
    return {
      measured: true,
      met: reachable > 0,
      value: reachable,
      unit: 'count',
      sentences: [{ key: 'standards:finding_namedOfficer', values: { named, reachable } }],
    }
  },
}
