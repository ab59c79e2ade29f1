/** How much there may be of each, at most: what one hall can use, and no more than a phone can hold. */
export const most = {
  items: 60,
  documents: 10,
  plannedMinutes: 240,
  /** Questions that nobody has dealt with: more than that no chair can read. */
  openQuestions: 500,
  /** Questions that are not hidden; and with those that are. */
  questions: 2000,
  questionsWithHidden: 6000,
  /** Questions that the chair shows or hides in one go. */
  chosenQuestions: 500,
  questionsPerDevice: 20,
  queue: 200,
  minutesEntries: 500,
  room: 20_000,
  characters: {
    title: 150,
    lead: 100,
    name: 60,
    question: 500,
    reason: 300,
    answer: 2000,
    entry: 2000,
    owner: 100,
    url: 500,
  },
} as const
