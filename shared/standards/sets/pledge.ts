import type { StandardSet } from './set.ts'

const source = 'Policing Pledge, 2008 (historical, withdrawn 2010; in our words)'

/** The Policing Pledge: ten points of which nine are here, one of them in three parts. */
export const pledge: StandardSet = {
  id: 'pledge',
  name: 'Policing Pledge (2008, historical)',
  about:
    'Ten promises of the 43 forces of England and Wales, in force from 31 December 2008 and withdrawn on 29 June 2010. It is not law and not current: use it as a model. The words are ours. Point 9, on how often victims are kept informed, is left out because we have not seen its published words; so are details of other points.',
  sources: [
    { title: 'Wikipedia, The Policing Pledge', url: 'https://en.wikipedia.org/wiki/The_Policing_Pledge' },
    { title: 'publicnet.co.uk, 21 November 2008', url: 'https://publicnet.co.uk/' },
    { title: 'wired-gov.net, 21 November 2009', url: 'https://wired-gov.net/' },
  ],
  standards: [
    {
      key: 'pledge-fair',
      promise: 'We treat you fairly and with respect, and our services are open at reasonable times.',
      promiseWelsh: 'Rydym yn eich trin yn deg a chyda pharch, ac mae ein gwasanaethau ar agor ar adegau rhesymol.',
      measure: 'not-kept',
      terms: {},
      source,
    },
    {
      key: 'pledge-team',
      promise: 'You can find out who is in your team, where it is based and how to reach it.',
      promiseWelsh: 'Gallwch gael gwybod pwy sydd yn eich tîm, ble mae wedi’i leoli a sut i gysylltu ag ef.',
      measure: 'named-officer-shown',
      terms: {},
      source,
    },
    {
      key: 'pledge-visible',
      promise: 'Your team is where it is most useful, and spends at least 80% of its time on your neighbourhood.',
      promiseWelsh: 'Mae eich tîm lle mae fwyaf defnyddiol, ac yn treulio o leiaf 80% o’i amser ar eich cymdogaeth.',
      measure: 'time-in-neighbourhood',
      terms: { target: 80 },
      source,
    },
    {
      key: 'pledge-reply',
      promise: 'We answer every message to your team within 24 hours, and more fully later where that is needed.',
      promiseWelsh: 'Rydym yn ateb pob neges i’ch tîm o fewn 24 awr, ac yn llawnach yn ddiweddarach lle bo angen.',
      measure: 'messages-answered',
      terms: { hours: 24, counted: 'calendar', share: 100, recourse: '', recourseHours: 24 },
      source,
    },
    {
      key: 'pledge-999',
      promise: 'We aim to answer 999 calls within 10 seconds.',
      promiseWelsh: 'Ein nod yw ateb galwadau 999 o fewn 10 eiliad.',
      measure: 'calls-answered',
      terms: { target: 90, seconds: 10 },
      source: `${source}. The Pledge named no share: 90% is a beginning to change`,
    },
    {
      key: 'pledge-emergency',
      promise: 'In an emergency we aim to be with you within 15 minutes in town and 20 minutes in the country.',
      promiseWelsh: 'Mewn argyfwng ein nod yw bod gyda chi o fewn 15 munud yn y dref ac 20 munud yn y wlad.',
      measure: 'arrived-in-time',
      terms: { target: 90, minutes: 15 },
      source: `${source}. The Pledge named no share: 90% is a beginning to change`,
    },
    {
      key: 'pledge-other-calls',
      promise:
        'Where other calls need a visit, we aim to come within 60 minutes when you are vulnerable or it is an agreed priority, and otherwise by appointment within 48 hours.',
      promiseWelsh:
        'Lle mae angen ymweliad ar alwadau eraill, ein nod yw dod o fewn 60 munud pan fyddwch yn agored i niwed neu pan fo’n flaenoriaeth y cytunwyd arni, ac fel arall drwy apwyntiad o fewn 48 awr.',
      measure: 'arrived-in-time',
      terms: { target: 90, minutes: 60 },
      source: `${source}. The Pledge named no share: 90% is a beginning to change`,
    },
    {
      key: 'pledge-meetings',
      promise: 'We hold a public meeting at least once a month to agree your priorities.',
      promiseWelsh: 'Rydym yn cynnal cyfarfod cyhoeddus o leiaf unwaith y mis i gytuno ar eich blaenoriaethau.',
      measure: 'meetings-held',
      terms: { months: 1 },
      source,
    },
    {
      key: 'pledge-updates',
      promise: 'Every month you can read what was recorded near you and what was done about your priorities.',
      promiseWelsh:
        'Bob mis gallwch ddarllen beth a gofnodwyd yn agos atoch a beth a wnaed ynghylch eich blaenoriaethau.',
      measure: 'crime-data-current',
      terms: { months: 2 },
      source: `${source}. Measured here by how old the newest recorded crimes are`,
    },
    {
      key: 'pledge-dissatisfied',
      promise: 'When you tell us that you are dissatisfied, we acknowledge it within 24 hours.',
      promiseWelsh: 'Pan ddywedwch wrthym eich bod yn anfodlon, rydym yn cydnabod hynny o fewn 24 awr.',
      measure: 'messages-acknowledged',
      terms: { hours: 24, counted: 'calendar', share: 100 },
      source: `${source}. Measured for every message to the team`,
    },
  ],
}
