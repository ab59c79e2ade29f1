import type { MinutesLine } from '../../../shared/minutes/minutes.ts'
import { dayInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage } from '../page.ts'

/** Notes, decisions and actions in the order in which they were written. */
export function Lines({ lines }: { lines: readonly MinutesLine[] }) {
  if (lines.length === 0) return null
  return (
    <ul class="patch-minutes__lines">
      {lines.map((line) => (
        <Line line={line} key={line.id} />
      ))}
    </ul>
  )
}

function Line({ line: { id, kind, text, owner, dueOn } }: { line: MinutesLine }) {
  const { t, language } = usePage()
  return (
    <li class={`patch-minutes__line patch-minutes__line--${kind}`} id={`line-${id}`}>
      {kind !== 'note' && <strong class="patch-minutes__kind">{t(`minutes:line_${kind}`)}: </strong>}
      <span class="patch-minutes__text">
        <ForceWords>{text}</ForceWords>
      </span>
      {owner && <span class="patch-minutes__by"> {t('minutes:actionBy', { owner })}</span>}
      {dueOn && (
        <span class="patch-minutes__by"> {t('minutes:actionDueOn', { day: dayInWords(dueOn, language) })}</span>
      )}
    </li>
  )
}
