/**
 * What real published figures look like, measured once so that invented ones look the same. Aggregated constants only.
 *
 * Measured on data.police.uk street files of Leicestershire, 2021-07 to 2022-09 (15 months, 138,633 rows, as published about the
 * end of 2022; Open Government Licence v3.0). Neighbourhood spread is over the 125 middle-layer areas (LSOA name without its letter).
 */

export interface CategoryFigures {
  readonly name: string
  /** Share of all rows. */
  readonly share: number
  /** Share of its rows with no place. */
  readonly noLocation: number
  /** Variance over mean of an area's count in one month, about area × month expectations. */
  readonly monthlyDispersion: number
  /**
   * φ of July to September 2022 against 2021 by Spiegelhalter's winsorised estimate, where at least 20 areas had ten or more;
   * the others, too few to measure, are given 1.3; shoplifting was 6.3 and is held to 5.
   */
  readonly yearlyDispersion: number
  /** Daily rate by month of the year, January first, against the year's mean; shrunk by the share of its variance that is not Poisson noise. */
  readonly season: readonly number[]
  /** How unevenly it falls on points beyond the places' own weights (sigma of a log-normal), from distinct points per 1,000 rows. */
  readonly clumping: number
  /** Share of rows in: the busiest 2 % of LSOAs, the next 23 %, the middle half, the quietest quarter. */
  readonly mix: readonly [number, number, number, number]
}

const table: readonly (readonly [
  string,
  number,
  number,
  number,
  number,
  number,
  readonly [number, number, number, number],
  readonly number[],
])[] = [
  [
    'Violence and sexual offences',
    0.3835,
    0.0265,
    1.72,
    2.28,
    0.25,
    [0.3372, 0.3786, 0.398, 0.3947],
    [0.945, 1.019, 1.046, 0.983, 1.049, 1.049, 0.981, 0.993, 0.994, 1.015, 0.983, 0.943],
  ],
  [
    'Public order',
    0.1223,
    0.0255,
    1.29,
    1.67,
    0.3,
    [0.1537, 0.1239, 0.1135, 0.097],
    [0.855, 0.955, 1.012, 1.016, 1.037, 1.067, 1.061, 1.098, 1.074, 0.969, 0.973, 0.883],
  ],
  [
    'Criminal damage and arson',
    0.0975,
    0.0186,
    1.47,
    1.61,
    0.35,
    [0.0764, 0.1027, 0.0995, 0.103],
    [0.997, 0.99, 1.003, 1.008, 1.025, 1.006, 0.996, 1, 0.988, 1.015, 1.002, 0.969],
  ],
  [
    'Anti-social behaviour',
    0.0928,
    0,
    1.66,
    2.21,
    0.5,
    [0.0736, 0.1013, 0.0964, 0.0931],
    [0.862, 0.947, 1.036, 1.062, 1.163, 1.066, 1.238, 1.08, 0.991, 0.93, 0.879, 0.745],
  ],
  [
    'Other theft',
    0.0787,
    0.0156,
    1.42,
    1.42,
    0.45,
    [0.091, 0.0738, 0.0801, 0.0793],
    [1.005, 0.994, 1.038, 1.029, 0.981, 1, 0.975, 0.959, 0.979, 1.005, 1.032, 1.003],
  ],
  [
    'Vehicle crime',
    0.0575,
    0.0108,
    1.65,
    1.92,
    0.35,
    [0.0339, 0.0522, 0.0673, 0.0831],
    [1.054, 1.059, 1.115, 1.058, 0.95, 0.923, 0.894, 0.862, 0.818, 0.986, 1.258, 1.023],
  ],
  [
    'Burglary',
    0.0427,
    0.0074,
    1.47,
    1.86,
    0.3,
    [0.0279, 0.0353, 0.051, 0.0702],
    [1.026, 1.057, 1.086, 0.964, 0.995, 1.005, 0.966, 0.947, 0.902, 1.063, 0.978, 1.011],
  ],
  [
    'Shoplifting',
    0.0349,
    0.0326,
    1.92,
    5,
    1.3,
    [0.0798, 0.0382, 0.0197, 0.0081],
    [0.891, 1.09, 1.03, 1.129, 1.059, 1.022, 0.973, 1.015, 1.024, 1.032, 0.933, 0.803],
  ],
  [
    'Drugs',
    0.0288,
    0.0373,
    1.38,
    1.38,
    0.7,
    [0.0401, 0.0306, 0.0234, 0.0206],
    [1, 0.972, 1.068, 1.123, 1.094, 1.012, 1.002, 1.016, 0.949, 0.985, 0.976, 0.803],
  ],
  [
    'Other crime',
    0.0209,
    0.0284,
    1.08,
    1.49,
    0.3,
    [0.0124, 0.0195, 0.0235, 0.0269],
    [1.035, 0.986, 0.995, 0.897, 1.044, 1.046, 1.037, 0.974, 0.995, 1.025, 1.016, 0.95],
  ],
  [
    'Bicycle theft',
    0.0171,
    0.0185,
    1.68,
    3.34,
    0.9,
    [0.0333, 0.0193, 0.0103, 0.0107],
    [1.059, 0.858, 0.887, 0.959, 1.147, 0.91, 0.976, 0.947, 0.96, 1.373, 1.191, 0.732],
  ],
  [
    'Possession of weapons',
    0.009,
    0.0359,
    1.18,
    1.3,
    0.35,
    [0.0114, 0.0099, 0.0076, 0.0064],
    [0.993, 1.049, 1.062, 1.027, 1.027, 1.091, 0.864, 1.027, 0.998, 1.044, 0.927, 0.891],
  ],
  [
    'Theft from the person',
    0.0073,
    0.0178,
    1.3,
    1.3,
    0.6,
    [0.0177, 0.0069, 0.0047, 0.0036],
    [0.911, 0.955, 0.977, 1.052, 0.982, 1.147, 1.054, 0.964, 0.977, 1.017, 1.048, 0.916],
  ],
  ['Robbery', 0.0069, 0.0332, 1.16, 1.3, 0.4, [0.0116, 0.0078, 0.0049, 0.0032], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]],
]

export const CATEGORIES: readonly CategoryFigures[] = table.map(
  ([name, share, noLocation, monthlyDispersion, yearlyDispersion, clumping, mix, season]) => ({
    name,
    share,
    noLocation,
    monthlyDispersion,
    yearlyDispersion,
    clumping,
    mix,
    season,
  }),
)

export const ANTI_SOCIAL_BEHAVIOUR = 'Anti-social behaviour'

/** Share of rows with no place, all categories. The month's own share ran from 0.4 % to 4.5 %. */
export const NO_LOCATION_SHARE = 0.0211

/** Rows whose place is "On or near " and nothing more. */
export const NAMELESS_SHARE = 0.0288

/** Incidents of a point follow a log-normal: the busiest 1 % of points had 14.1 %, 10 % had 48.9 %, 50 % had 88.9 %, all three at sigma 1.25. */
export const STACKING = {
  sigmaWithinLsoa: 1.02,
  busiestHundredth: 0.141,
  busiestTenth: 0.489,
  busiestHalf: 0.8885,
} as const

/** Points per 1,000 incidents over the 15 months: 135.7; the busiest point had 0.35 % of all incidents. */
export const POINTS_PER_THOUSAND_INCIDENTS = 135.7

/** Residents of an LSOA: median 1,560, quartiles about 1,460 and 1,760 (611 LSOAs, mid-2015). Incidents a month per 1,000 residents: 9.2. */
export const LSOA_RESIDENTS = { median: 1_560, sigma: 0.16 } as const

/** Incidents a month per 1,000 residents, by kind of place; between its LSOAs the log rate spreads by about 0.3. */
export const MONTHLY_RATE_PER_THOUSAND = {
  centre: 42,
  terrace: 12.5,
  suburb: 6.8,
  town: 10,
  village: 5,
  country: 5,
} as const

/** Which column of `mix` a kind of place has. */
export const MIX_COLUMN = { centre: 0, terrace: 1, town: 2, suburb: 2, village: 3, country: 3 } as const

export interface PublicPlace {
  readonly name: string
  /** How many of them per 1,000 map points. */
  readonly perThousandPoints: number
  /** Incidents against the mean point. */
  readonly weight: number
  readonly mix: Readonly<Record<string, number>>
}

const V = 'Violence and sexual offences'
const P = 'Public order'
const D = 'Criminal damage and arson'
const A = ANTI_SOCIAL_BEHAVIOUR
const O = 'Other theft'
const S = 'Shoplifting'
const C = 'Vehicle crime'
const B = 'Burglary'
const Y = 'Bicycle theft'
const T = 'Theft from the person'

/** Public places that serve as map points: how common, how busy, and the shares of their commonest categories. */
export const PUBLIC_PLACES: readonly PublicPlace[] = [
  {
    name: 'Supermarket',
    perThousandPoints: 5.5,
    weight: 4.1,
    mix: { [V]: 0.234, [S]: 0.234, [P]: 0.134, [O]: 0.122, [A]: 0.075, [D]: 0.065, [B]: 0.028, [Y]: 0.027 },
  },
  {
    name: 'Parking Area',
    perThousandPoints: 12.6,
    weight: 1.6,
    mix: { [V]: 0.342, [P]: 0.121, [A]: 0.094, [O]: 0.094, [D]: 0.089, [S]: 0.08, [C]: 0.059, [B]: 0.028 },
  },
  {
    name: 'Shopping Area',
    perThousandPoints: 2,
    weight: 6.3,
    mix: { [V]: 0.22, [S]: 0.213, [P]: 0.143, [O]: 0.127, [A]: 0.067, [D]: 0.06, [Y]: 0.051, [T]: 0.03 },
  },
  {
    name: 'Petrol Station',
    perThousandPoints: 5.8,
    weight: 2.9,
    mix: { [O]: 0.314, [V]: 0.198, [P]: 0.108, [S]: 0.101, [A]: 0.06, [D]: 0.059, [C]: 0.056, [Y]: 0.029 },
  },
  {
    name: 'Sports/Recreation Area',
    perThousandPoints: 14.8,
    weight: 0.92,
    mix: { [V]: 0.336, [A]: 0.143, [P]: 0.119, [D]: 0.104, [O]: 0.077, [C]: 0.053, [B]: 0.047, [Y]: 0.037 },
  },
  {
    name: 'Park/Open Space',
    perThousandPoints: 5.1,
    weight: 1.45,
    mix: { [V]: 0.43, [A]: 0.191, [D]: 0.08, [P]: 0.075, [O]: 0.069, [C]: 0.033, Drugs: 0.031, [B]: 0.028 },
  },
  {
    name: 'Nightclub',
    perThousandPoints: 0.9,
    weight: 6,
    mix: { [V]: 0.48, [P]: 0.189, [O]: 0.076, [A]: 0.054, [D]: 0.045, [T]: 0.024, [Y]: 0.023, [S]: 0.023 },
  },
  {
    name: 'Hospital',
    perThousandPoints: 0.5,
    weight: 9,
    mix: { [V]: 0.452, [O]: 0.113, [A]: 0.104, [P]: 0.104, [C]: 0.07, [D]: 0.052, [B]: 0.035, [Y]: 0.026 },
  },
  {
    name: 'Police Station',
    perThousandPoints: 0.8,
    weight: 2.4,
    mix: { [V]: 0.451, [P]: 0.154, [O]: 0.114, [D]: 0.073, [A]: 0.061, [C]: 0.057, [B]: 0.028, Drugs: 0.02 },
  },
  {
    name: 'Further/Higher Educational Building',
    perThousandPoints: 1.1,
    weight: 1.6,
    mix: { [V]: 0.373, [P]: 0.161, [D]: 0.092, [A]: 0.088, [O]: 0.06, [C]: 0.056, Drugs: 0.048, [Y]: 0.036 },
  },
  {
    name: 'Pedestrian Subway',
    perThousandPoints: 1.4,
    weight: 1.65,
    mix: { [V]: 0.422, [O]: 0.131, [A]: 0.108, [D]: 0.072, [P]: 0.072, [T]: 0.052, [B]: 0.039, [Y]: 0.033 },
  },
  {
    name: 'Bus/Coach Station',
    perThousandPoints: 0.7,
    weight: 2.5,
    mix: { [V]: 0.241, [P]: 0.161, [S]: 0.115, [A]: 0.103, [O]: 0.092, [Y]: 0.08, [C]: 0.08, [D]: 0.046 },
  },
  {
    name: 'Theatre/Concert Hall',
    perThousandPoints: 0.5,
    weight: 2.1,
    mix: { [V]: 0.399, [D]: 0.109, [A]: 0.109, [P]: 0.087, [C]: 0.08, [O]: 0.072, [B]: 0.051, [T]: 0.029 },
  },
  {
    name: 'Conference/Exhibition Centre',
    perThousandPoints: 0.5,
    weight: 2.7,
    mix: { [V]: 0.384, [P]: 0.124, [C]: 0.085, [O]: 0.085, [B]: 0.068, [D]: 0.062, [Y]: 0.051, [A]: 0.051 },
  },
]
