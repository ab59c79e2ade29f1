import type { ConcernBody } from '../../../shared/api/concerns.ts'
import type { Mark } from '../../../shared/figures/smallMap.ts'
import { usePage, usePath } from '../page.ts'
import { ConcernWords, Devices, Fate, Near } from './ConcernWords.tsx'
import { Locator } from './Locator.tsx'

export interface ShownConcern {
  concern: ConcernBody
  /** Where it lies on the small map; null where there is none. */
  mark: Mark | null
  /** The map at its point, without the language's prefix. */
  map: string | null
  /** This device backed it. */
  isBacked: boolean
}

interface Props {
  shown: ShownConcern
  /** Name of the neighbourhood, and the id of the ground of its small maps. */
  place: string
  ground: string
  urls: { page: string; priorities: string }
}

/** A concern that everyone sees, with the button that backs it. */
export function ConcernCard({ shown, place, ground, urls }: Props) {
  const { t } = usePage()
  const to = usePath()
  const { concern, mark, map, isBacked } = shown
  const own = to(`${urls.page}/${concern.id}`)
  const street = concern.near?.street || t('concerns:nearUnnamed')
  const topic = t(`concerns:topic_${concern.topic}`)
  const title = concern.near ? `${topic}, ${street}` : topic
  return (
    <li class="patch-card patch-concern" id={`concern-${concern.id}`}>
      <div class="patch-concern__text">
        <h3 class="govuk-heading-m patch-concern__topic">
          {topic}
          <span class="patch-concern__near">
            <Near near={concern.near} />
          </span>
        </h3>
        <ConcernWords words={concern.words} language={concern.language} />
        <p class="govuk-body-s patch-quiet">
          <Fate concern={concern} priorities={urls.priorities} />
        </p>
        <p class="patch-concern__devices">
          <strong>
            <Devices devices={concern.devices} />
          </strong>
          {isBacked && <> {t('concerns:backed')}</>}
        </p>
        {!concern.takenUp && (
          <form method="post" action={`${own}/${isBacked ? 'unback' : 'back'}`}>
            <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
              {t(isBacked ? 'concerns:unback' : 'concerns:back')}
              <span class="govuk-visually-hidden">: {title}</span>
            </button>
          </form>
        )}
      </div>
      {mark && map && (
        <div class="patch-concern__map">
          <Locator ground={ground} mark={mark} title={t('concerns:mapOf', { name: place, street })} />
          <a class="govuk-link" href={to(map)}>
            {t('concerns:openMap')}
            <span class="govuk-visually-hidden">: {street}</span>
          </a>
        </div>
      )}
    </li>
  )
}
