/** What was said, asked and agreed in the demo's meeting of some weeks ago. Nobody said it. `*` stands for a street of the neighbourhood. */

/** A question that nobody asked. */
export interface HeldQuestion {
  readonly text: string
  readonly name: string | null
  /** How many other devices backed it. */
  readonly backings: number
  /** Answered in the meeting in these words; null: it was left open, and answered some days after. */
  readonly answer: string | null
}

export const HELD_QUESTIONS: readonly HeldQuestion[] = [
  {
    text: 'Do the speed checks on * still go on after dark?',
    name: 'Mair',
    backings: 8,
    answer: 'Yes: two of the last five were after seven in the evening.',
  },
  {
    text: 'Who clears the broken glass behind the shelter, and how soon?',
    name: null,
    backings: 5,
    answer: null,
  },
]

export const LATER_ANSWER =
  'The council does, within two working days of being told. Ring it or use its website; if it is not done, tell us and we will ask for you.'

/** Notes by the number of the item, and how many minutes into the meeting they were written. */
export const HELD_NOTES: readonly { item: number; minute: number; text: string }[] = [
  { item: 1, minute: 3, text: 'Apologies from the primary school and the harbour office.' },
  { item: 2, minute: 8, text: 'The minutes of the last meeting were read and agreed.' },
  {
    item: 3,
    minute: 17,
    text: 'What was done on each priority was shown. Residents asked for patrols on foot to go on.',
  },
  { item: 4, minute: 30, text: 'The figures of the newest month were shown beside those of a year before.' },
]

export const HELD_DECISION =
  'The team keeps its priorities until the next meeting, and says there what was done on each.'
export const HELD_ACTION = 'Walk * after dark with residents and whoever mends the lights, and list what is broken.'
export const HELD_NEXT = 'The next meeting is in four weeks, at the same place.'

/** How useful the meeting was found, 5 the best, a device each; and why, where one said. */
export const HELD_FEEDBACK: readonly { usefulness: number; why: string }[] = [
  { usefulness: 5, why: 'I could ask from home.' },
  { usefulness: 5, why: '' },
  { usefulness: 4, why: 'It ended on time.' },
  { usefulness: 4, why: '' },
  { usefulness: 5, why: '' },
  { usefulness: 3, why: 'I should have liked more time for questions.' },
  { usefulness: 4, why: '' },
  { usefulness: 2, why: '' },
  { usefulness: 5, why: '' },
]
