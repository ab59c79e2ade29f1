import type { MinutesQuestion } from '../../../shared/minutes/minutes.ts'
import { dateInWords } from '../../../shared/time/words.ts'
import { usePage } from '../page.ts'

/** Questions with what became of each. */
export function Questions({ questions }: { questions: readonly MinutesQuestion[] }) {
  return (
    <ul class="patch-minutes__questions">
      {questions.map((question) => (
        <Question question={question} key={question.id} />
      ))}
    </ul>
  )
}

function Question({ question }: { question: MinutesQuestion }) {
  const { t, language } = usePage()
  const { id, text, name, alsoAsked, backings, outcome, answer, answeredAt } = question
  const day = answeredAt === null ? '' : dateInWords(new Date(answeredAt), language)
  return (
    <li class="patch-minutes__question" id={`question-${id}`}>
      <p class="govuk-body patch-minutes__asked">{text}</p>
      {alsoAsked.map((one) => (
        <p class="govuk-body patch-minutes__by" key={one}>
          {t('minutes:alsoAsked', { text: one })}
        </p>
      ))}
      <p class="govuk-body patch-minutes__by">
        {name && `${t('minutes:asked', { name })} `}
        {backings > 1 && t('minutes:backings', { count: backings })}
      </p>
      <p class={outcome === 'unanswered' ? 'govuk-body patch-minutes__open' : 'govuk-body'}>
        {t(`minutes:outcome_${outcome}`, { day })}
        {answer && <span class="patch-minutes__answer">{answer}</span>}
      </p>
    </li>
  )
}
