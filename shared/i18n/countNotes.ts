/** What has to be known beside a count, and why something cannot be counted so. */
export const countNotes = {
  en: {
    note_rankedAreChosen: 'These ballots rank options. Every option that a ballot ranks is counted as chosen.',
    note_marksAreRanks:
      'These ballots give marks. An option with a higher mark is counted as ranked higher; with the same mark, as tied.',
    note_choicesAreOnes: 'These ballots choose options. Every chosen option is counted with a mark of one.',
    note_pointsAreMarks: 'These ballots share points out. The points are counted as marks.',
    note_lotWithoutSeed:
      'A tie was broken by lot, and no seed was given. Such a lot is the same each time but it is not a public one: give the seed that was declared before the count.',
    note_fewerOptionsThanSeats: 'There are {{seats}} places and only {{options}} options, so every option is elected.',
    note_seatsPlayNoPart: 'This method spends a budget. The number of places plays no part in it.',
    refusal_noMethod: 'The file names no way to count it that is known here. Choose one of: {{methods}}.',
    refusal_formDoesNotFit:
      'These ballots cannot be counted by {{method}}: {{form}}. They can be counted by: {{methods}}.',
    refusal_noBallots: 'There are no ballots in the file, so there is nothing to count.',
    refusal_noOptions: 'No option stands, so nothing can be elected.',
    refusal_seatsNotWhole: 'The number of places has to be a whole number from one up, not {{seats}}.',
    refusal_noBudget: 'The file names no budget, and {{method}} spends one.',
    refusal_noCost: 'The file names no cost for {{option}}, and a budget cannot be spent without it.',
    refusal_tooManyOptions:
      'There are {{options}} options. {{method}} is counted with {{most}} at most, because with more it would take very long.',
    form_approval: 'they choose options',
    form_ranking: 'they rank options',
    form_score: 'they give marks',
    form_points: 'they share points out',
  },
  cy: {
    note_rankedAreChosen:
      'Mae’r papurau hyn yn rhoi dewisiadau mewn trefn. Mae pob dewis a roddwyd mewn trefn ar bapur yn cael ei gyfrif fel un a ddewiswyd.',
    note_marksAreRanks:
      'Mae’r papurau hyn yn rhoi marciau. Mae dewis â marc uwch yn cael ei gyfrif yn uwch yn y drefn; â’r un marc, yn gyfartal.',
    note_choicesAreOnes: 'Mae’r papurau hyn yn dewis. Mae pob dewis yn cael ei gyfrif â marc o un.',
    note_pointsAreMarks: 'Mae’r papurau hyn yn rhannu pwyntiau. Mae’r pwyntiau’n cael eu cyfrif fel marciau.',
    note_lotWithoutSeed:
      'Torrwyd cyfartaledd drwy goelbren, ac ni roddwyd hedyn. Mae coelbren o’r fath yr un fath bob tro ond nid yw’n un cyhoeddus: rhowch yr hedyn a ddatganwyd cyn y cyfrif.',
    note_fewerOptionsThanSeats: 'Mae {{seats}} lle a dim ond {{options}} dewis, felly mae pob dewis yn cael ei ethol.',
    note_seatsPlayNoPart: 'Mae’r dull hwn yn gwario cyllideb. Nid yw nifer y lleoedd yn chwarae rhan ynddo.',
    refusal_noMethod: 'Nid yw’r ffeil yn enwi ffordd o’i chyfrif sy’n hysbys yma. Dewiswch un o: {{methods}}.',
    refusal_formDoesNotFit:
      'Ni ellir cyfrif y papurau hyn drwy {{method}}: {{form}}. Gellir eu cyfrif drwy: {{methods}}.',
    refusal_noBallots: 'Nid oes papurau pleidleisio yn y ffeil, felly nid oes dim i’w gyfrif.',
    refusal_noOptions: 'Nid oes dewis yn sefyll, felly ni ellir ethol dim.',
    refusal_seatsNotWhole: 'Rhaid i nifer y lleoedd fod yn rhif cyfan o un i fyny, nid {{seats}}.',
    refusal_noBudget: 'Nid yw’r ffeil yn enwi cyllideb, ac mae {{method}} yn gwario un.',
    refusal_noCost: 'Nid yw’r ffeil yn enwi cost {{option}}, ac ni ellir gwario cyllideb hebddi.',
    refusal_tooManyOptions:
      'Mae {{options}} dewis. Gellir cyfrif drwy {{method}} gydag uchafswm o {{most}}, oherwydd byddai mwy yn cymryd amser hir iawn.',
    form_approval: 'maent yn dewis',
    form_ranking: 'maent yn rhoi dewisiadau mewn trefn',
    form_score: 'maent yn rhoi marciau',
    form_points: 'maent yn rhannu pwyntiau',
  },
} as const
