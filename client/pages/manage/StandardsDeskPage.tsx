import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/form/Choices.tsx'
import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import type { Choice } from '../../ui/form/SelectField.tsx'
import { SelectField } from '../../ui/form/SelectField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'

/** A standard as the list shows it: texts ready-made. */
export interface ListedStandard {
  id: number
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

export interface SharingProps {
  /** A link that was made just now: it is shown once. */
  made: string | null
  links: readonly { id: number; until: string }[]
  comments: readonly { name: string; text: string; when: string }[]
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
      <Beginnings {...props} />
      {props.changes && <Changes changes={props.changes} />}
      <Publish {...props} />
      {props.sharing && <Sharing url={url} {...props.sharing} />}
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

function Beginnings({ url, sets, measures, problems }: StandardsDeskProps) {
  return (
    <section class="patch-section">
      <h2 class="govuk-heading-m">Add a standard</h2>
      <form method="get" action={`${url}/add`}>
        <SelectField name="measure" label="How it is measured" value="" choices={measures} />
        <Button kind="secondary">Go on</Button>
      </form>
      <form method="post" action={`${url}/start`}>
        <Choices
          kind="radios"
          name="set"
          label="Or start from a ready set"
          hint="Its standards are added to yours, and you can change every one. What you have already stays."
          problem={problems['set']}
          chosen={[]}
          choices={sets.map((set) => ({ value: set.id, text: set.name, hint: set.about }))}
        />
        <Button kind="secondary">Add the set</Button>
      </form>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Where the sets come from</span>
        </summary>
        <ul class="govuk-list">
          {sets.flatMap((set) =>
            set.sources.map((source) => (
              <li key={source.title}>
                {source.url ? (
                  <a class="govuk-link" href={source.url}>
                    {source.title}
                  </a>
                ) : (
                  source.title
                )}
              </li>
            )),
          )}
        </ul>
      </details>
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

function Publish({ isForce, url, publish, problems }: StandardsDeskProps) {
  if (!publish)
    return (
      <section class="patch-section">
        <h2 class="govuk-heading-m">Publish</h2>
        <p class="govuk-body">A supervisor of your force publishes the standards. Ask them when the draft is ready.</p>
      </section>
    )
  const field = (name: string) => ({ name, value: publish.typed[name] ?? '', problem: problems[name] })
  return (
    <section class="patch-section">
      <h2 class="govuk-heading-m" id="publish">
        Publish
      </h2>
      <p class="govuk-body">
        {isForce
          ? 'Every neighbourhood of the force gets a new version: these defaults, and what it has published of its own.'
          : 'Residents see the new version at once. Earlier versions stay for everyone to read.'}
      </p>
      <form method="post" action={`${url}/publish`} novalidate>
        <input type="hidden" name="fingerprint" value={publish.fingerprint} />
        <TextField {...field('name')} label="Signed by" hint="The name as residents are to see it" />
        <TextField {...field('role')} label="Their role" hint="For example: Neighbourhood inspector" />
        <Button kind="primary">{isForce ? 'Publish in every neighbourhood' : 'Publish'}</Button>
      </form>
    </section>
  )
}

function Sharing({ url, made, links, comments }: SharingProps & { url: string }) {
  return (
    <section class="patch-section">
      <h2 class="govuk-heading-m" id="sharing">
        Ask others about the draft
      </h2>
      <p class="govuk-body">
        Whoever has the private link can read the draft as it stands and comment on it. A link is good for 30 days.
      </p>
      {made && (
        <div class="govuk-inset-text">
          <p class="govuk-body">Copy the link now: it is not shown again.</p>
          <p class="govuk-body patch-poster__address">
            <strong>{made}</strong>
          </p>
        </div>
      )}
      <form method="post" action={`${url}/share`}>
        <Button kind="secondary">Make a private link</Button>
      </form>
      {links.map((link) => (
        <form method="post" action={`${url}/share/${link.id}/end`} class="patch-desk-line" key={link.id}>
          <span>
            Link {link.id}, good until {link.until}
          </span>
          <Button kind="secondary">
            End it<span class="govuk-visually-hidden"> (link {link.id})</span>
          </Button>
        </form>
      ))}
      <h3 class="govuk-heading-s">Comments</h3>
      {comments.length === 0 && <p class="govuk-body">None yet.</p>}
      <ul class="govuk-list">
        {comments.map((comment) => (
          <li key={`${comment.when} ${comment.text}`} class="patch-standard__explanation">
            <p class="govuk-body-s patch-quiet">
              {comment.name || 'No name given'}, {comment.when}
            </p>
            {comment.text.split(/\n+/).map((paragraph) => (
              <p class="govuk-body" key={paragraph}>
                {paragraph}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
