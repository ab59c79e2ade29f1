import { usePage } from '../../page.ts'

export const phoneViews = ['now', 'questions', 'agenda'] as const
export type PhoneView = (typeof phoneViews)[number]

interface Props {
  view: PhoneView | undefined
  onView: ((view: PhoneView) => void) | undefined
  /** How many questions are open. */
  questions: number
}

/** The quiet bar at the bottom of a phone: links to the parts of the page, which with script show one at a time. */
export function ViewBar({ view, onView, questions }: Props) {
  const { t } = usePage()
  return (
    <nav class="patch-view-bar" aria-label={t('liveMeeting:views')}>
      <ul>
        {phoneViews.map((one) => (
          <li key={one}>
            <a
              href={`#${one}`}
              {...(view === one ? { 'aria-current': 'true' as const } : {})}
              onClick={
                onView &&
                ((event) => {
                  event.preventDefault()
                  onView(one)
                })
              }
            >
              {t(`liveMeeting:view_${one}`)}
              {one === 'questions' && questions > 0 && <span class="patch-view-bar__count">{questions}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
