/** Words of the frame that every page stands in. */
export const common = {
  en: {
    serviceName: 'Our Patch',
    pageTitle: '{{title}} – Our Patch',
    skipToContent: 'Skip to main content',
    otherLanguage: 'Cymraeg',
    home: 'Find your neighbourhood',
    map: 'Map',
    aboutTheData: 'About the data',
    emergency: 'In an emergency call 999. To report a crime that is not an emergency, call 101.',
    inventedPlace: 'This place is invented.',
    inventedPlaceExplained:
      'Dogger Constabulary, its streets, people and figures were made up to show how the service works.',
    inventedPlaceLoad: 'How to load a real force',
    licence: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    footerLabel: 'About this service',
    mainNavigation: 'Main',
  },
  cy: {
    serviceName: 'Ein Bro',
    pageTitle: '{{title}} – Ein Bro',
    skipToContent: 'Neidio i’r prif gynnwys',
    otherLanguage: 'English',
    home: 'Dod o hyd i’ch cymdogaeth',
    map: 'Map',
    aboutTheData: 'Am y data',
    emergency: 'Mewn argyfwng ffoniwch 999. I roi gwybod am drosedd nad yw’n argyfwng, ffoniwch 101.',
    inventedPlace: 'Lle dychmygol yw hwn.',
    inventedPlaceExplained:
      'Cafodd Dogger Constabulary, ei strydoedd, ei bobl a’i ffigurau eu creu i ddangos sut mae’r gwasanaeth yn gweithio.',
    inventedPlaceLoad: 'Sut i lwytho heddlu go iawn',
    licence: 'Yn cynnwys gwybodaeth sector cyhoeddus a drwyddedwyd o dan Drwydded Llywodraeth Agored v3.0.',
    footerLabel: 'Am y gwasanaeth hwn',
    mainNavigation: 'Prif ddewislen',
  },
} as const
