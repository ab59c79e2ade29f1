/** Where the figures come from, what they do not say, and how a real force is loaded. */
export const about = {
  en: {
    title: 'About the data',
    description: 'Where the figures come from, what a point on the map is, and where they mislead.',
    lead: 'What the figures are, what they are not, and how to load them.',
    contents: 'On this page',
    source: 'Where the figures come from',
    source_text_1:
      'Each month, police forces publish what was recorded in the month before. The files are published at data.police.uk, about a month after the month they are of. This service loads those files and counts them.',
    source_text_2:
      'They hold recorded crimes and incidents of anti-social behaviour. What nobody reports is in no file. A later file for the same month replaces the earlier one.',
    point: 'What a point on the map is',
    point_text_1:
      'A point is not where something happened. It stands for an area around it, and many incidents stack on one.',
    point_text_2:
      'As police.uk has described it: before publication each crime is moved to the nearest point of a list, and its own location is deleted. The list has more than 750,000 points, each over the centre of a street, a public place or a commercial premises. Around each there are at least eight postal addresses, or none at all.',
    mislead: 'Where points mislead',
    mislead_text_1: 'Moving incidents to points has effects that have been written about:',
    mislead_item_1: 'shoplifting is shown at points where there is no shop',
    mislead_item_2:
      'crimes are moved across the border between two forces, so that a point shows what another force recorded',
    mislead_item_3:
      'the list of points was changed in January 2012, so that figures of a street before and after cannot be compared',
    mislead_item_4: 'police stations and call centres have been shown with incidents that did not happen there',
    counts: 'Counts, not rates',
    counts_text_1:
      'The figures are counts. They say how many incidents were recorded, not how likely one is. More people means more incidents, and in a city centre most people are not residents.',
    counts_text_2:
      'There is no list of worst places here. A neighbourhood is shown beside itself a year earlier, not beside others.',
    unplaced: 'Incidents without a place',
    unplaced_text_1:
      'Some incidents are published without a place. They are counted in the force and are in no neighbourhood and on no map.',
    missing: 'Missing is not zero',
    missing_text_1:
      'Forces sometimes publish no figures for a month, and nothing in the files says so. A month that is not loaded between two that are is missing: it is hatched on maps and in grids, left out of lines, and never shown as zero.',
    missing_noForces: 'No month is loaded yet.',
    missing_caption: 'Months of recorded crimes of {{force}} that are loaded',
    key_loaded: 'loaded',
    key_missing: 'missing: not published or not loaded',
    key_outside: 'before the first or after the last loaded month',
    outlines: 'Outlines that stand in for others',
    outlines_text_1:
      'A neighbourhood’s figures are those of the points inside its outline. Where the force’s own outline is not loaded, the outlines of the council wards of the same name stand in for it, and the page says so. The two can differ.',
    outlines_text_2:
      'Where there is neither, the neighbourhood has a page and a team, but no map and no figures of its own.',
    names: 'Categories that were renamed',
    names_text_1:
      'Files of 2012 use older names. “Violent crime” is counted as “Violence and sexual offences”, and “Public disorder and weapons”, which was later split into two, as “Public order”.',
    invented: 'The invented force',
    invented_text_1:
      'Dogger Constabulary is made up: its streets, people and figures come from a generator, on a sandbank in the North Sea where nobody lives. It shows how the service works before a real force is loaded. Its postcodes begin with ZZ, which no real postcode does.',
    load: 'How to load a real force',
    load_text_1: 'Whoever runs this service can load any force of England, Wales or Northern Ireland. You need:',
    load_item_1: 'the month’s files of street-level crime from data.police.uk; zips may stay zips',
    load_item_2: 'the outlines of its neighbourhoods, and the list of their names',
    load_item_3: 'postcodes: Code-Point Open or the ONS Postcode Directory',
    load_item_4: 'outlines and populations of statistical areas, if you have them',
    load_text_2: 'Then give the files or folders to one command:',
    load_text_3:
      'Files are known by what is in them. A row that cannot be used is kept, with its file, line and reason. This lists them:',
    load_text_4: 'This starts the service without the invented force:',
    licences: 'Licences',
    licences_text_1: 'The figures, outlines and names are other people’s work, used under these licences:',
    licence_crime: 'Crimes and neighbourhoods (data.police.uk)',
    licence_boundaries: 'Outlines and populations',
    licence_postcodes: 'Postcodes',
    licence_map: 'Street map, where one made from OpenStreetMap is loaded',
    licence_map_text: '© OpenStreetMap contributors. Available under the Open Database Licence.',
    welsh: 'The Welsh on these pages',
    welsh_text_1:
      'Every page is in English and Welsh. The Welsh was written with care but has not yet been checked by a native speaker. If something is wrong or clumsy, tell whoever runs this service.',
  },
  cy: {
    title: 'Am y data',
    description: 'O ble y daw’r ffigurau, beth yw pwynt ar y map, a ble maent yn camarwain.',
    lead: 'Beth yw’r ffigurau, beth nad ydynt, a sut i’w llwytho.',
    contents: 'Ar y dudalen hon',
    source: 'O ble y daw’r ffigurau',
    source_text_1:
      'Bob mis, mae heddluoedd yn cyhoeddi’r hyn a gofnodwyd yn y mis blaenorol. Cyhoeddir y ffeiliau ar data.police.uk, tua mis ar ôl y mis dan sylw. Mae’r gwasanaeth hwn yn llwytho’r ffeiliau hynny ac yn eu cyfrif.',
    source_text_2:
      'Maent yn cynnwys troseddau a gofnodwyd ac achosion o ymddygiad gwrthgymdeithasol. Nid yw’r hyn nad oes neb yn rhoi gwybod amdano mewn unrhyw ffeil. Mae ffeil ddiweddarach ar gyfer yr un mis yn disodli’r un gynharach.',
    point: 'Beth yw pwynt ar y map',
    point_text_1:
      'Nid lle digwyddodd rhywbeth yw pwynt. Mae’n sefyll dros ardal o’i gwmpas, ac mae llawer o ddigwyddiadau’n pentyrru ar un.',
    point_text_2:
      'Fel y mae police.uk wedi’i ddisgrifio: cyn cyhoeddi, caiff pob trosedd ei symud i’r pwynt agosaf ar restr, a chaiff ei lleoliad ei hun ei ddileu. Mae mwy na 750,000 o bwyntiau ar y rhestr, pob un dros ganol stryd, man cyhoeddus neu safle masnachol. O gwmpas pob un mae o leiaf wyth cyfeiriad post, neu ddim un o gwbl.',
    mislead: 'Ble mae pwyntiau’n camarwain',
    mislead_text_1: 'Mae gan symud digwyddiadau i bwyntiau effeithiau sydd wedi cael sylw:',
    mislead_item_1: 'dangosir dwyn o siopau mewn mannau lle nad oes siop',
    mislead_item_2:
      'caiff troseddau eu symud dros y ffin rhwng dau heddlu, fel bod pwynt yn dangos yr hyn a gofnododd heddlu arall',
    mislead_item_3:
      'newidiwyd y rhestr o bwyntiau ym mis Ionawr 2012, felly ni ellir cymharu ffigurau stryd cyn ac ar ôl hynny',
    mislead_item_4: 'dangoswyd gorsafoedd heddlu a chanolfannau galw â digwyddiadau na ddigwyddodd yno',
    counts: 'Cyfrifon, nid cyfraddau',
    counts_text_1:
      'Cyfrifon yw’r ffigurau. Maent yn dweud faint o ddigwyddiadau a gofnodwyd, nid pa mor debygol yw un. Mae mwy o bobl yn golygu mwy o ddigwyddiadau, ac yng nghanol dinas nid trigolion yw’r rhan fwyaf o’r bobl.',
    counts_text_2:
      'Nid oes rhestr o’r lleoedd gwaethaf yma. Dangosir cymdogaeth ochr yn ochr â hi ei hun flwyddyn ynghynt, nid ag eraill.',
    unplaced: 'Digwyddiadau heb leoliad',
    unplaced_text_1:
      'Cyhoeddir rhai digwyddiadau heb leoliad. Cânt eu cyfrif yn yr heddlu ac nid ydynt mewn unrhyw gymdogaeth nac ar unrhyw fap.',
    missing: 'Nid sero yw rhywbeth sydd ar goll',
    missing_text_1:
      'Weithiau nid yw heddluoedd yn cyhoeddi ffigurau ar gyfer mis, ac nid oes dim yn y ffeiliau’n dweud hynny. Mae mis nad yw wedi’i lwytho rhwng dau sydd wedi’u llwytho ar goll: caiff ei linellu ar fapiau ac mewn gridiau, ei adael allan o linellau, ac ni chaiff byth ei ddangos fel sero.',
    missing_noForces: 'Nid oes mis wedi’i lwytho eto.',
    missing_caption: 'Misoedd o droseddau a gofnodwyd gan {{force}} sydd wedi’u llwytho',
    key_loaded: 'wedi’i lwytho',
    key_missing: 'ar goll: heb ei gyhoeddi neu heb ei lwytho',
    key_outside: 'cyn y mis cyntaf neu ar ôl y mis olaf a lwythwyd',
    outlines: 'Amlinellau sy’n cymryd lle rhai eraill',
    outlines_text_1:
      'Ffigurau cymdogaeth yw rhai’r pwyntiau y tu mewn i’w hamlinell. Lle nad yw amlinell yr heddlu ei hun wedi’i llwytho, mae amlinellau’r wardiau cyngor o’r un enw yn cymryd ei lle, ac mae’r dudalen yn dweud hynny. Gall y ddau fod yn wahanol.',
    outlines_text_2:
      'Lle nad oes y naill na’r llall, mae gan y gymdogaeth dudalen a thîm, ond dim map na ffigurau ei hun.',
    names: 'Categorïau a ailenwyd',
    names_text_1:
      'Mae ffeiliau 2012 yn defnyddio enwau hŷn. Caiff “Violent crime” ei gyfrif fel “Trais a throseddau rhywiol”, a “Public disorder and weapons”, a rannwyd yn ddau yn ddiweddarach, fel “Trefn gyhoeddus”.',
    invented: 'Yr heddlu dychmygol',
    invented_text_1:
      'Heddlu dychmygol yw Dogger Constabulary: daw ei strydoedd, ei bobl a’i ffigurau o gynhyrchydd, ar fanc tywod ym Môr y Gogledd lle nad oes neb yn byw. Mae’n dangos sut mae’r gwasanaeth yn gweithio cyn i heddlu go iawn gael ei lwytho. Mae ei godau post yn dechrau â ZZ, ac nid oes yr un cod post go iawn yn gwneud hynny.',
    load: 'Sut i lwytho heddlu go iawn',
    load_text_1:
      'Gall pwy bynnag sy’n rhedeg y gwasanaeth hwn lwytho unrhyw heddlu yng Nghymru, Lloegr neu Ogledd Iwerddon. Mae angen:',
    load_item_1: 'ffeiliau’r mis o droseddau ar lefel stryd o data.police.uk; gall ffeiliau zip aros yn zip',
    load_item_2: 'amlinellau ei gymdogaethau, a’r rhestr o’u henwau',
    load_item_3: 'codau post: Code-Point Open neu’r ONS Postcode Directory',
    load_item_4: 'amlinellau a phoblogaethau ardaloedd ystadegol, os ydynt gennych',
    load_text_2: 'Yna rhowch y ffeiliau neu’r ffolderi i un gorchymyn:',
    load_text_3:
      'Caiff ffeiliau eu hadnabod yn ôl yr hyn sydd ynddynt. Cedwir rhes na ellir ei defnyddio, gyda’i ffeil, ei llinell a’r rheswm. Mae hwn yn eu rhestru:',
    load_text_4: 'Mae hwn yn cychwyn y gwasanaeth heb yr heddlu dychmygol:',
    licences: 'Trwyddedau',
    licences_text_1: 'Gwaith pobl eraill yw’r ffigurau, yr amlinellau a’r enwau, a ddefnyddir o dan y trwyddedau hyn:',
    licence_crime: 'Troseddau a chymdogaethau (data.police.uk)',
    licence_boundaries: 'Amlinellau a phoblogaethau',
    licence_postcodes: 'Codau post',
    licence_map: 'Map strydoedd, lle mae un a wnaed o OpenStreetMap wedi’i lwytho',
    licence_map_text: '© Cyfranwyr OpenStreetMap. Ar gael o dan yr Open Database Licence.',
    welsh: 'Y Gymraeg ar y tudalennau hyn',
    welsh_text_1:
      'Mae pob tudalen yn Gymraeg a Saesneg. Ysgrifennwyd y Gymraeg yn ofalus ond nid yw siaradwr brodorol wedi’i gwirio eto. Os oes rhywbeth o’i le neu’n lletchwith, rhowch wybod i bwy bynnag sy’n rhedeg y gwasanaeth hwn.',
  },
} as const
