import { usePage } from '../../page.ts'
import { openQuestions } from '../inOrder.ts'
import type { ItemPartProps, KindParts } from './kinds.ts'

const shown = 3

/** Questions from the floor: those most wanted stand beside the item. */
export const questionsParts: KindParts = {
  Phone: ({ state }) => <Top state={state} />,
  Screen: ({ state }) => <Top state={state} />,
  Chair: () => <p class="patch-chair__hint">The most wanted question stands first under Questions.</p>,
}

function Top({ state }: Pick<ItemPartProps, 'state'>) {
  const { t } = usePage()
  // What is being answered or held up stands large by itself.
  const top = openQuestions(state.questions)
    .filter((question) => question.state === 'open' && !question.isPinned)
    .slice(0, shown)
  if (top.length === 0) return null
  return (
    <div class="patch-top">
      <p class="patch-top__heading">{t('liveMeeting:screenTop')}</p>
      <ol class="patch-top__list">
        {top.map((question) => (
          <li key={question.id}>
            {question.text}{' '}
            <span class="patch-top__backings">{t('liveMeeting:backings', { count: question.backings })}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
