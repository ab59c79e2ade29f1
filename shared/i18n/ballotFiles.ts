/** What a file of ballots says wrongly, for `shared/counting/read/sayFault.ts`. The Welsh wants a native reader's check. */
export const ballotFiles = {
  en: {
    line: 'Line {{line}}:',
    ballot: 'Ballot {{ballot}}:',
    more: 'There is more that is wrong; only the first {{most}} are listed.',
    unknown:
      'This is no file of ballots that can be read here. What can be read: our own ballots (CSV, which begins with “Our Patch ballots,1”, or JSON), PrefLib (.soc, .soi, .toc, .toi), .blt and Pabulib (.pb).',
    empty: 'The file is empty.',
    notUtf8:
      'The file is not UTF-8. It was read as Windows-1252: check that letters with accents are right in the names.',
    controlCharacters:
      'There are characters here that control a screen and have no place in a name; each is shown as � (lines with such characters: {{lines}}).',
    noBallots: 'The file has no ballots.',
    numberOfOptions: 'The number of options must be between 1 and {{most}}.',
    tooManyBallots: 'With this there are more than {{most}} ballots, which is more than can be counted here.',
    sameName: 'Another option is called “{{name}}” too; this one is shown as “{{id}}”.',
    emptyName: 'An option has no name.',
    weight: '“{{value}}” is no number of ballots: a whole number from 1 to {{most}} is expected.',
    notANumber: '“{{value}}” is not a number, such as 3 or 2.5.',
    markTooBig:
      '“{{value}}” is too big or too fine: marks and points can be read up to 1000000000000, with six decimals at most.',
    marksTooFine:
      'The marks are too big for their decimals: in the finest unit that is used, a mark must not pass 1000000000000.',
    negativePoints: '“{{value}}” is below nought; points are from nought.',
    quoteNotClosed: 'A quotation mark opens here and nothing closes it.',
    textAfterQuote:
      'There is text behind the quotation mark that closes a value; a separator or the line end is expected.',
    rowTooShort: 'Values in the row: {{found}}; expected: {{expected}}.',
    rowTooLong: 'Values in the row: {{found}}; no more are expected than {{expected}}.',
    columnTwice: 'The column “{{name}}” is there twice.',
    noAmount: 'An amount of money is missing.',
    noCost: 'The option “{{name}}” has no cost.',
    money: '“{{value}}” is no amount of money, such as 2500 or 2500.50.',
    moneyComma:
      '“{{value}}” has a comma, which could part thousands or decimals. Write amounts with a point before the decimals, such as 2500.50.',
    decimalComma:
      '“{{value}}” is read with the comma before its decimals, since no amount of the file has a point (amounts with a comma: {{amounts}}).',

    preflibKind:
      'This PrefLib file is of the kind “{{kind}}”, which holds no orders of preference. The kinds that can be read are {{kinds}}.',
    preflibNoKind: 'The line “# DATA TYPE: …” is missing; one of {{kinds}} is expected in it.',
    preflibCategories:
      'This is a PrefLib file of categories (.cat): voters put alternatives into classes, which is no ballot of a vote counted here.',
    preflibMatching:
      'This is a PrefLib file of weighted matching (.wmd): a graph of who could be matched with whom, no ballots.',
    preflibNoAlternatives: 'The line “# NUMBER ALTERNATIVES: …” is missing.',
    preflibNumber: '{{key}} must be a whole number, not “{{value}}”.',
    preflibKeyTwice: '{{key}} is there twice.',
    preflibNoName: 'Alternative {{number}} has no name; a line “# ALTERNATIVE NAME {{number}}: …” is expected.',
    preflibNameNumber: '{{key}} names an alternative that there is not; they are numbered from 1 to {{most}}.',
    preflibMetadataLate: 'A line with # stands among the orders; such lines are expected before them only.',
    preflibCount: '“{{value}}” is no number of voters: a whole number from 1, then “{{separator}}”, is expected.',
    preflibNoOrder: 'After the number of voters “{{separator}}” and the order are expected.',
    preflibOrder:
      'The order cannot be read at “{{value}}”. Numbers of alternatives with commas between them are expected, tied ones in braces, such as 1,{2,3},4.',
    preflibEmptyGroup: 'The braces “{}” hold no alternative.',
    preflibTie: 'Alternatives are tied, but a .{{kind}} file has no ties.',
    preflibUnknown: 'There is no alternative “{{value}}”; they are numbered from 1 to {{most}}.',
    preflibTwice: 'Alternative {{number}} is there twice.',
    preflibIncomplete:
      'Alternatives in the order: {{found}}; but in a .{{kind}} file every order has all of them ({{expected}}).',
    preflibVoters: 'The file says that the number of voters is {{said}}; its orders add up to {{found}}.',
    preflibUnique: 'The file says that the number of different orders is {{said}}; it has {{found}}.',
    preflibOldFirst: 'The number of alternatives is expected here, not “{{value}}”.',
    preflibOldNames: 'The file ends among the names. Expected: {{expected}}; there: {{found}}.',
    preflibOldName:
      '“{{value}}” is no name of an alternative: its number (1 to {{most}}, each once), a comma and the name are expected.',
    preflibOldSums:
      '“{{value}}” is not what follows the names: the number of voters, the sum of votes and the number of different orders are expected, with commas between them.',

    bltHeader:
      '“{{value}}” is no beginning of a .blt file: the number of candidates and the number of seats are expected, such as “6 3”.',
    bltHeaderNumbers:
      '“{{value}}”: two numbers are expected here, of candidates and of seats; what follows them are no whole ballots.',
    bltSeats: 'The number of seats is “{{value}}”; a whole number from 1 to {{most}} is expected.',
    bltWithdrawn: '“{{value}}” is no withdrawn candidate: a number from -1 to -{{most}} is expected.',
    bltWeight:
      '“{{value}}” cannot begin a ballot: its weight, a whole number from 1, is expected, or a 0 alone after the last ballot.',
    bltFraction: 'The weight “{{value}}” is a fraction; only whole numbers of ballots can be read.',
    bltBallotId: 'The bracket before the ballot’s id is not closed.',
    bltNotClosed: 'The ballot does not end with 0 on its line.',
    bltAfterBallot: 'After the 0 that ends the ballot “{{value}}” follows; each ballot has a line of its own.',
    bltPreference:
      '“{{value}}” is no preference: the number of a candidate is expected, tied ones with = between them (2=3), - for a rank left out, and 0 at the end.',
    bltUnknown: 'There is no candidate “{{value}}”; they are numbered from 1 to {{most}}.',
    bltTwice: 'Candidate {{number}} is on this ballot twice.',
    bltNoEnd: 'The ballots have no end: a line with 0 alone is expected after the last one, then the names.',
    bltNoEndBefore: 'A name stands where a ballot or the 0 after the last ballot is expected.',
    bltBallotAfterEnd: 'A ballot stands after the 0 that ends the ballots.',
    bltExtension:
      '“{{value}}” is an addition to the .blt form that is not read here (options in square brackets or with = before them).',
    bltNames: 'Names of candidates expected after the ballots: {{expected}}; there: {{found}}.',
    bltNamesUneven:
      'There are {{found}} texts on this line, and it is not clear whether they are a name and a party or several names: with {{expected}} candidates, each is expected on a line of its own, then the title.',
    bltNameOrTitle:
      '“{{value}}” is not in quotation marks as the names before it are: it may be the title, and then a name is missing. Put names in quotation marks.',
    bltNameTexts: 'Texts on this line: {{found}}; a name is expected, or a name and a party.',
    bltNameQuotes:
      '{{value}}: the quotation marks are not right. A name stands between two of them, and one inside a name is doubled.',
    bltNoTitle: 'After the names there is no title.',
    bltAfterTitle: 'What follows the title is not read: “{{value}}”.',

    pabulibNoSection: 'The section {{name}} is missing.',
    pabulibSectionTwice: 'The section {{name}} is there twice.',
    pabulibBeforeMeta: 'META is expected before anything else.',
    pabulibMetaHeader: 'The first row after META must be “key;value”.',
    pabulibMetaRow: '{{key}} has more than one value; a value with a semicolon stands between quotation marks.',
    pabulibKeyTwice: '{{key}} is there twice with different values.',
    pabulibNoColumn: 'The section {{section}} has no column “{{name}}”.',
    pabulibVoteType: '“{{value}}” is no vote_type that can be read: one of {{types}} is expected.',
    pabulibRule: 'The rule “{{value}}” cannot be counted as it is: choose a method. Rules that can be: {{rules}}.',
    pabulibNumber: '{{key}} must be a number that fits, not “{{value}}”.',
    pabulibNumberUnread: '{{key}} is “{{value}}”, which is no number that fits; ballots are not checked against it.',
    pabulibNoBudget: 'The budget is missing in META.',
    pabulibNoProjects: 'The file has no projects.',
    pabulibNoProjectId: 'The project has no project_id.',
    pabulibCommaInId: 'The project_id “{{id}}” has a comma, which parts projects in votes.',
    pabulibProjectTwice: 'The project “{{id}}” is there twice.',
    pabulibSelected:
      'selected is “{{value}}”, neither 0 nor 1; what that means only the file’s own comment says, and the project is taken as not chosen (such projects: {{rows}}).',
    pabulibNoVoterId: 'The vote has no voter_id.',
    pabulibUnknownProject: 'The vote names the project “{{id}}”, which is not listed.',
    pabulibTwiceInVote: 'The vote names the project “{{id}}” twice.',
    pabulibPointsLength:
      'The vote names projects ({{projects}}) and gives points ({{points}}), but not as many of each.',
    pabulibNumProjects: 'Projects that the file says it has: {{said}}; that it has: {{found}}.',
    pabulibNumVotes: 'Votes that the file says it has: {{said}}; that it has: {{found}}.',
    pabulibVotes:
      'The file says that the number of votes for project “{{id}}” is {{said}}; it is {{found}} (projects that differ: {{projects}}).',
    pabulibScore:
      'The file says that the score of project “{{id}}” is {{said}}; its votes give {{found}} (projects that differ: {{projects}}).',
    pabulibVoterTwice: 'The voter_id “{{voter}}” voted before; every vote is counted (such votes: {{votes}}).',
    pabulibLonger:
      'Projects in the vote: {{found}}; the most allowed is {{most}}. It is counted (such votes: {{votes}}).',
    pabulibShorter:
      'Projects in the vote: {{found}}; the least allowed is {{least}}. It is counted (such votes: {{votes}}).',
    pabulibDearer:
      'The projects of this vote cost more than {{most}}, the most allowed. It is counted (such votes: {{votes}}).',
    pabulibCheaper:
      'The projects of this vote cost less than {{least}}, the least allowed. It is counted (such votes: {{votes}}).',
    pabulibPointsOutside:
      'Points that the vote gives a project: {{value}}; from {{least}} to {{most}} are allowed. It is counted (such votes: {{votes}}).',
    pabulibPointsOver: 'The points of this vote add up to more than {{most}}. It is counted (such votes: {{votes}}).',
    pabulibPointsUnder: 'The points of this vote add up to less than {{least}}. It is counted (such votes: {{votes}}).',

    choice: '{{name}} is “{{value}}”; one of these is expected: {{choices}}.',
    setting: '{{name}} is “{{value}}”; a whole number from {{least}} is expected.',
    settingNumber: '{{name}} is “{{value}}”; a number such as 3 or 2.5 is expected.',
    settingTwice: '{{name}} is there twice.',
    settingOfOtherForm: '{{name}} is only for ballots of the form {{forms}}; these are {{form}}.',
    noForm: 'The form of the ballots is missing: “ballots” must say one of {{forms}}.',
    costWithoutBudget: 'The option “{{name}}” has a cost, but the file has no budget.',
    thresholdWithoutBudget: 'There is a threshold, but the file has no budget.',
    receiptTwice: 'The receipt “{{receipt}}” is on another ballot too.',
    receiptForMany: 'The receipt “{{receipt}}” stands for several ballots; each has its own.',
    marksOfPaper: 'Marks on the ballot: {{found}}; one for each option is expected ({{expected}}), empty ones too.',
    approvalMark: 'The mark “{{value}}” for option {{option}} is none: 1, 0 or nothing is expected.',
    rankMark:
      'The rank “{{value}}” for option {{option}} is none: a whole number from 1 to 1000000 or nothing is expected.',
    markOutside: 'The mark {{value}} for option {{option}} is not allowed; from {{lowest}} to {{highest}} are.',
    tooManyPoints: 'The points add up to more than {{most}}.',
    tooManyMarked: 'Options that the ballot marks: {{found}}; the most allowed is {{most}}.',
    csvFirst: 'The first row is “{{value}}”; “{{expected}}” is expected.',
    csvSemicolons:
      'Semicolons stand where commas are expected: a spreadsheet has saved the file so. Save it as CSV with commas.',
    csvKeyword:
      '“{{value}}” is not known here; a row begins with one of {{keywords}}, or with receipt before the ballots.',
    csvOptionNumber: 'The option’s number is “{{value}}”; {{expected}} is expected.',
    csvWithdrawn: '“{{value}}” stands where only “withdrawn” or nothing is expected.',
    csvHeader:
      'The row before the ballots is “{{value}}”; receipt, perhaps ballots, and then the number of every option are expected ({{expected}}).',
    csvNoHeader: 'The ballots are missing: the row that begins with receipt is expected after the options.',
    jsonBroken: 'This is not right JSON.',
    jsonFormat: 'This JSON holds no ballots that can be read: "format" must be "{{format}}".',
    jsonVersion: 'The version is “{{value}}”; only {{version}} can be read.',
    jsonKey: '“{{key}}” is not known in this place ({{part}}).',
    jsonList: '“{{key}}” must be a list.',
    jsonText: '{{name}} is “{{value}}”; text between quotation marks is expected.',
    jsonNumber: '{{name}} is “{{value}}”; a number without quotation marks is expected.',
    jsonOption:
      'Option {{number}} cannot be read: a name as text is expected, a cost as text such as "2500" where there is a budget, and perhaps "withdrawn": true.',
    jsonPaper: 'The ballot cannot be read: an object with a list of marks is expected.',
    jsonReceipt: 'The receipt “{{value}}” must be text.',
    jsonMark: 'The mark “{{value}}” for option {{option}} must be a number or null.',
  },
  cy: {
    line: 'Llinell {{line}}:',
    ballot: 'Papur pleidleisio {{ballot}}:',
    more: 'Mae rhagor o wallau; dim ond y {{most}} cyntaf a restrir.',
    unknown:
      'Nid yw hon yn ffeil o bapurau pleidleisio y gellir ei darllen yma. Gellir darllen: ein papurau ni (CSV, sy’n dechrau â “Our Patch ballots,1”, neu JSON), PrefLib (.soc, .soi, .toc, .toi), .blt a Pabulib (.pb).',
    empty: 'Mae’r ffeil yn wag.',
    notUtf8:
      'Nid UTF-8 yw’r ffeil. Fe’i darllenwyd fel Windows-1252: gwiriwch fod llythrennau ag acenion yn gywir yn yr enwau.',
    controlCharacters:
      'Mae nodau yma sy’n rheoli sgrin ac nad oes lle iddynt mewn enw; dangosir pob un fel � (llinellau â nodau o’r fath: {{lines}}).',
    noBallots: 'Nid oes papurau pleidleisio yn y ffeil.',
    numberOfOptions: 'Rhaid i nifer y dewisiadau fod rhwng 1 a {{most}}.',
    tooManyBallots: 'Gyda hyn mae mwy na {{most}} o bapurau pleidleisio, sy’n fwy nag y gellir eu cyfrif yma.',
    sameName: 'Mae dewis arall o’r enw “{{name}}” hefyd; dangosir hwn fel “{{id}}”.',
    emptyName: 'Mae dewis heb enw.',
    weight: 'Nid yw “{{value}}” yn nifer o bapurau: disgwylir rhif cyfan rhwng 1 a {{most}}.',
    notANumber: 'Nid yw “{{value}}” yn rhif, fel 3 neu 2.5.',
    markTooBig:
      'Mae “{{value}}” yn rhy fawr neu’n rhy fân: gellir darllen marciau a phwyntiau hyd at 1000000000000, â chwe lle degol ar y mwyaf.',
    marksTooFine:
      'Mae’r marciau’n rhy fawr i’w lleoedd degol: yn yr uned fanaf a ddefnyddir, ni chaiff marc fod dros 1000000000000.',
    negativePoints: 'Mae “{{value}}” o dan sero; mae pwyntiau’n dechrau o sero.',
    quoteNotClosed: 'Mae dyfynnod yn agor yma ac nid oes dim yn ei gau.',
    textAfterQuote: 'Mae testun ar ôl y dyfynnod sy’n cau gwerth; disgwylir gwahanydd neu ddiwedd y llinell.',
    rowTooShort: 'Nifer y gwerthoedd yn y rhes yw {{found}}, ond disgwylir {{expected}}.',
    rowTooLong: 'Nifer y gwerthoedd yn y rhes yw {{found}}, ond ni ddisgwylir mwy na {{expected}}.',
    columnTwice: 'Mae’r golofn “{{name}}” yno ddwywaith.',
    noAmount: 'Mae swm o arian ar goll.',
    noCost: 'Nid oes cost i’r dewis “{{name}}”.',
    money: 'Nid yw “{{value}}” yn swm o arian, fel 2500 neu 2500.50.',
    moneyComma:
      'Mae coma yn “{{value}}”, a allai wahanu miloedd neu ddegolion. Ysgrifennwch symiau â phwynt o flaen y degolion, fel 2500.50.',
    decimalComma:
      'Darllenir “{{value}}” â’r coma o flaen ei ddegolion, gan nad oes pwynt yn un o symiau’r ffeil (symiau â choma: {{amounts}}).',

    preflibKind:
      'Ffeil PrefLib o’r math “{{kind}}” yw hon, nad yw’n cynnwys trefnau o ddewisiadau. Y mathau y gellir eu darllen yw {{kinds}}.',
    preflibNoKind: 'Mae’r llinell “# DATA TYPE: …” ar goll; disgwylir un o {{kinds}} ynddi.',
    preflibCategories:
      'Ffeil PrefLib o gategorïau (.cat) yw hon: mae pleidleiswyr yn rhoi dewisiadau mewn dosbarthiadau, ac nid papur pleidlais a gyfrifir yma yw hynny.',
    preflibMatching:
      'Ffeil PrefLib o baru wedi’i bwysoli (.wmd) yw hon: graff o bwy y gellid ei baru â phwy, nid papurau pleidleisio.',
    preflibNoAlternatives: 'Mae’r llinell “# NUMBER ALTERNATIVES: …” ar goll.',
    preflibNumber: 'Rhaid i {{key}} fod yn rhif cyfan, nid “{{value}}”.',
    preflibKeyTwice: 'Mae {{key}} yno ddwywaith.',
    preflibNoName: 'Nid oes enw i ddewis {{number}}; disgwylir llinell “# ALTERNATIVE NAME {{number}}: …”.',
    preflibNameNumber: 'Mae {{key}} yn enwi dewis nad yw’n bod; fe’u rhifir o 1 i {{most}}.',
    preflibMetadataLate: 'Mae llinell â # ymhlith y trefnau; o’u blaen yn unig y disgwylir llinellau o’r fath.',
    preflibCount: 'Nid yw “{{value}}” yn nifer o bleidleiswyr: disgwylir rhif cyfan o 1 ymlaen, yna “{{separator}}”.',
    preflibNoOrder: 'Ar ôl nifer y pleidleiswyr disgwylir “{{separator}}” a’r drefn.',
    preflibOrder:
      'Ni ellir darllen y drefn wrth “{{value}}”. Disgwylir rhifau dewisiadau â choma rhyngddynt, a’r rhai cyfartal mewn bachau, fel 1,{2,3},4.',
    preflibEmptyGroup: 'Nid oes dewis yn y bachau “{}”.',
    preflibTie: 'Mae dewisiadau’n gyfartal, ond nid oes dewisiadau cyfartal mewn ffeil .{{kind}}.',
    preflibUnknown: 'Nid oes dewis “{{value}}”; fe’u rhifir o 1 i {{most}}.',
    preflibTwice: 'Mae dewis {{number}} yno ddwywaith.',
    preflibIncomplete:
      'Nifer y dewisiadau yn y drefn yw {{found}}, ond mewn ffeil .{{kind}} mae pob dewis ({{expected}}) ym mhob trefn.',
    preflibVoters: 'Dywed y ffeil mai {{said}} yw nifer y pleidleiswyr; cyfanswm ei threfnau yw {{found}}.',
    preflibUnique: 'Dywed y ffeil mai {{said}} yw nifer y trefnau gwahanol; {{found}} sydd ynddi.',
    preflibOldFirst: 'Disgwylir nifer y dewisiadau yma, nid “{{value}}”.',
    preflibOldNames: 'Mae’r ffeil yn gorffen ymhlith yr enwau: disgwylir {{expected}}, ac mae {{found}} yno.',
    preflibOldName: 'Nid yw “{{value}}” yn enw dewis: disgwylir ei rif (1 i {{most}}, pob un unwaith), coma a’r enw.',
    preflibOldSums:
      'Nid “{{value}}” sydd i fod ar ôl yr enwau: disgwylir nifer y pleidleiswyr, swm y pleidleisiau a nifer y trefnau gwahanol, â choma rhyngddynt.',

    bltHeader: 'Nid yw “{{value}}” yn ddechrau ffeil .blt: disgwylir nifer yr ymgeiswyr a nifer y seddi, fel “6 3”.',
    bltHeaderNumbers:
      '“{{value}}”: disgwylir dau rif yma, nifer yr ymgeiswyr a nifer y seddi; nid papurau cyfan yw’r hyn sy’n eu dilyn.',
    bltSeats: 'Nifer y seddi yw “{{value}}”; disgwylir rhif cyfan rhwng 1 a {{most}}.',
    bltWithdrawn: 'Nid yw “{{value}}” yn ymgeisydd a dynnodd yn ôl: disgwylir rhif o -1 i -{{most}}.',
    bltWeight:
      'Ni all “{{value}}” ddechrau papur: disgwylir ei bwysau, rhif cyfan o 1 ymlaen, neu 0 ar ei ben ei hun ar ôl y papur olaf.',
    bltFraction: 'Ffracsiwn yw’r pwysau “{{value}}”; dim ond niferoedd cyfan o bapurau y gellir eu darllen.',
    bltBallotId: 'Nid yw’r cromfachau o amgylch dynodiad y papur wedi’u cau.',
    bltNotClosed: 'Nid yw’r papur yn gorffen â 0 ar ei linell.',
    bltAfterBallot: 'Ar ôl y 0 sy’n gorffen y papur daw “{{value}}”; mae gan bob papur ei linell ei hun.',
    bltPreference:
      'Nid yw “{{value}}” yn ddewis: disgwylir rhif ymgeisydd, y rhai cyfartal ag = rhyngddynt (2=3), - am safle a adawyd allan, a 0 ar y diwedd.',
    bltUnknown: 'Nid oes ymgeisydd “{{value}}”; fe’u rhifir o 1 i {{most}}.',
    bltTwice: 'Mae ymgeisydd {{number}} ar y papur hwn ddwywaith.',
    bltNoEnd: 'Nid oes diwedd i’r papurau: disgwylir llinell â 0 ar ei ben ei hun ar ôl yr olaf, yna’r enwau.',
    bltNoEndBefore: 'Mae enw yn sefyll lle disgwylir papur neu’r 0 ar ôl y papur olaf.',
    bltBallotAfterEnd: 'Mae papur yn sefyll ar ôl y 0 sy’n gorffen y papurau.',
    bltExtension:
      'Ychwanegiad at y ffurf .blt yw “{{value}}” nas darllenir yma (opsiynau mewn bachau sgwâr neu ag = o’u blaen).',
    bltNames: 'Enwau ymgeiswyr: disgwylir {{expected}} ar ôl y papurau, ac mae {{found}} yno.',
    bltNamesUneven:
      'Nifer y testunau ar y llinell hon yw {{found}}, ac nid yw’n glir ai enw a phlaid ydynt ynteu sawl enw: gyda nifer yr ymgeiswyr yn {{expected}}, disgwylir pob un ar ei linell ei hun, yna’r teitl.',
    bltNameOrTitle:
      'Nid yw “{{value}}” rhwng dyfynodau fel yr enwau o’i flaen: gall mai’r teitl ydyw, ac yna mae enw ar goll. Rhowch enwau rhwng dyfynodau.',
    bltNameTexts: 'Nifer y testunau ar y llinell hon yw {{found}}; disgwylir enw, neu enw a phlaid.',
    bltNameQuotes:
      '{{value}}: nid yw’r dyfynodau’n iawn. Saif enw rhwng dau ohonynt, ac mae un y tu mewn i enw yn cael ei ddyblu.',
    bltNoTitle: 'Nid oes teitl ar ôl yr enwau.',
    bltAfterTitle: 'Ni ddarllenir yr hyn sy’n dilyn y teitl: “{{value}}”.',

    pabulibNoSection: 'Mae’r adran {{name}} ar goll.',
    pabulibSectionTwice: 'Mae’r adran {{name}} yno ddwywaith.',
    pabulibBeforeMeta: 'Disgwylir META cyn dim arall.',
    pabulibMetaHeader: 'Rhaid i’r rhes gyntaf ar ôl META fod yn “key;value”.',
    pabulibMetaRow: 'Mae mwy nag un gwerth i {{key}}; saif gwerth â hanner colon rhwng dyfynodau.',
    pabulibKeyTwice: 'Mae {{key}} yno ddwywaith â gwerthoedd gwahanol.',
    pabulibNoColumn: 'Nid oes colofn “{{name}}” yn yr adran {{section}}.',
    pabulibVoteType: 'Nid yw “{{value}}” yn vote_type y gellir ei ddarllen: disgwylir un o {{types}}.',
    pabulibRule:
      'Ni ellir cyfrif y rheol “{{value}}” fel y mae: dewiswch ddull. Rheolau y gellir eu cyfrif: {{rules}}.',
    pabulibNumber: 'Rhaid i {{key}} fod yn rhif addas, nid “{{value}}”.',
    pabulibNumberUnread: '{{key}} yw “{{value}}”, nad yw’n rhif addas; ni wirir papurau yn ei erbyn.',
    pabulibNoBudget: 'Mae’r gyllideb ar goll yn META.',
    pabulibNoProjects: 'Nid oes prosiectau yn y ffeil.',
    pabulibNoProjectId: 'Nid oes project_id i’r prosiect.',
    pabulibCommaInId: 'Mae coma yn y project_id “{{id}}”, a choma sy’n gwahanu prosiectau mewn pleidleisiau.',
    pabulibProjectTwice: 'Mae’r prosiect “{{id}}” yno ddwywaith.',
    pabulibSelected:
      'selected yw “{{value}}”, nid 0 nac 1; sylw’r ffeil ei hun yn unig sy’n dweud beth yw ystyr hynny, a chymerir nad yw’r prosiect wedi’i ddewis (prosiectau o’r fath: {{rows}}).',
    pabulibNoVoterId: 'Nid oes voter_id i’r bleidlais.',
    pabulibUnknownProject: 'Mae’r bleidlais yn enwi’r prosiect “{{id}}”, nad yw wedi’i restru.',
    pabulibTwiceInVote: 'Mae’r bleidlais yn enwi’r prosiect “{{id}}” ddwywaith.',
    pabulibPointsLength:
      'Mae’r bleidlais yn enwi prosiectau ({{projects}}) ac yn rhoi pwyntiau ({{points}}), ond nid yr un nifer o’r ddau.',
    pabulibNumProjects: 'Dywed y ffeil mai {{said}} yw nifer ei phrosiectau; {{found}} sydd ynddi.',
    pabulibNumVotes: 'Dywed y ffeil mai {{said}} yw nifer ei phleidleisiau; {{found}} sydd ynddi.',
    pabulibVotes:
      'Yn ôl y ffeil, nifer y pleidleisiau dros brosiect “{{id}}” yw {{said}}; {{found}} sydd (prosiectau sy’n wahanol: {{projects}}).',
    pabulibScore:
      'Yn ôl y ffeil, sgôr prosiect “{{id}}” yw {{said}}; mae ei bleidleisiau’n rhoi {{found}} (prosiectau sy’n wahanol: {{projects}}).',
    pabulibVoterTwice:
      'Mae’r voter_id “{{voter}}” wedi pleidleisio o’r blaen; cyfrifir pob pleidlais (pleidleisiau o’r fath: {{votes}}).',
    pabulibLonger:
      'Nifer y prosiectau yn y bleidlais yw {{found}}; y mwyaf a ganiateir yw {{most}}. Fe’i cyfrifir (pleidleisiau o’r fath: {{votes}}).',
    pabulibShorter:
      'Nifer y prosiectau yn y bleidlais yw {{found}}; y lleiaf a ganiateir yw {{least}}. Fe’i cyfrifir (pleidleisiau o’r fath: {{votes}}).',
    pabulibDearer:
      'Mae prosiectau’r bleidlais hon yn costio mwy na {{most}}, y mwyaf a ganiateir. Fe’i cyfrifir (pleidleisiau o’r fath: {{votes}}).',
    pabulibCheaper:
      'Mae prosiectau’r bleidlais hon yn costio llai na {{least}}, y lleiaf a ganiateir. Fe’i cyfrifir (pleidleisiau o’r fath: {{votes}}).',
    pabulibPointsOutside:
      'Mae’r bleidlais yn rhoi pwyntiau i brosiect ({{value}}); caniateir o {{least}} i {{most}}. Fe’i cyfrifir (pleidleisiau o’r fath: {{votes}}).',
    pabulibPointsOver:
      'Mae cyfanswm pwyntiau’r bleidlais hon yn fwy na {{most}}. Fe’i cyfrifir (pleidleisiau o’r fath: {{votes}}).',
    pabulibPointsUnder:
      'Mae cyfanswm pwyntiau’r bleidlais hon yn llai na {{least}}. Fe’i cyfrifir (pleidleisiau o’r fath: {{votes}}).',

    choice: '{{name}} yw “{{value}}”; disgwylir un o’r rhain: {{choices}}.',
    setting: '{{name}} yw “{{value}}”; disgwylir rhif cyfan o {{least}} ymlaen.',
    settingNumber: '{{name}} yw “{{value}}”; disgwylir rhif fel 3 neu 2.5.',
    settingTwice: 'Mae {{name}} yno ddwywaith.',
    settingOfOtherForm: 'Dim ond ar gyfer papurau o’r ffurf {{forms}} y mae {{name}}; {{form}} yw’r rhain.',
    noForm: 'Mae ffurf y papurau ar goll: rhaid i “ballots” roi un o {{forms}}.',
    costWithoutBudget: 'Mae cost i’r dewis “{{name}}”, ond nid oes cyllideb yn y ffeil.',
    thresholdWithoutBudget: 'Mae trothwy (threshold), ond nid oes cyllideb yn y ffeil.',
    receiptTwice: 'Mae’r dderbynneb “{{receipt}}” ar bapur arall hefyd.',
    receiptForMany: 'Mae’r dderbynneb “{{receipt}}” yn sefyll dros sawl papur; mae gan bob un ei derbynneb ei hun.',
    marksOfPaper:
      'Nifer y marciau ar y papur yw {{found}}; disgwylir un ar gyfer pob dewis ({{expected}}), y rhai gwag hefyd.',
    approvalMark: 'Nid yw “{{value}}” ar gyfer dewis {{option}} yn farc: disgwylir 1, 0 neu ddim.',
    rankMark:
      'Nid yw “{{value}}” ar gyfer dewis {{option}} yn safle: disgwylir rhif cyfan rhwng 1 a 1000000, neu ddim.',
    markOutside: 'Ni chaniateir y marc {{value}} ar gyfer dewis {{option}}; caniateir o {{lowest}} i {{highest}}.',
    tooManyPoints: 'Mae cyfanswm y pwyntiau yn fwy na {{most}}.',
    tooManyMarked: 'Nifer y dewisiadau a farciwyd ar y papur yw {{found}}; y mwyaf a ganiateir yw {{most}}.',
    csvFirst: 'Y rhes gyntaf yw “{{value}}”; disgwylir “{{expected}}”.',
    csvSemicolons:
      'Mae hanner colonau lle disgwylir comas: fel hyn y cadwodd taenlen y ffeil. Cadwch hi fel CSV â chomas.',
    csvKeyword:
      'Nid yw “{{value}}” yn hysbys yma; mae rhes yn dechrau ag un o {{keywords}}, neu â receipt o flaen y papurau.',
    csvOptionNumber: 'Rhif y dewis yw “{{value}}”; disgwylir {{expected}}.',
    csvWithdrawn: 'Mae “{{value}}” yn sefyll lle disgwylir “withdrawn” neu ddim yn unig.',
    csvHeader:
      'Y rhes o flaen y papurau yw “{{value}}”; disgwylir receipt, efallai ballots, ac yna rhif pob dewis ({{expected}}).',
    csvNoHeader: 'Mae’r papurau ar goll: disgwylir y rhes sy’n dechrau â receipt ar ôl y dewisiadau.',
    jsonBroken: 'Nid yw hwn yn JSON cywir.',
    jsonFormat: 'Nid oes papurau y gellir eu darllen yn y JSON hwn: rhaid i "format" fod yn "{{format}}".',
    jsonVersion: 'Y fersiwn yw “{{value}}”; dim ond {{version}} y gellir ei darllen.',
    jsonKey: 'Nid yw “{{key}}” yn hysbys yn y lle hwn ({{part}}).',
    jsonList: 'Rhaid i “{{key}}” fod yn rhestr.',
    jsonText: '{{name}} yw “{{value}}”; disgwylir testun rhwng dyfynodau.',
    jsonNumber: '{{name}} yw “{{value}}”; disgwylir rhif heb ddyfynodau.',
    jsonOption:
      'Ni ellir darllen dewis {{number}}: disgwylir enw fel testun, cost fel testun, megis "2500", lle mae cyllideb, ac efallai "withdrawn": true.',
    jsonPaper: 'Ni ellir darllen y papur: disgwylir gwrthrych â rhestr o farciau (marks).',
    jsonReceipt: 'Rhaid i’r dderbynneb “{{value}}” fod yn destun.',
    jsonMark: 'Rhaid i’r marc “{{value}}” ar gyfer dewis {{option}} fod yn rhif neu’n null.',
  },
} as const
