import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import { NearbyPlaces } from '../ui/NearbyPlaces.tsx'
import { type PlaceLine, PlaceList } from '../ui/PlaceList.tsx'
import { usePage, usePath } from '../ui/page.ts'
import { SearchBox } from '../ui/SearchBox.tsx'

/** What the search page tells: everything is already what it shows. */
export type SearchView =
  | { kind: 'empty' }
  | {
      kind: 'postcodeOutside'
      nearest: PlaceLine[]
      withoutOutline: PlaceLine[]
      forceName: string
      mapPath: string
    }
  | {
      kind: 'postcodeUnknown'
      outward: string
      near: PlaceLine[]
      /** Postcodes of its first half are held, and none of them is in an outline. */
      allOutside: boolean
      loaded: string | undefined
    }
  | { kind: 'beginning'; text: string; places: PlaceLine[]; someOutside: boolean }
  | { kind: 'names'; groups: PlaceGroup[]; more: boolean; alike: boolean }
  /** `beginning` is what may begin postcodes of which none is held; `anyPostcodes` whether any at all are. */
  | { kind: 'nothing'; beginning: string | undefined; anyPostcodes: boolean }

export interface PlaceGroup {
  kind: 'neighbourhood' | 'place' | 'street'
  places: PlaceLine[]
}

interface Props {
  /** What was typed, as it was typed. */
  text: string
  view: SearchView
  heading: string
}

/** The answer to a search that does not lead straight to one page. */
export function SearchPage({ text, view, heading }: Props) {
  const { t } = usePage()
  const error = view.kind === 'empty' ? t('search:emptyError') : undefined
  return (
    <>
      {error && <ErrorSummary title={t('common:problem')} errors={[{ text: error, href: '#q' }]} />}
      <h1 class="govuk-heading-l">{heading}</h1>
      {view.kind !== 'empty' && <Answer view={view} />}
      <div class={view.kind === 'empty' ? undefined : 'patch-again'}>
        <SearchBox
          label={view.kind === 'empty' ? t('home:searchLabel') : t('search:again')}
          value={text}
          error={error}
          primary={view.kind === 'empty' || view.kind === 'nothing' || view.kind === 'postcodeUnknown'}
        />
      </div>
    </>
  )
}

function Answer({ view }: { view: Exclude<SearchView, { kind: 'empty' }> }) {
  switch (view.kind) {
    case 'postcodeOutside':
      return <PostcodeOutside view={view} />
    case 'postcodeUnknown':
      return <PostcodeUnknown view={view} />
    case 'beginning':
      return <Beginning view={view} />
    case 'names':
      return <Names view={view} />
    case 'nothing':
      return <Nothing view={view} />
    default:
      return view satisfies never
  }
}

function PostcodeOutside({ view }: { view: Extract<SearchView, { kind: 'postcodeOutside' }> }) {
  const { t } = usePage()
  return (
    <>
      <p class="govuk-body">{t('search:outsideExplained')}</p>
      <NearbyPlaces {...view} />
    </>
  )
}

function PostcodeUnknown({ view }: { view: Extract<SearchView, { kind: 'postcodeUnknown' }> }) {
  const { t } = usePage()
  return (
    <>
      <p class="govuk-body">{t('search:unknownWhy')}</p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('search:unknownMistyped')}</li>
        <li>{t('search:unknownNew')}</li>
        <li>{t('search:unknownArea')}</li>
      </ul>
      {view.allOutside && <p class="govuk-body">{t('search:unknownAllOutside', { text: view.outward })}</p>}
      {view.loaded && <p class="govuk-body">{t('search:postcodesLoaded', { date: view.loaded })}</p>}
      {view.near.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('search:sameOutward', { outward: view.outward })}</h2>
          <PlaceList places={view.near} />
        </>
      )}
    </>
  )
}

function Beginning({ view }: { view: Extract<SearchView, { kind: 'beginning' }> }) {
  const { t } = usePage()
  return (
    <>
      {view.places.length > 0 && (
        <>
          <p class="govuk-body">
            {t(view.places.length > 1 ? 'search:beginningExplained' : 'search:beginningOne', { text: view.text })}
          </p>
          <PlaceList places={view.places} />
        </>
      )}
      {view.someOutside && (
        <p class="govuk-body">
          {t(view.places.length > 0 ? 'search:someOutside' : 'search:allOutside', { text: view.text })}
        </p>
      )}
    </>
  )
}

function Names({ view }: { view: Extract<SearchView, { kind: 'names' }> }) {
  const { t } = usePage()
  return (
    <>
      {view.alike && <p class="govuk-body">{t('search:alikeExplained')}</p>}
      {view.groups.map((group) => (
        <section key={group.kind}>
          <h2 class="govuk-heading-m">{t(`search:group_${group.kind}`)}</h2>
          <PlaceList places={group.places} />
        </section>
      ))}
      {view.more && <p class="govuk-body">{t('search:more')}</p>}
    </>
  )
}

function Nothing({ view }: { view: Extract<SearchView, { kind: 'nothing' }> }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <>
      {!view.anyPostcodes && <p class="govuk-body">{t('search:nothingNoPostcodes')}</p>}
      {view.anyPostcodes && view.beginning && (
        <p class="govuk-body">{t('search:nothingBeginning', { text: view.beginning })}</p>
      )}
      <p class="govuk-body">{t('search:nothingTry')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {view.anyPostcodes && <li>{t(view.beginning ? 'search:nothingOther' : 'search:nothingPostcode')}</li>}
        <li>{t('search:nothingSpelling')}</li>
        <li>
          <a class="govuk-link" href={to('/map')}>
            {t('search:nothingMap')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={to('/#forces')}>
            {t('search:nothingForces')}
          </a>
        </li>
      </ul>
    </>
  )
}
