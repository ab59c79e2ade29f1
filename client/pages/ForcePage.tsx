import type { CategorySlug } from '../../shared/categories.ts'
import { ForceWords } from '../ui/ForceWords.tsx'
import { MonthGrid, type MonthYear } from '../ui/MonthGrid.tsx'
import { usePage, usePath } from '../ui/page.ts'

export interface ForcePageProps {
  name: string
  /** Paragraphs of plain text. */
  description: readonly string[]
  url: string | undefined
  telephone: string | undefined
  neighbourhoods: readonly { name: string; path: string; outline: 'police' | 'ward' | null }[]
  /** Undefined before a month is loaded. */
  months: LoadedMonths | undefined
  mapPath: string
  /** Addresses of the same facts for programs. */
  links: readonly { href: string; text: string }[]
}

export interface LoadedMonths {
  first: string
  last: string
  count: number
  /** Names of the missing months; empty when there are none. */
  missing: readonly string[]
  years: readonly MonthYear[]
  shown: ShownMonth
}

/** The month asked for, or the newest; `figures` is null where the month is not loaded, which is not zero. */
export interface ShownMonth {
  name: string
  figures: FiguresOfMonth | null
}

interface FiguresOfMonth {
  /** When it was loaded. */
  loaded: string
  total: string
  unplacedTotal: string
  rows: readonly { category: CategorySlug; count: string; unplaced: string }[]
}

/** A force: how to reach it, its neighbourhoods, which months are here, and its newest month by category. */
export function ForcePage(props: ForcePageProps) {
  const { t } = usePage()
  return (
    <>
      <p class="patch-eyebrow">{t('force:eyebrow')}</p>
      <h1 class="govuk-heading-xl">{props.name}</h1>
      {props.description.map((paragraph) => (
        <p class="govuk-body" key={paragraph}>
          <ForceWords>{paragraph}</ForceWords>
        </p>
      ))}
      <Contacts {...props} />
      <Neighbourhoods neighbourhoods={props.neighbourhoods} />
      {props.months ? (
        <div class="patch-pair">
          <Recorded month={props.months.shown} force={props.name} />
          <Months months={props.months} name={props.name} />
        </div>
      ) : (
        <section class="patch-section" aria-labelledby="recorded">
          <h2 class="govuk-heading-m" id="recorded">
            {t('force:recordedNone')}
          </h2>
          <p class="govuk-body">{t('force:recordedNoneExplained')}</p>
        </section>
      )}
      <Links {...props} />
    </>
  )
}

function Contacts({ url, telephone, mapPath }: ForcePageProps) {
  const { t } = usePage()
  const to = usePath()
  return (
    <dl class="patch-facts">
      <div>
        <dt>{t('force:emergency')}</dt>
        <dd>
          <a class="govuk-link" href="tel:999">
            999
          </a>
        </dd>
      </div>
      <div>
        <dt>{t('force:telephone')}</dt>
        <dd>
          <a class="govuk-link" href={`tel:${(telephone ?? '101').replace(/[^\d+]/g, '')}`}>
            {telephone ?? '101'}
          </a>
        </dd>
      </div>
      {url && (
        <div>
          <dt>{t('force:website')}</dt>
          <dd>
            <a class="govuk-link" href={url}>
              {url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </a>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('common:map')}</dt>
        <dd>
          <a class="govuk-link" href={to(mapPath)}>
            {t('force:map')}
          </a>
        </dd>
      </div>
    </dl>
  )
}

function Neighbourhoods({ neighbourhoods }: Pick<ForcePageProps, 'neighbourhoods'>) {
  const { t } = usePage()
  const to = usePath()
  const withWards = neighbourhoods.some((one) => one.outline === 'ward')
  const withNone = neighbourhoods.some((one) => one.outline === null)
  return (
    <section class="patch-section" aria-labelledby="neighbourhoods">
      <h2 class="govuk-heading-m" id="neighbourhoods">
        {t('force:neighbourhoods', { count: neighbourhoods.length })}
      </h2>
      <ul class="govuk-list patch-columns">
        {neighbourhoods.map((one) => (
          <li key={one.path}>
            <a class="govuk-link" href={to(one.path)}>
              {one.name}
            </a>
            {one.outline === null && <span class="patch-columns__note">{t('force:noOutline')}</span>}
          </li>
        ))}
      </ul>
      {withNone && <p class="govuk-body-s patch-quiet">{t('force:noOutlineExplained')}</p>}
      {withWards && (
        <p class="govuk-body-s patch-quiet">
          {t('force:wardOutlines')}{' '}
          <a class="govuk-link" href={to('/about-the-data#outlines')}>
            {t('force:wardOutlinesMore')}
          </a>
        </p>
      )}
    </section>
  )
}

function Recorded({ month, force }: { month: ShownMonth; force: string }) {
  const { t } = usePage()
  const { figures } = month
  if (!figures)
    return (
      <section class="patch-section" aria-labelledby="recorded">
        <h2 class="govuk-heading-m" id="recorded">
          {t('force:recorded', { month: month.name })}
        </h2>
        <p class="govuk-body">{t('force:monthNotHere', { force, month: month.name })}</p>
      </section>
    )
  return (
    <section class="patch-section" aria-labelledby="recorded">
      <h2 class="govuk-heading-m" id="recorded">
        {t('force:recorded', { month: month.name })}
      </h2>
      <p class="govuk-body">
        {t('force:recordedExplained', { total: figures.total, unplaced: figures.unplacedTotal })}
      </p>
      <table class="govuk-table patch-force-table">
        <caption class="govuk-visually-hidden">{t('force:recordedCaption', { month: month.name })}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              {t('force:category')}
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {t('force:count')}
            </th>
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {t('force:unplaced')}
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {figures.rows.map((row) => (
            <tr class="govuk-table__row" key={row.category}>
              <th scope="row" class="govuk-table__header">
                {t(`categories:${row.category}`)}
              </th>
              <td class="govuk-table__cell govuk-table__cell--numeric">{row.count}</td>
              <td class="govuk-table__cell govuk-table__cell--numeric">{row.unplaced}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {t('categories:all-crime')}
            </th>
            <td class="govuk-table__cell govuk-table__cell--numeric">{figures.total}</td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{figures.unplacedTotal}</td>
          </tr>
        </tfoot>
      </table>
      <p class="govuk-body-s patch-quiet">{t('force:source', { month: month.name, date: figures.loaded })}</p>
    </section>
  )
}

function Months({ months, name }: { months: LoadedMonths; name: string }) {
  const { t } = usePage()
  return (
    <section class="patch-section" aria-labelledby="months">
      <h2 class="govuk-heading-m" id="months">
        {t('force:months')}
      </h2>
      <MonthsInWords months={months} />
      <MonthGrid caption={t('force:monthsCaption', { force: name })} years={months.years} />
    </section>
  )
}

/** Which months are loaded and which are missing, as sentences. */
export function MonthsInWords({ months }: { months: Omit<LoadedMonths, 'shown'> }) {
  const { t } = usePage()
  return (
    <>
      <p class="govuk-body">
        {t('force:monthsLoaded', { count: months.count, first: months.first, last: months.last })}
      </p>
      <p class="govuk-body">
        {months.missing.length === 0
          ? t('force:monthsNoneMissing')
          : t('force:monthsMissing', { months: months.missing.join(', '), count: months.missing.length })}
      </p>
    </>
  )
}

function Links({ links }: ForcePageProps) {
  const { t } = usePage()
  const to = usePath()
  return (
    <section class="patch-section" aria-labelledby="data">
      <h2 class="govuk-heading-m" id="data">
        {t('force:data')}
      </h2>
      <ul class="govuk-list">
        {links.map((link) => (
          <li key={link.href}>
            <a class="govuk-link" href={link.href}>
              {link.text}
            </a>
          </li>
        ))}
        <li>
          <a class="govuk-link" href={to('/about-the-data')}>
            {t('force:about')}
          </a>
        </li>
      </ul>
    </section>
  )
}
