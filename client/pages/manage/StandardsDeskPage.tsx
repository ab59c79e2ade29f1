import { Button } from '../../ui/Button.tsx'
import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import type { Choice } from '../../ui/form/SelectField.tsx'
import { DeskBeginnings } from '../../ui/manage/DeskBeginnings.tsx'
import { DeskPublish } from '../../ui/manage/DeskPublish.tsx'
import { DeskSharing, type SharingProps } from '../../ui/manage/DeskSharing.tsx'
import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'

/** A standard as the list shows it: texts ready-made. */
export interface ListedStandard {
  id: number
  revision: number
  promise: string
  target: string
  how: string
}

export interface StandardsDeskProps {
  name: string
  isForce: boolean
  /** Address of this list; forms stand under it. */
  url: string
  publicUrl: string | null
  /** The force's defaults, which a neighbourhood cannot change; none on the page of the defaults themselves. */
  defaults: readonly ListedStandard[]
  own: readonly ListedStandard[]
  sets: readonly { id: string; name: string; about: string; sources: readonly { title: string; url?: string }[] }[]
  measures: readonly Choice[]
  /** "Version 2, published on 1 August 2026, signed by …"; null before the first. */
  published: string | null
  /** What would change by publishing now, in sentences; null for a force. */
  changes: readonly string[] | null
  /** null for whoever may not publish. */
  publish: { fingerprint: string; typed: Readonly<Record<string, string>> } | null
  problems: Readonly<Record<string, string>>
  sharing: SharingProps | null
}

/** The standards that somebody works on, and the way from draft to version. */
export function StandardsDeskPage(props: StandardsDeskProps) {
  const { name, isForce, url, publicUrl, problems } = props
  return (
    <>
      <HomeTrail neighbourhood={name} />
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">{isForce ? `Default standards of ${name}` : `Standards of ${name}`}</h1>
      <p class="govuk-body">{props.published ?? (isForce ? '' : 'Nothing is published yet.')}</p>
      <ul class="govuk-list">
        {publicUrl && (
          <li>
            <a class="govuk-link" href={publicUrl}>
              What residents see
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={`${url}/results`}>
            {isForce ? 'Results in every neighbourhood' : 'Results: explain a miss, enter a figure'}
          </a>
        </li>
      </ul>
      {!isForce && <Listed title="The force’s defaults" standards={props.defaults} />}
      <Listed
        title={isForce ? 'Defaults' : 'Your own standards'}
        standards={props.own}
        url={url}
        note={isForce ? 'Every neighbourhood of the force promises these.' : 'These come after the force’s defaults.'}
      />
      <DeskBeginnings {...props} />
      {props.changes && <Changes changes={props.changes} />}
      <DeskPublish {...props} />
      {props.sharing && <DeskSharing url={url} {...props.sharing} />}
    </>
  )
}

function Listed({
  title,
  standards,
  url,
  note,
}: {
  title: string
  standards: readonly ListedStandard[]
  url?: string
  note?: string
}) {
  return (
    <section class="patch-section">
      <h2 class="govuk-heading-m">{title}</h2>
      {note && <p class="govuk-body">{note}</p>}
      {standards.length === 0 && <p class="govuk-body">None yet.</p>}
      <ol class="patch-standards">
        {standards.map((standard) => (
          <li class="patch-card" key={standard.id}>
            <p class="govuk-body">
              <strong>{standard.promise}</strong>
            </p>
            <p class="govuk-body-s">
              {standard.target} {standard.how}
            </p>
            {url && (
              <form method="post" action={`${url}/${standard.id}/remove`} class="patch-desk-line">
                <input type="hidden" name="revision" value={standard.revision} />
                <a class="govuk-link" href={`${url}/${standard.id}/edit`}>
                  Change
                  <span class="govuk-visually-hidden">: {standard.promise}</span>
                </a>
                <Button kind="secondary">
                  Remove
                  <span class="govuk-visually-hidden">: {standard.promise}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Changes({ changes }: { changes: readonly string[] }) {
  return (
    <section class="patch-section">
      <h2 class="govuk-heading-m">What publishing would change</h2>
      {changes.length === 0 ? (
        <p class="govuk-body">Nothing: residents see what stands here.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
