/** Words about meetings before and after they are on: lists, calendars, the poster. The Welsh wants a native reader's check. */
export const meetings = {
  en: {
    calendarName: 'Meetings and other dates in {{name}}',
    calendarDescription: 'When you can meet your neighbourhood policing team in {{name}}.',
  },
  cy: {
    calendarName: 'Cyfarfodydd a dyddiadau eraill yn {{name}}',
    calendarDescription: 'Pryd y gallwch gwrdd â’ch tîm plismona cymdogaeth yn {{name}}.',
  },
} as const
