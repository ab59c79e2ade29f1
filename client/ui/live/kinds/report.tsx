import type { KindParts } from './kinds.ts'

const Nothing = () => null

/** Somebody reports: the documents and panels that every item can have say it all. */
export const reportParts: KindParts = {
  Phone: Nothing,
  Screen: Nothing,
  Chair: () => <p class="patch-chair__hint">When the report is done, take questions from Speakers.</p>,
}
