import { Island } from '../ui/Island.tsx'
import { MapScreen } from '../ui/map/MapScreen.tsx'
import type { CrimeMapProps } from '../ui/map/props.ts'
import { usePage } from '../ui/page.ts'

/** The map of recorded crime with its table; undefined where there are no figures yet. */
export function MapPage({ map }: { map: CrimeMapProps | undefined }) {
  const { t } = usePage()
  return (
    <>
      <h1 class="govuk-heading-m patch-map-title">{t('map:title')}</h1>
      {map ? (
        <>
          <noscript>
            <p class="govuk-inset-text">{map.words.needsScript}</p>
          </noscript>
          <Island name="CrimeMap" props={map} when="load">
            <MapScreen {...map} stage={{ kind: 'starting' }} />
          </Island>
        </>
      ) : (
        <p class="govuk-body">{t('map:noMonths')}</p>
      )}
    </>
  )
}
