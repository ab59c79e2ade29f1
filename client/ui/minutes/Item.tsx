import type { MinutesItem } from '../../../shared/minutes/minutes.ts'
import { hoursInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage } from '../page.ts'
import { Lines } from './Lines.tsx'
import { Questions } from './Questions.tsx'
import { Title } from './Title.tsx'

/** One item of the minutes: when it was on, what was said, decided and asked. */
export function Item({ item }: { item: MinutesItem }) {
  const { t, language } = usePage()
  const { id, lead, documents, spans, lines, questions } = item
  const times = spans.map(({ from, to }) => hoursInWords(new Date(from), to === null ? null : new Date(to), language))
  return (
    <section class="patch-minutes__item" aria-labelledby={`item-${id}`}>
      <h3 class="govuk-heading-m" id={`item-${id}`}>
        <Title of={item} />
      </h3>
      <p class="govuk-body patch-minutes__by">
        {times.join(', ')}
        {lead && (
          <>
            {times.length > 0 && '. '}
            {t('minutes:lead', { name: lead })}
          </>
        )}
      </p>
      <Lines lines={lines} />
      {lines.length === 0 && questions.length === 0 && (
        <p class="govuk-body patch-minutes__by">{t('minutes:nothingWritten')}</p>
      )}
      {documents.length > 0 && (
        <ul class="patch-links">
          {documents.map(({ title, url }) => (
            <li key={url}>
              <a class="govuk-link" href={url} rel="noreferrer">
                <ForceWords>{title || url}</ForceWords>
              </a>
            </li>
          ))}
        </ul>
      )}
      {questions.length > 0 && (
        <>
          <h4 class="govuk-heading-s">{t('minutes:questions')}</h4>
          <Questions questions={questions} />
        </>
      )}
    </section>
  )
}
