import type { DrawnMap } from '../../shared/figures/smallMap.ts'
import { ConcernCard, type ShownConcern } from '../ui/concerns/ConcernCard.tsx'
import { LocatorGround } from '../ui/concerns/Locator.tsx'
import { usePage, usePath } from '../ui/page.ts'

export interface ConcernsPageProps {
  /** The neighbourhood's name in the page's language, and its force's. */
  name: string
  force: string
  /** Those that the most devices back first. */
  concerns: readonly ShownConcern[]
  /** null: the place has no outline. */
  ground: DrawnMap | null
  /** Backing was not counted because no cookie came back. */
  hasNoCookies: boolean
  urls: { place: string; page: string; form: string; json: string; priorities: string }
}

const groundId = 'concern-ground'

/** What residents put forward, what others think of it, and what became of it. */
export function ConcernsPage({ name, force, concerns, ground, hasNoCookies, urls }: ConcernsPageProps) {
  const { t } = usePage()
  const to = usePath()
  const open = concerns.filter(({ concern }) => !concern.takenUp)
  const takenUp = concerns.filter(({ concern }) => concern.takenUp)
  const list = (shown: readonly ShownConcern[]) => (
    <ul class="patch-concerns">
      {shown.map((one) => (
        <ConcernCard key={one.concern.id} shown={one} place={name} ground={groundId} urls={urls} />
      ))}
    </ul>
  )
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={to(urls.place)}>
          {name}, {force}
        </a>
      </p>
      <h1 class="govuk-heading-xl">{t('concerns:title', { name })}</h1>
      {hasNoCookies && (
        <p class="govuk-inset-text" role="status">
          {t('concerns:noCookies')}
        </p>
      )}
      <p class="patch-lead">{t('concerns:lead')}</p>
      <p class="govuk-body">
        <a class="govuk-button" href={to(urls.form)}>
          {t('concerns:putForward')}
        </a>
      </p>
      {ground && concerns.some(({ mark }) => mark) && <LocatorGround id={groundId} map={ground} />}
      <section class="patch-section" aria-labelledby="open">
        <h2 class="govuk-heading-l" id="open">
          {t('concerns:openList')}
        </h2>
        {open.length === 0 ? (
          <p class="govuk-body">{t('concerns:none')}</p>
        ) : (
          <>
            <p class="govuk-body-s patch-quiet patch-concerns__note">{t('concerns:whatDevices')}</p>
            {list(open)}
          </>
        )}
      </section>
      {takenUp.length > 0 && (
        <section class="patch-section" aria-labelledby="taken-up">
          <h2 class="govuk-heading-l" id="taken-up">
            {t('concerns:takenUpList')}
          </h2>
          {list(takenUp)}
        </section>
      )}
      {concerns.some(({ concern }) => concern.near) && (
        <p class="patch-figure__note">
          {t('concerns:pointsStandForAreas')} {ground?.attribution.join(' · ')}
        </p>
      )}
      <ul class="patch-links">
        <li>
          <a class="govuk-link" href={urls.json}>
            {t('concerns:json')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={to(urls.place)}>
            {t('concerns:backToPlace', { name })}
          </a>
        </li>
      </ul>
    </>
  )
}
