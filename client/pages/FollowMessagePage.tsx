import { Button } from '../ui/Button.tsx'
import { Choices } from '../ui/form/Choices.tsx'
import { ProblemSummary } from '../ui/form/ProblemSummary.tsx'
import type { Choice } from '../ui/form/SelectField.tsx'
import { TextArea } from '../ui/form/TextArea.tsx'
import { Thread, type ThreadEntry } from '../ui/messages/Thread.tsx'
import { usePage, usePath } from '../ui/page.ts'

export interface FollowMessagePageProps {
  /** The neighbourhood; its path, and the page's own, without the language's prefix. */
  place: { name: string; path: string }
  path: string
  /** The page's whole address, to be kept. */
  address: string
  sent: string
  /** The address was sent to the sender too. */
  isMailed: boolean
  status: readonly { text: string; isLate: boolean }[]
  thread: readonly ThreadEntry[]
  /** The way that the standard names for a broken promise, while the sender may take it. */
  recourse: { way: string; words: string } | null
  /** The one question after an answer, while it is open. */
  satisfaction: { choices: readonly Choice[]; chosen: string; why: string } | null
  problems: Readonly<Record<string, string>>
}

/** A sender's private page: where their message stands, and what was answered. */
export function FollowMessagePage(props: FollowMessagePageProps) {
  const { t } = usePage()
  const to = usePath()
  const { place, path } = props
  return (
    <div class="patch-message">
      <ProblemSummary problems={props.problems} />
      <h1 class="govuk-heading-l">{t('messages:followTitle', { name: place.name })}</h1>
      <p class="govuk-body">{props.sent}</p>
      <section class="patch-card" aria-labelledby="keep">
        <h2 class="govuk-heading-s" id="keep">
          {t('messages:linkKeep')}
        </h2>
        <p class="govuk-body patch-message__address">{props.address}</p>
        <p class="govuk-body">
          {t('messages:linkExplained')} {props.isMailed && t('messages:linkMailed')}
        </p>
      </section>
      <section aria-labelledby="status">
        <h2 class="govuk-heading-m" id="status">
          {t('messages:statusTitle')}
        </h2>
        <ul class="govuk-list patch-message__status">
          {props.status.map(({ text, isLate }) => (
            <li key={text}>
              {isLate && <strong class="patch-overdue">{t('messages:late')}</strong>} {text}
            </li>
          ))}
        </ul>
      </section>
      {props.recourse && <Recourse path={path} recourse={props.recourse} problem={props.problems['words']} />}
      <section aria-labelledby="thread">
        <h2 class="govuk-heading-m" id="thread">
          {t('messages:thread')}
        </h2>
        <Thread entries={props.thread} />
      </section>
      {props.satisfaction && <Satisfaction path={path} asked={props.satisfaction} problems={props.problems} />}
      <section aria-labelledby="yours">
        <h2 class="govuk-heading-s" id="yours">
          {t('messages:yours')}
        </h2>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={to(`${path}/export`)}>
              {t('messages:exportLink')}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={to(`${path}/erase`)}>
              {t('messages:eraseLink')}
            </a>
          </li>
          <li>
            <a class="govuk-link" href={to(place.path)}>
              {t('messages:backToPlace', { name: place.name })}
            </a>
          </li>
        </ul>
      </section>
    </div>
  )
}

interface RecourseProps {
  path: string
  recourse: { way: string; words: string }
  problem: string | undefined
}

function Recourse({ path, recourse, problem }: RecourseProps) {
  const { t } = usePage()
  const to = usePath()
  return (
    <section class="patch-card" aria-labelledby="recourse">
      <h2 class="govuk-heading-m" id="recourse">
        {t('messages:recourseTitle')}
      </h2>
      <p class="govuk-body">{recourse.way}</p>
      <form method="post" action={to(`${path}/recourse`)} novalidate>
        <TextArea name="words" label={t('messages:recourseWords')} value={recourse.words} problem={problem} rows={3} />
        <Button kind="primary">{t('messages:recourseAsk')}</Button>
      </form>
    </section>
  )
}

interface SatisfactionProps {
  path: string
  asked: { choices: readonly Choice[]; chosen: string; why: string }
  problems: Readonly<Record<string, string>>
}

function Satisfaction({ path, asked, problems }: SatisfactionProps) {
  const { t } = usePage()
  const to = usePath()
  return (
    <form class="patch-card" method="post" action={to(`${path}/satisfaction`)} novalidate>
      <Choices
        name="satisfaction"
        kind="radios"
        label={t('messages:satisfactionTitle')}
        hint={t('messages:satisfactionNote')}
        problem={problems['satisfaction']}
        chosen={[asked.chosen]}
        choices={asked.choices}
      />
      <TextArea name="why" label={t('messages:satisfactionWhy')} value={asked.why} problem={problems['why']} rows={3} />
      <Button kind="secondary">{t('messages:satisfactionSend')}</Button>
    </form>
  )
}
