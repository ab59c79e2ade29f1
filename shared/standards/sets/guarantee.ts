import type { StandardSet } from './set.ts'

const source = 'Neighbourhood Policing Guarantee, 2025 (in our words)'

/** The Neighbourhood Policing Guarantee of April 2025, and the measure of its framework for how old priorities may be. */
export const guarantee: StandardSet = {
  id: 'guarantee',
  name: 'Neighbourhood Policing Guarantee (2025)',
  about:
    'What the government and police chiefs promised every neighbourhood of England and Wales on 10 April 2025, to be in place by July 2025. The words are ours. Hours and the way to complain are to be checked against your force’s own commitments.',
  sources: [
    { title: 'GOV.UK, Neighbourhood Policing Guarantee performance framework (accessible), 23 April 2025' },
    { title: 'Full Fact, government tracker, February 2026', url: 'https://fullfact.org/government-tracker/' },
  ],
  standards: [
    {
      key: 'guarantee-named-officer',
      promise: 'You can see here who your neighbourhood officers are, and how to reach them.',
      promiseWelsh: 'Gallwch weld yma pwy yw eich swyddogion cymdogaeth, a sut i gysylltu â nhw.',
      measure: 'named-officer-shown',
      terms: {},
      source,
    },
    {
      key: 'guarantee-reply',
      promise:
        'We answer every message to your neighbourhood team within 72 hours. If we do not, there is someone above the team whom you can ask.',
      promiseWelsh:
        'Rydym yn ateb pob neges i’ch tîm cymdogaeth o fewn 72 awr. Os na wnawn, mae rhywun uwchlaw’r tîm y gallwch ofyn iddo.',
      measure: 'messages-answered',
      terms: {
        hours: 72,
        counted: 'calendar',
        share: 100,
        recourse: 'Ask the neighbourhood inspector to look at your message',
        recourseHours: 72,
      },
      source,
    },
    {
      key: 'guarantee-priorities',
      promise: 'We show here what we are working on in your area. No priority is older than three months.',
      promiseWelsh:
        'Rydym yn dangos yma yr hyn rydym yn gweithio arno yn eich ardal. Nid oes blaenoriaeth hŷn na thri mis.',
      measure: 'priorities-current',
      terms: { months: 3 },
      source,
    },
    {
      key: 'guarantee-meetings',
      promise: 'We hold regular meetings at which you can tell us what matters most where you live.',
      promiseWelsh:
        'Rydym yn cynnal cyfarfodydd rheolaidd lle gallwch ddweud wrthym beth sydd bwysicaf lle rydych chi’n byw.',
      measure: 'meetings-held',
      terms: { months: 3 },
      source: `${source}. The Guarantee names no interval: three months is a beginning to change`,
    },
    {
      key: 'guarantee-time',
      promise: 'Your neighbourhood officers spend most of their working time in your community.',
      promiseWelsh: 'Mae eich swyddogion cymdogaeth yn treulio’r rhan fwyaf o’u hamser gwaith yn eich cymuned.',
      measure: 'time-in-neighbourhood',
      terms: { target: 51 },
      source,
    },
    {
      key: 'guarantee-asb',
      promise: 'The force has a lead for anti-social behaviour, and a plan of what it does about it.',
      promiseWelsh: 'Mae gan yr heddlu arweinydd ar ymddygiad gwrthgymdeithasol, a chynllun o’r hyn a wna yn ei gylch.',
      measure: 'not-kept',
      terms: {},
      source,
    },
  ],
}
