import { NearbyPlaces, type NearbyPlacesProps } from '../ui/NearbyPlaces.tsx'
import { usePage } from '../ui/page.ts'
import { SearchBox } from '../ui/SearchBox.tsx'

/** For a device's position outside every outline: what is near, and the search box again. */
export function LocatePage(props: NearbyPlacesProps) {
  const { t } = usePage()
  return (
    <>
      <h1 class="govuk-heading-l">{t('search:locateTitle')}</h1>
      <p class="govuk-body">{t('search:locateExplained')}</p>
      <NearbyPlaces {...props} />
      <section class="patch-section">
        <SearchBox label={t('home:searchLabel')} primary={false} />
      </section>
    </>
  )
}
