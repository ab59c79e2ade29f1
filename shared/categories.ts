/** The fourteen categories that data.police.uk publishes, by its slugs, in its order. */
export const categorySlugs = [
  'anti-social-behaviour',
  'bicycle-theft',
  'burglary',
  'criminal-damage-arson',
  'drugs',
  'other-theft',
  'possession-of-weapons',
  'public-order',
  'robbery',
  'shoplifting',
  'theft-from-the-person',
  'vehicle-crime',
  'violent-crime',
  'other-crime',
] as const

export type CategorySlug = (typeof categorySlugs)[number]

/** A category, or all of them together. */
export const categoryFilters = ['all-crime', ...categorySlugs] as const
export type CategoryFilter = (typeof categoryFilters)[number]

/** Whether a text is a category's slug or `all-crime`. */
export function isCategoryFilter(text: string): text is CategoryFilter {
  return (categoryFilters as readonly string[]).includes(text)
}
