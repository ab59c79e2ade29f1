import type { ComponentChildren } from 'preact'
import type { ActionBody, PriorityBody } from '../../../shared/api/priorities.ts'
import { dayInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage } from '../page.ts'

interface Props {
  priority: PriorityBody
  /** Links lead to it here: once a page. */
  isAnchor?: boolean
}

/** One priority with everything that is known of it. */
export function Priority({ priority, isAnchor = true }: Props) {
  const { t, language } = usePage()
  const day = (of: string) => dayInWords(of, language)
  return (
    <article class="patch-priority" {...(isAnchor ? { id: `priority-${priority.id}` } : {})}>
      <h3 class="govuk-heading-m">
        <ForceWords>{priority.issue}</ForceWords>
      </h3>
      {priority.withoutAction && <p class="govuk-inset-text">{t('priorities:withoutAction')}</p>}
      <dl class="patch-priority__facts">
        <Fact term={t('priorities:agreedOn')} words={day(priority.agreedOn)} />
        {priority.owner && <Fact term={t('priorities:owner')} words={<ForceWords>{priority.owner}</ForceWords>} />}
        {priority.dueOn && priority.closedOn === null && (
          <Fact term={t('priorities:dueOn')} words={day(priority.dueOn)} />
        )}
        {priority.closedOn && <Fact term={t('priorities:closedOn')} words={day(priority.closedOn)} />}
      </dl>
      <Words heading={t('priorities:why')} paragraphs={priority.why} />
      <Words heading={t('priorities:outcome')} paragraphs={priority.outcome} />
      {!(priority.withoutAction && priority.actions.length === 0) && <Actions actions={priority.actions} />}
    </article>
  )
}

function Fact({ term, words }: { term: string; words: ComponentChildren }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{words}</dd>
    </div>
  )
}

function Words({ heading, paragraphs }: { heading: string; paragraphs: readonly string[] }) {
  if (paragraphs.length === 0) return null
  return (
    <>
      <h4 class="govuk-heading-s">{heading}</h4>
      {paragraphs.map((paragraph) => (
        <p class="govuk-body" key={paragraph}>
          <ForceWords>{paragraph}</ForceWords>
        </p>
      ))}
    </>
  )
}

function Actions({ actions }: { actions: readonly ActionBody[] }) {
  const { t } = usePage()
  return (
    <>
      <h4 class="govuk-heading-s">{t('priorities:actions')}</h4>
      {actions.length === 0 ? (
        <p class="govuk-body">{t('priorities:noActions')}</p>
      ) : (
        <ul class="patch-actions">
          {actions.map((action) => (
            <Action action={action} key={`${action.date} ${action.what}`} />
          ))}
        </ul>
      )}
    </>
  )
}

function Action({ action }: { action: ActionBody }) {
  const { t, language } = usePage()
  const day = action.date && dayInWords(action.date, language)
  const when = !day
    ? t('priorities:planned')
    : t(action.status === 'done' ? 'priorities:doneOn' : 'priorities:plannedFor', { day })
  return (
    <li class={action.status === 'done' ? 'patch-action' : 'patch-action patch-action--planned'}>
      <span class="patch-action__when">{when}</span>
      <span class="patch-action__what">
        <ForceWords>{action.what}</ForceWords>
        {action.owner && <span class="patch-action__by"> {t('priorities:by', { owner: action.owner })}</span>}
      </span>
    </li>
  )
}
