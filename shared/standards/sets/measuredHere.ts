import type { StandardSet } from './set.ts'

const source = 'Suggested by Our Patch; of no national scheme'

/** What the service can measure by itself beyond the national schemes. */
export const measuredHere: StandardSet = {
  id: 'measured-here',
  name: 'What this service measures by itself',
  about: 'Six promises that no national scheme makes and whose results come from this service’s own records.',
  sources: [],
  standards: [
    {
      key: 'here-acknowledge',
      promise: 'We tell you within 24 hours that a person has read your message.',
      promiseWelsh: 'Rydym yn dweud wrthych o fewn 24 awr fod rhywun wedi darllen eich neges.',
      measure: 'messages-acknowledged',
      terms: { hours: 24, counted: 'calendar', share: 95 },
      source,
    },
    {
      key: 'here-satisfaction',
      promise: 'Four in five people who write to us are satisfied with how we answered.',
      promiseWelsh: 'Mae pedwar o bob pump sy’n ysgrifennu atom yn fodlon ar y ffordd yr atebwyd nhw.',
      measure: 'satisfaction',
      terms: { share: 80 },
      source,
    },
    {
      key: 'here-actions',
      promise: 'For every priority you can read what we are doing about it.',
      promiseWelsh: 'Ar gyfer pob blaenoriaeth gallwch ddarllen beth rydym yn ei wneud yn ei chylch.',
      measure: 'priorities-have-action',
      terms: {},
      source,
    },
    {
      key: 'here-minutes',
      promise: 'You can read the minutes of a meeting here within 14 days.',
      promiseWelsh: 'Gallwch ddarllen cofnodion cyfarfod yma o fewn 14 diwrnod.',
      measure: 'minutes-in-time',
      terms: { days: 14, share: 100 },
      source,
    },
    {
      key: 'here-useful-meetings',
      promise: 'Four in five people who follow a meeting find it useful.',
      promiseWelsh: 'Mae pedwar o bob pump sy’n dilyn cyfarfod yn ei weld yn ddefnyddiol.',
      measure: 'meeting-satisfaction',
      terms: { share: 80 },
      source,
    },
    {
      key: 'here-data',
      promise: 'The newest recorded crimes shown here are no more than two months old.',
      promiseWelsh: 'Nid yw’r troseddau diweddaraf a gofnodwyd a ddangosir yma yn fwy na dau fis oed.',
      measure: 'crime-data-current',
      terms: { months: 2 },
      source,
    },
  ],
}
