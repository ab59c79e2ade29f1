import { partNames } from '../../../../shared/team/fields.ts'
import type { ListKind, PartChange } from '../../../../shared/team/teamPage.ts'
import { ChangeList } from '../../../ui/manage/ChangeList.tsx'
import { LinkButton } from '../../../ui/manage/LinkButton.tsx'
import { TeamTrail } from '../../../ui/manage/TeamTrail.tsx'

/** A part as the overview lists it. */
export interface ListedPart {
  id: number
  revision: number
  name: string
  /** What else tells it apart: rank, postcode, address of a link. */
  detail: string
  /** What residents do not see, or what is missing: "Not shown". */
  notes: readonly string[]
  /** What is odd about it, in a sentence. */
  warning?: string | undefined
}

export interface TeamOverviewProps {
  neighbourhood: string
  home: string
  lists: readonly { kind: ListKind; parts: readonly ListedPart[]; removed: readonly ListedPart[] }[]
  description: readonly string[]
  /** "A. Example changed the draft on 3 May 2026"; null while nobody has. */
  lastChange: string | null
  /** "Published by …"; null while no version is. */
  lastVersion: string | null
  /** What is other in the draft than on the public page. */
  changes: readonly PartChange[]
}

/** Everything that a team can change of its page. */
export function TeamOverviewPage(props: TeamOverviewProps) {
  const { neighbourhood, home, lists, changes } = props
  const team = `${home}/team`
  return (
    <>
      <TeamTrail neighbourhood={neighbourhood} home={home} deeper={false} />
      <h1 class="govuk-heading-l">Your page of {neighbourhood}</h1>
      <section class="patch-card patch-publish" aria-labelledby="publish">
        <h2 class="govuk-heading-m" id="publish">
          {!props.lastVersion
            ? 'Not published here yet'
            : changes.length === 0
              ? 'Residents see what stands here'
              : 'What residents do not see yet'}
        </h2>
        {props.lastVersion ? (
          <p class="govuk-body">{props.lastVersion}.</p>
        ) : (
          <p class="govuk-body">
            The public page shows what was loaded for your force. Once you publish, it shows what you say here, and
            loading a new list no longer changes it.
          </p>
        )}
        {props.lastChange && <p class="govuk-body">{props.lastChange}.</p>}
        <ChangeList changes={changes} />
        <p class="govuk-body patch-publish__links">
          <a class="govuk-button" href={`${team}/preview`}>
            Preview and publish
          </a>{' '}
          <a class="govuk-link" href={`${team}/versions`}>
            Versions: who published what
          </a>
        </p>
      </section>
      <section class="patch-section" aria-labelledby="about">
        <h2 class="govuk-heading-m" id="about">
          {partNames.about.many}
        </h2>
        {props.description.map((paragraph) => (
          <p class="govuk-body" key={paragraph}>
            {paragraph}
          </p>
        ))}
        <p class="govuk-body">
          <a class="govuk-link" href={`${team}/about`}>
            Change description and contacts
          </a>
        </p>
      </section>
      {lists.map((list) => (
        <PartList key={list.kind} {...list} team={team} />
      ))}
    </>
  )
}

function PartList({ kind, parts, removed, team }: TeamOverviewProps['lists'][number] & { team: string }) {
  const { one, many } = partNames[kind]
  return (
    <section class="patch-section" aria-labelledby={kind}>
      <h2 class="govuk-heading-m" id={kind}>
        {many}
      </h2>
      {parts.length === 0 && <p class="govuk-body">None yet.</p>}
      {/* biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to VoiceOver unless it says so */}
      <ul class="patch-parts" role="list">
        {parts.map((part, index) => (
          <li class="patch-parts__part" key={part.id}>
            <p class="patch-parts__name">
              <a class="govuk-link" href={`${team}/${kind}/${part.id}`}>
                {part.name}
              </a>{' '}
              <span class="patch-quiet">{part.detail}</span>
              {part.notes.map((note) => (
                <span key={note}>
                  {' '}
                  <strong class="govuk-tag patch-tag">{note}</strong>
                </span>
              ))}
            </p>
            <div class="patch-parts__acts">
              {kind === 'members' && (
                <a class="govuk-link" href={`${team}/members/${part.id}/photo`}>
                  Photo<span class="govuk-visually-hidden"> of {part.name}</span>
                </a>
              )}
              {index > 0 && (
                <LinkButton
                  action={`${team}/${kind}/${part.id}/up`}
                  fields={{ revision: part.revision }}
                  text="Move up"
                  of={part.name}
                />
              )}
              <LinkButton
                action={`${team}/${kind}/${part.id}/remove`}
                fields={{ revision: part.revision }}
                text="Take off"
                of={part.name}
              />
            </div>
            {part.warning && <p class="patch-warning">{part.warning}</p>}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`${team}/${kind}/new`}>
          Add a {one}
        </a>
      </p>
      {removed.length > 0 && (
        <p class="govuk-body patch-quiet">
          Taken off, open to put back:{' '}
          {removed.map((part, index) => (
            <span key={part.id}>
              {index > 0 && ', '}
              <a class="govuk-link" href={`${team}/${kind}/${part.id}`}>
                {part.name}
              </a>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
