import type { Contact, NeighbourhoodBody } from '../../shared/api/neighbourhoods.ts'
import type { EventBody, PrioritiesBody } from '../../shared/api/priorities.ts'
import type { MonthFigures } from '../../shared/figures/monthFigures.ts'
import { formatCount, formatList, formatMonth } from '../../shared/figures/numbers.ts'
import type { DrawnMap } from '../../shared/figures/smallMap.ts'
import { HaveYourSay } from '../ui/concerns/HaveYourSay.tsx'
import { type BehindProps, BehindTheFigures } from '../ui/figures/BehindTheFigures.tsx'
import { DataLinks } from '../ui/figures/DataLinks.tsx'
import { MonthChooser } from '../ui/figures/MonthChooser.tsx'
import { MonthOfCrimes } from '../ui/figures/MonthOfCrimes.tsx'
import { MonthsInARow } from '../ui/figures/MonthsInARow.tsx'
import { usePage, usePath } from '../ui/page.ts'
import { CurrentPriorities } from '../ui/priorities/CurrentPriorities.tsx'
import { NextMeeting } from '../ui/priorities/NextMeeting.tsx'
import { PlacesTable, SmallMap } from '../ui/smallMap/SmallMap.tsx'
import { StandardsLine, type StandardsLineProps } from '../ui/standards/StandardsLine.tsx'
import { AboutPlace } from '../ui/team/AboutPlace.tsx'
import { Team } from '../ui/team/Team.tsx'

export interface NeighbourhoodPageProps {
  /** The facts of the place, the same as its JSON twin gives. */
  place: NeighbourhoodBody
  /** Its name in the page's language. */
  name: string
  /** The force's own number, where it has one besides 101. */
  forceTelephone: Contact | null
  /** Those that are not over, by when they start. */
  events: readonly EventBody[]
  /** Which of them are meetings with an agenda. */
  withAgenda: ReadonlySet<number>
  priorities: Pick<PrioritiesBody, 'open' | 'closed'>
  /** How many concerns of residents are shown. */
  concerns: number
  /** null: the place has no outline, or nothing of its force is loaded. */
  figures: MonthFigures | null
  behind: BehindProps
  /** null: the place has no outline. */
  map: DrawnMap | null
  /** What the team promises, in a line. */
  standards: StandardsLineProps
  /** Addresses without the language's prefix. */
  urls: { page: string; force: string; map: string; json: string; series: string; seriesCsv: string; feed: string }
}

/** A neighbourhood: whom to reach, what comes next, then what was recorded. The order is the point of the page. */
export function NeighbourhoodPage(props: NeighbourhoodPageProps) {
  const { place, name, forceTelephone, events, priorities, figures, behind, map, urls } = props
  const { t } = usePage()
  const to = usePath()
  const { force } = place
  return (
    <div class="patch-place">
      <p class="patch-eyebrow">
        <a class="govuk-link" href={to(urls.force)}>
          {force.name}
        </a>
      </p>
      <h1 class="govuk-heading-xl patch-place__name">{name}</h1>
      <div class="patch-place__first">
        <Team
          force={{ name: force.name, url: force.url, telephone: forceTelephone }}
          contacts={place.contacts}
          team={place.team}
          stations={place.stations}
          links={place.links}
          url={place.url}
          contactPath={`${urls.page}/contact`}
        />
        <div class="patch-place__next">
          <NextMeeting
            events={events}
            withAgenda={props.withAgenda}
            url={`${urls.page}/priorities`}
            meetingsUrl={`${urls.page}/meetings`}
          />
          <CurrentPriorities
            open={priorities.open}
            hasClosed={priorities.closed.length > 0}
            url={`${urls.page}/priorities`}
          />
          <HaveYourSay count={props.concerns} url={`${urls.page}/concerns`} />
          <AboutPlace description={place.description} />
        </div>
      </div>
      <section class="patch-section" aria-labelledby="figures">
        {figures ? (
          <Figures place={place} figures={figures} force={force.name} action={to(urls.page)} behind={behind} />
        ) : (
          <>
            <NoFigures place={place} forceUrl={to(urls.force)} />
            <BehindTheFigures {...behind} />
          </>
        )}
      </section>
      <section class="patch-section" aria-labelledby="map">
        <h2 class="govuk-heading-l" id="map">
          {map ? t('neighbourhood:map') : t('common:map')}
        </h2>
        <MapPart place={place} name={name} figures={figures} map={map} url={to(urls.map)} />
      </section>
      <StandardsLine {...props.standards} />
      <DataLinks urls={urls} hasFigures={figures !== null} />
    </div>
  )
}

interface FiguresProps {
  place: NeighbourhoodBody
  figures: MonthFigures
  force: string
  action: string
  behind: BehindProps
}

function Figures({ place, figures, force, action, behind }: FiguresProps) {
  const { t, language } = usePage()
  return (
    <>
      <div class="patch-figures__head">
        <h2 class="govuk-heading-l" id="figures">
          {t('neighbourhood:recordedIn', { month: formatMonth(figures.shown.month, language) })}
        </h2>
        <MonthChooser choices={figures.choices} chosen={figures.shown.month} action={action} />
      </div>
      <WardsStandIn place={place} />
      <div class="patch-figures">
        <div class="patch-figures__part">
          <MonthOfCrimes figures={figures} force={force} />
        </div>
        <div class="patch-figures__part">
          <MonthsInARow figures={figures} force={force} />
          <BehindTheFigures {...behind} />
        </div>
      </div>
    </>
  )
}

/** Why there are no figures: said in words, so that nobody reads zero. */
function NoFigures({ place, forceUrl }: { place: NeighbourhoodBody; forceUrl: string }) {
  const { t } = usePage()
  const force = place.force.name
  return (
    <>
      <h2 class="govuk-heading-l" id="figures">
        {t('neighbourhood:noFigures')}
      </h2>
      <p class="govuk-body">
        {place.outline ? t('neighbourhood:nothingLoaded', { force }) : t('neighbourhood:noOutlineNoFigures', { force })}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={forceUrl}>
          {t('neighbourhood:forceFigures', { force })}
        </a>
      </p>
    </>
  )
}

/** Said before the figures: they are of the wards that stand in, not of the police's own outline. */
function WardsStandIn({ place }: { place: NeighbourhoodBody }) {
  const { t, language } = usePage()
  if (place.outline?.source !== 'ward') return null
  return (
    <p class="govuk-inset-text patch-stand-in">
      {t('neighbourhood:wardsStandIn', {
        force: place.force.name,
        count: place.outline.areaNames.length,
        wards: formatList(place.outline.areaNames, language),
      })}
    </p>
  )
}

interface MapPartProps {
  place: NeighbourhoodBody
  name: string
  figures: MonthFigures | null
  map: DrawnMap | null
  url: string
}

function MapPart({ place, name, figures, map, url }: MapPartProps) {
  const { t, language } = usePage()
  const force = place.force.name
  if (!map || !place.outline)
    return (
      <>
        <p class="govuk-body">{t('neighbourhood:noOutline', { force })}</p>
        <p class="govuk-body">
          <a class="govuk-link" href={url}>
            {t('neighbourhood:openForceMap', { force })}
          </a>
        </p>
      </>
    )
  const month = figures ? formatMonth(figures.shown.month, language) : ''
  const drawn = figures?.comparison ? map.circles.length : undefined
  const caption = t('charts:placesTable', { name, month })
  return (
    <div class="patch-map-part">
      <SmallMap
        map={map}
        title={t('charts:mapTitle', { name })}
        description={
          drawn === undefined
            ? t('charts:mapWithoutFigures')
            : t('charts:mapDescription', { count: drawn, number: formatCount(drawn, language), month })
        }
      />
      <div class="patch-map-part__words">
        <p class="govuk-body">
          <a class="govuk-button govuk-button--secondary" href={url}>
            {t('neighbourhood:openMap')}
          </a>
        </p>
        {drawn !== undefined && <p class="patch-figure__note">{t('charts:pointsStandForAreas')}</p>}
        {figures && <PlacesTable places={map.places} caption={caption} />}
      </div>
    </div>
  )
}
