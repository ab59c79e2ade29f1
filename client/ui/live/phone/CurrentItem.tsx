import type { MeetingState } from '../../../../shared/live/state.ts'
import { usePage } from '../../page.ts'
import { itemOn, titleIn } from '../facts.ts'
import { ItemTimer } from '../ItemTimer.tsx'
import { kindParts } from '../kinds/kinds.ts'

/** The item that is on: the one thing that the phone shows. */
export function CurrentItem({ state }: { state: MeetingState }) {
  const { t, language } = usePage()
  const item = itemOn(state)
  if (!item) return <p class="govuk-body">{t('liveMeeting:nothingOn')}</p>
  const { Phone } = kindParts[item.kind]
  const number = state.items.indexOf(item) + 1
  return (
    <article class="patch-current-item" aria-labelledby="item-title">
      <p class="patch-eyebrow">
        {t('liveMeeting:itemOf', { number, count: state.items.length })} · {t(`live:kind_${item.kind}`)}
      </p>
      <h2 class="govuk-heading-l patch-current-item__title" id="item-title">
        {titleIn(language, item)}
      </h2>
      <p class="patch-current-item__about">
        {state.pausedSince === null ? <ItemTimer item={item} /> : <strong>{t('liveMeeting:paused')}</strong>}
        {item.lead !== '' && <span>{t('liveMeeting:leads', { name: item.lead })}</span>}
      </p>
      {item.documents.length > 0 && (
        <ul class="govuk-list patch-current-item__documents" aria-label={t('liveMeeting:documents')}>
          {item.documents.map(({ title, url }) => (
            <li key={url}>
              <a class="govuk-link" href={url} target="_blank" rel="noopener noreferrer">
                {title || url}
              </a>
            </li>
          ))}
        </ul>
      )}
      <Phone item={item} state={state} key={item.id} />
    </article>
  )
}
