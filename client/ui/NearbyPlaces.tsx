import { type PlaceLine, PlaceList } from './PlaceList.tsx'
import { usePage, usePath } from './page.ts'

export interface NearbyPlacesProps {
  nearest: readonly PlaceLine[]
  /** Neighbourhoods that have no outline and so may hold the position. */
  withoutOutline: readonly PlaceLine[]
  /** The force of those without an outline. */
  forceName: string
  mapPath: string
}

/** What is near a position outside every outline: the nearest neighbourhoods, the map there, and those without an outline. */
export function NearbyPlaces({ nearest, withoutOutline, forceName, mapPath }: NearbyPlacesProps) {
  const { t } = usePage()
  const to = usePath()
  return (
    <>
      {nearest.length === 0 && <p class="govuk-body">{t('search:nothingNear')}</p>}
      {nearest.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('search:nearest')}</h2>
          <PlaceList places={nearest} />
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={to(mapPath)}>
          {t('search:mapHere')}
        </a>
      </p>
      {withoutOutline.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('search:withoutOutline', { force: forceName })}</h2>
          <p class="govuk-body">{t('search:withoutOutlineExplained')}</p>
          <PlaceList places={withoutOutline} />
        </>
      )}
    </>
  )
}
