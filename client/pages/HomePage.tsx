import { Fields } from '../ui/Fields.tsx'
import { usePage, usePath } from '../ui/page.ts'
import { SearchBox } from '../ui/SearchBox.tsx'

/** A force as the first page lists it. */
export interface LoadedForce {
  name: string
  path: string
  invented: boolean
  neighbourhoods: number
  /** "September 2022"; undefined before any month is loaded. */
  newestMonth: string | undefined
}

/** The first page: one search box, what is to be found, the forces that are loaded. */
export function HomePage({ forces }: { forces: readonly LoadedForce[] }) {
  const { t } = usePage()
  return (
    <>
      <div class="patch-hero">
        <Fields />
        <div class="govuk-width-container patch-hero__content">
          <h1 class="govuk-heading-xl">{t('home:title')}</h1>
          <p class="patch-lead">{t('home:lead')}</p>
          <SearchBox label={t('home:searchLabel')} hint={t('home:searchHint')} primary />
        </div>
      </div>
      <div class="govuk-width-container">
        <ul class="patch-finds">
          {(['team', 'priorities', 'recorded'] as const).map((find) => (
            <li key={find}>
              <h2>{t(`home:find_${find}`)}</h2>
              <p>{t(`home:find_${find}_explained`)}</p>
            </li>
          ))}
        </ul>
        <Forces forces={forces} />
      </div>
    </>
  )
}

function Forces({ forces }: { forces: readonly LoadedForce[] }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <section id="forces" class="patch-section">
      <h2 class="govuk-heading-m">{t('home:forces')}</h2>
      {forces.length === 0 ? (
        <p class="govuk-body">
          {t('home:noForces')}{' '}
          <a class="govuk-link" href={to('/about-the-data#load')}>
            {t('common:inventedPlaceLoad')}
          </a>
        </p>
      ) : (
        <ul class="patch-forces">
          {forces.map((force) => (
            <li class="patch-card" key={force.path}>
              <a class="govuk-link" href={to(force.path)}>
                {force.name}
              </a>{' '}
              {force.invented && <span class="patch-tag">{t('home:invented')}</span>}
              <p>{t('home:neighbourhoodCount', { count: force.neighbourhoods })}</p>
              <p>
                {force.newestMonth === undefined
                  ? t('home:noMonth')
                  : t('home:newestMonth', { month: force.newestMonth })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
