import type { Count } from '../../../shared/counting/count.ts'
import type { Method } from '../../../shared/counting/methods.ts'

/** The options of every sample. */
export const sampleNames = ['Litter', 'Speeding', 'Parking', 'Noise'] as const

const base = { seats: 1, completion: null, ties: [], steps: [] }

/** A count of each method, worked out by hand, as its function would give it. Fresh each time. */
export function sampleCounts(): Record<Method, Count> {
  return {
    approval: {
      ...base,
      method: 'approval',
      seats: 2,
      elected: [1, 3],
      ties: [{ options: [0, 3], about: 'place', brokenBy: { rule: 'lot' }, order: [3, 0], step: 0, decisive: true }],
      steps: [{ kind: 'totals', of: 'approvals', totals: [31, 1240, 7, 31] }],
    },
    borda: {
      ...base,
      method: 'borda',
      elected: [0],
      steps: [{ kind: 'totals', of: 'bordaPoints', totals: ['12.5', 11, 3, 0] }],
    },
    score: {
      ...base,
      method: 'score',
      elected: [0],
      steps: [{ kind: 'totals', of: 'marks', totals: [50, 49, 48, 1] }],
    },
    points: {
      ...base,
      method: 'points',
      elected: [2],
      steps: [{ kind: 'totals', of: 'points', totals: [5, 6, 70, 8] }],
    },
    irv: {
      ...base,
      method: 'irv',
      elected: [1],
      ties: [
        {
          options: [2, 3],
          about: 'exclusion',
          brokenBy: { rule: 'earlierStage', stage: 1 },
          order: [3, 2],
          step: 0,
          decisive: false,
        },
      ],
      steps: [
        { kind: 'round', round: 1, votes: [40, 36, 12, 12], exhausted: 0, majority: null, excluded: 3 },
        { kind: 'round', round: 2, votes: [41, 44, 14, null], exhausted: 1, majority: null, excluded: 2 },
        { kind: 'round', round: 3, votes: [43, 52, null, null], exhausted: 5, majority: 1, excluded: null },
      ],
    },
    schulze: {
      ...base,
      method: 'schulze',
      seats: 2,
      elected: [0, 1],
      ties: [{ options: [1, 3], about: 'place', brokenBy: { rule: 'lot' }, order: [1, 3], step: 3, decisive: true }],
      // Litter over Speeding over Parking over Litter; the last of them is the weakest.
      steps: [
        {
          kind: 'pairs',
          preferred: [
            [0, 14, 9, 10],
            [6, 0, 13, 10],
            [11, 7, 0, 12],
            [10, 10, 8, 0],
          ],
        },
        {
          kind: 'paths',
          strengths: [
            [null, { for: 14, against: 6 }, { for: 13, against: 7 }, { for: 12, against: 8 }],
            [{ for: 11, against: 9 }, null, { for: 13, against: 7 }, { for: 12, against: 8 }],
            [{ for: 11, against: 9 }, { for: 11, against: 9 }, null, { for: 12, against: 8 }],
            [{ for: 10, against: 10 }, { for: 10, against: 10 }, { for: 10, against: 10 }, null],
          ],
          via: [
            [0, 0, 1, 2],
            [2, 1, 1, 2],
            [2, 0, 2, 2],
            [3, 3, 1, 3],
          ],
        },
        { kind: 'place', place: 1, sharedFrom: 1, unbeaten: [0], option: 0 },
        { kind: 'place', place: 2, sharedFrom: 2, unbeaten: [1, 3], option: 1 },
      ],
    },
    'scottish-stv': {
      ...base,
      method: 'scottish-stv',
      seats: 2,
      elected: [0, 2],
      steps: [
        { kind: 'quota', valid: 100, notValid: 3, seats: 2, quota: 34 },
        {
          kind: 'stage',
          stage: 1,
          action: { kind: 'firstPreferences' },
          change: [45, 20, 25, 10],
          votes: [45, 20, 25, 10],
          nonTransferable: 0,
          cutOff: 0,
          elected: [0],
          excluded: [],
        },
        {
          kind: 'stage',
          stage: 2,
          action: { kind: 'surplus', option: 0, surplus: 11 },
          change: [-11, '2.4444', '7.3332', 0],
          votes: [34, '22.4444', '32.3332', 10],
          nonTransferable: '1.2222',
          cutOff: '0.0002',
          elected: [],
          excluded: [],
        },
        {
          kind: 'stage',
          stage: 3,
          action: { kind: 'exclusion', option: 3 },
          change: [0, 4, 5, -10],
          votes: [34, '26.4444', '37.3332', 0],
          nonTransferable: '2.2222',
          cutOff: '0.0002',
          elected: [2],
          excluded: [3],
        },
      ],
    },
    greedy: {
      ...base,
      method: 'greedy',
      seats: null,
      elected: [1, 0],
      steps: [
        { kind: 'lookedAt', option: 1, score: 60, cost: 700, left: '1000.5', outcome: 'funded' },
        { kind: 'lookedAt', option: 2, score: 50, cost: 400, left: '300.5', outcome: 'doesNotFit' },
        { kind: 'lookedAt', option: 0, score: 30, cost: 300, left: '300.5', outcome: 'funded' },
        { kind: 'lookedAt', option: 3, score: 1, cost: '0.5', left: '0.5', outcome: 'belowThreshold' },
      ],
    },
    'equal-shares': {
      ...base,
      method: 'equal-shares',
      seats: null,
      completion: 'add1',
      elected: [1, 0],
      ties: [
        {
          options: [0, 1],
          about: 'purchase',
          brokenBy: { rule: 'lowerCost' },
          order: [1, 0],
          step: 1,
          decisive: false,
        },
        {
          options: [0, 2],
          about: 'purchase',
          brokenBy: { rule: 'moreVotes' },
          order: [0, 2],
          step: 2,
          decisive: false,
        },
        {
          options: [0, 2],
          about: 'surplus',
          brokenBy: { rule: 'lot' },
          order: [0, 2],
          step: 2,
          decisive: false,
        },
      ],
      steps: [
        { kind: 'shares', total: 1000, voters: 7, each: '1000/7' },
        {
          kind: 'bought',
          option: 1,
          cost: 400,
          supporters: 4,
          paidAll: 0,
          payment: 100,
          effectiveVotes: 4,
        },
        {
          kind: 'bought',
          option: 0,
          cost: 200,
          supporters: 3,
          paidAll: 1,
          payment: '550/7',
          effectiveVotes: '28/11',
        },
        { kind: 'sharesEnd', why: 'noneAffordable', spent: 600, left: 400 },
        ...[143, 144, 145, 146, 147, 148, 149].map((each) => ({
          kind: 'raised' as const,
          each,
          elected: [0, 1],
          cost: 600,
          outcome: 'kept' as const,
        })),
        { kind: 'raised', each: 150, elected: [0, 1, 2], cost: 1100, outcome: 'overspends' },
        { kind: 'sharesEnd', why: 'overspends', spent: 600, left: 400 },
        { kind: 'sharesEnd', why: 'nothingMoreFits', spent: 600, left: 400 },
        { kind: 'sharesEnd', why: 'allSupportedFunded', spent: 600, left: 400 },
      ],
    },
  }
}
