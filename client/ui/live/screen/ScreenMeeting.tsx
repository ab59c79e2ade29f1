import type { MeetingState, Question } from '../../../../shared/live/state.ts'
import { usePage } from '../../page.ts'
import { itemOn, type ShownMeeting, titleIn } from '../facts.ts'
import { ItemTimer } from '../ItemTimer.tsx'
import { openQuestions } from '../inOrder.ts'
import { kindParts } from '../kinds/kinds.ts'
import { Panel } from '../Panel.tsx'
import { Speaking } from '../Speaking.tsx'
import { JoinCorner } from './JoinCorner.tsx'
import { StillToCome } from './StillToCome.tsx'

interface Props extends ShownMeeting {
  online: number
  code: { size: number; path: string }
}

/** The projector: the item in large letters, its time, who speaks, the question at hand; how to join in a corner, always. */
export function ScreenMeeting({ facts, state, online, code }: Props) {
  const { t } = usePage()
  return (
    <div class={state.phase === 'planned' ? 'patch-screen patch-screen--waiting' : 'patch-screen'}>
      <header class="patch-screen__head">
        <p>
          {facts.title}, {facts.place.name}
        </p>
        <p>{state.phase === 'running' && online > 0 && t('liveMeeting:devices', { count: online })}</p>
      </header>
      <div class="patch-screen__main">
        <WhatIsOn facts={facts} state={state} />
      </div>
      <footer class="patch-screen__foot">
        <p class="patch-screen__invented">{facts.isInvented && t('liveMeeting:screenInvented')}</p>
        <JoinCorner facts={facts} code={code} />
      </footer>
    </div>
  )
}

function WhatIsOn({ facts, state }: ShownMeeting) {
  const { t, language } = usePage()
  if (state.phase === 'planned')
    return (
      <div class="patch-screen__before">
        <div>
          <h1 class="patch-screen__title">{facts.title}</h1>
          <p class="patch-screen__text patch-screen__day">{facts.startsDay}</p>
          <p class="patch-screen__text">
            {facts.isCancelled ? t('liveMeeting:cancelled') : t('liveMeeting:screenSoon', { time: facts.startsTime })}
          </p>
          <p class="patch-screen__text">{facts.where}</p>
        </div>
        {!facts.isCancelled && <StillToCome state={state} />}
      </div>
    )
  if (state.phase !== 'running')
    return (
      <>
        <h1 class="patch-screen__title">{t('liveMeeting:screenThanks')}</h1>
        <p class="patch-screen__text">{t('liveMeeting:screenMinutes')}</p>
      </>
    )
  const item = itemOn(state)
  if (!item) return <h1 class="patch-screen__title">{facts.title}</h1>
  const { Screen } = kindParts[item.kind]
  const question = atHand(state)
  return (
    <>
      <p class="patch-screen__place">
        {t('liveMeeting:itemOf', { number: state.items.indexOf(item) + 1, count: state.items.length })}
        {item.lead !== '' && ` · ${t('liveMeeting:leads', { name: item.lead })}`}
      </p>
      <div class={item.shows.length > 0 && !question ? 'patch-screen__line' : ''}>
        <h1 class="patch-screen__title">{titleIn(language, item)}</h1>
        <p class="patch-screen__timer">
          {state.pausedSince === null ? (
            <ItemTimer item={item} />
          ) : (
            <span class="patch-timer">{t('liveMeeting:paused')}</span>
          )}
        </p>
      </div>
      <Speaking queue={state.queue} />
      {question ? (
        <AtHand question={question} />
      ) : (
        <>
          <Screen item={item} state={state} />
          {item.shows.length > 0 ? <Panel item={item} key={`panel ${item.id}`} /> : <StillToCome state={state} />}
        </>
      )}
    </>
  )
}

/** The question that is being answered, else the first that the chair holds up. */
function atHand({ questions }: MeetingState): Question | undefined {
  return openQuestions(questions).find(({ state, isPinned }) => state === 'answering' || isPinned)
}

function AtHand({ question }: { question: Question }) {
  const { t } = usePage()
  return (
    <figure
      class={
        question.text.length > 220 ? 'patch-screen__question patch-screen__question--long' : 'patch-screen__question'
      }
    >
      <blockquote>{question.text}</blockquote>
      <figcaption>
        {[
          question.name && t('liveMeeting:askedBy', { name: question.name }),
          t('liveMeeting:backings', { count: question.backings }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </figcaption>
    </figure>
  )
}
