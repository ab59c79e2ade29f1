import type { ConcernBody } from '../../shared/api/concerns.ts'
import { ConcernWords, Near } from '../ui/concerns/ConcernWords.tsx'
import { usePage, usePath } from '../ui/page.ts'

export interface FollowConcernPageProps {
  /** The neighbourhood; its list's path, and the page's own, without the language's prefix. */
  place: { name: string; list: string }
  path: string
  /** The page's whole address, to be kept. */
  address: string
  sent: string
  /** The address was sent to the sender too. */
  isMailed: boolean
  /** What became of it, a sentence each. */
  status: readonly string[]
  /** The anchor of the list where it, or the one that it was merged into, stands; null while it does not. */
  shownAs: number | null
  concern: Pick<ConcernBody, 'topic' | 'words' | 'language' | 'near'>
}

/** A sender's private page: what became of their concern. */
export function FollowConcernPage({ place, path, address, sent, status, concern, ...props }: FollowConcernPageProps) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-message">
      <h1 class="govuk-heading-l">{t('concerns:followTitle', { name: place.name })}</h1>
      <p class="govuk-body">{sent}</p>
      <section class="patch-card" aria-labelledby="keep">
        <h2 class="govuk-heading-s" id="keep">
          {t('concerns:linkKeep')}
        </h2>
        <p class="govuk-body patch-message__address">{address}</p>
        <p class="govuk-body">
          {t('concerns:linkExplained')} {props.isMailed && t('concerns:linkMailed')}
        </p>
      </section>
      <section aria-labelledby="status">
        <h2 class="govuk-heading-m" id="status">
          {t('concerns:statusTitle')}
        </h2>
        <ul class="govuk-list patch-message__status">
          {status.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {props.shownAs !== null && (
          <p class="govuk-body">
            <a class="govuk-link" href={to(`${place.list}#concern-${props.shownAs}`)}>
              {t('concerns:seeIt')}
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="words">
        <h2 class="govuk-heading-m" id="words">
          {t('concerns:yourWords')}
        </h2>
        <p class="govuk-body">
          <strong>{t(`concerns:topic_${concern.topic}`)}</strong>, <Near near={concern.near} />
        </p>
        <ConcernWords words={concern.words} language={concern.language} />
      </section>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={to(`${path}/withdraw`)}>
            {t('concerns:withdrawLink')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={to(place.list)}>
            {t('concerns:backToList', { name: place.name })}
          </a>
        </li>
      </ul>
    </div>
  )
}
