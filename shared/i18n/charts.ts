/** Words of charts, their tables and the small map. The Welsh wants a native reader's check. */
export const charts = {
  en: {
    recordedIn_one: '{{number}} crime recorded in {{month}}',
    recordedIn_other: '{{number}} crimes recorded in {{month}}',
    recordedAYearEarlier: '{{number}} in {{month}}, the same month a year earlier.',
    noneInMonth: 'None recorded: {{categories}}.',
    noneInEither: 'None recorded in either month: {{categories}}.',
    showCategoryTable: 'Show the categories as a table',
    categoryTable: 'Recorded crimes by category, {{month}} and a year earlier',
    category: 'Category',
    dashMeansNoFigures: 'A dash means that there are no figures; it does not mean none.',
    seriesTitle: 'Each month from {{from}} to {{to}}',
    seriesLabel: 'Recorded crimes a month',
    seriesSummary:
      'Line from {{firstNumber}} in {{first}} to {{lastNumber}} in {{last}}. The fewest are {{least}} in {{leastMonth}}, the most {{most}} in {{mostMonth}}. The axis starts at zero.',
    seriesBegins: 'The figures that this service holds begin in {{month}}.',
    seriesMissing: 'Hatched: {{force}} published no figures for {{months}}. Missing is not zero.',
    showSeriesTable: 'Show the months as a table',
    lastPoint: '{{number}} in {{month}}',
    month: 'Month',
    recordedCrimes: 'Recorded crimes',
    noFigures: 'no figures',
    mapTitle: 'Map of {{name}}',
    mapDescription_one: 'The outline with a circle at {{number}} map point that has recorded crimes in {{month}}.',
    mapDescription_other:
      'The outline with circles at {{number}} map points that have recorded crimes in {{month}}. The table beside the map lists them.',
    mapWithoutFigures: 'The outline, without recorded crimes: there are no figures for this month.',
    circleLegend: 'Recorded crimes at a point:',
    pointsStandForAreas:
      'A point stands for the area around it, not for an address: crimes are published at the nearest of a set of anonymous points, and many share one.',
    showPlacesTable: 'Show the map points as a table',
    placesTable: 'Recorded crimes at the map points of {{name}}, {{month}}, by name',
    mapPoint: 'On or near',
    unnamedPoints: 'Points without a street name',
  },
  cy: {
    recordedIn_zero: 'Cofnodwyd {{number}} trosedd ym mis {{month}}',
    recordedIn_one: 'Cofnodwyd {{number}} drosedd ym mis {{month}}',
    recordedIn_two: 'Cofnodwyd {{number}} drosedd ym mis {{month}}',
    recordedIn_few: 'Cofnodwyd {{number}} trosedd ym mis {{month}}',
    recordedIn_many: 'Cofnodwyd {{number}} throsedd ym mis {{month}}',
    recordedIn_other: 'Cofnodwyd {{number}} o droseddau ym mis {{month}}',
    recordedAYearEarlier: '{{number}} ym mis {{month}}, yr un mis flwyddyn ynghynt.',
    noneInMonth: 'Dim wedi’u cofnodi: {{categories}}.',
    noneInEither: 'Dim wedi’u cofnodi yn y naill fis na’r llall: {{categories}}.',
    showCategoryTable: 'Dangos y categorïau fel tabl',
    categoryTable: 'Troseddau a gofnodwyd yn ôl categori, {{month}} a blwyddyn ynghynt',
    category: 'Categori',
    dashMeansNoFigures: 'Ystyr llinell doriad yw nad oes ffigurau; nid yw’n golygu dim troseddau.',
    seriesTitle: 'Pob mis o {{from}} i {{to}}',
    seriesLabel: 'Troseddau a gofnodwyd bob mis',
    seriesSummary:
      'Llinell o {{firstNumber}} ym mis {{first}} i {{lastNumber}} ym mis {{last}}. Y nifer lleiaf yw {{least}} ym mis {{leastMonth}}, y mwyaf yw {{most}} ym mis {{mostMonth}}. Mae’r echelin yn dechrau ar sero.',
    seriesBegins: 'Mae’r ffigurau sydd gan y gwasanaeth hwn yn dechrau ym mis {{month}}.',
    seriesMissing:
      'Llinellau lletraws: ni chyhoeddodd {{force}} ffigurau ar gyfer {{months}}. Nid yw ffigur sydd ar goll yn sero.',
    showSeriesTable: 'Dangos y misoedd fel tabl',
    lastPoint: '{{number}} ym mis {{month}}',
    month: 'Mis',
    recordedCrimes: 'Troseddau a gofnodwyd',
    noFigures: 'dim ffigurau',
    mapTitle: 'Map o {{name}}',
    mapDescription_zero: 'Yr amlinelliad heb gylchoedd: {{number}} pwynt â throseddau wedi’u cofnodi ym mis {{month}}.',
    mapDescription_one:
      'Yr amlinelliad â chylch wrth {{number}} pwynt sydd â throseddau wedi’u cofnodi ym mis {{month}}.',
    mapDescription_two:
      'Yr amlinelliad â chylchoedd wrth {{number}} bwynt sydd â throseddau wedi’u cofnodi ym mis {{month}}. Mae’r tabl wrth ymyl y map yn eu rhestru.',
    mapDescription_few:
      'Yr amlinelliad â chylchoedd wrth {{number}} phwynt sydd â throseddau wedi’u cofnodi ym mis {{month}}. Mae’r tabl wrth ymyl y map yn eu rhestru.',
    mapDescription_many:
      'Yr amlinelliad â chylchoedd wrth {{number}} phwynt sydd â throseddau wedi’u cofnodi ym mis {{month}}. Mae’r tabl wrth ymyl y map yn eu rhestru.',
    mapDescription_other:
      'Yr amlinelliad â chylchoedd wrth {{number}} o bwyntiau sydd â throseddau wedi’u cofnodi ym mis {{month}}. Mae’r tabl wrth ymyl y map yn eu rhestru.',
    mapWithoutFigures: 'Yr amlinelliad, heb droseddau: nid oes ffigurau ar gyfer y mis hwn.',
    circleLegend: 'Troseddau a gofnodwyd wrth bwynt:',
    pointsStandForAreas:
      'Mae pwynt yn cynrychioli’r ardal o’i gwmpas, nid cyfeiriad: cyhoeddir troseddau wrth yr agosaf o gyfres o bwyntiau dienw, ac mae llawer yn rhannu’r un pwynt.',
    showPlacesTable: 'Dangos y pwyntiau ar y map fel tabl',
    placesTable: 'Troseddau a gofnodwyd wrth bwyntiau {{name}} ar y map, {{month}}, yn ôl enw',
    mapPoint: 'Ar neu ger',
    unnamedPoints: 'Pwyntiau heb enw stryd',
  },
} as const
