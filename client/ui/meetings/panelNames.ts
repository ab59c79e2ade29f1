import type { Panel } from '../../../shared/live/itemKinds.ts'

/** The panels that an item can show, in words, on the team's own pages. */
export const panelNames: Record<Panel, string> = {
  figures: 'What was recorded in the neighbourhood',
  standards: 'The standards, and whether they are met',
  concerns: 'Concerns that residents have put forward',
  priorities: 'The last priorities, and what was done',
}
