import type { PartChange } from '../../../../shared/team/teamPage.ts'
import { ChangeList } from '../../../ui/manage/ChangeList.tsx'
import { TeamTrail } from '../../../ui/manage/TeamTrail.tsx'

/** A version as the list shows it. */
export interface ListedVersion {
  version: number
  published: string
  /** Who changed the draft that it was made of; '' when nobody did. */
  editedBy: string
  /** What differs from the version before; null for the first one. */
  changes: readonly PartChange[] | null
}

interface Props {
  neighbourhood: string
  home: string
  versions: readonly ListedVersion[]
}

/** Every version of the page: who published it and when, who changed it and what. */
export function VersionsPage({ neighbourhood, home, versions }: Props) {
  return (
    <>
      <TeamTrail neighbourhood={neighbourhood} home={home} />
      <h1 class="govuk-heading-l">Versions of your page</h1>
      {versions.length === 0 && <p class="govuk-body">This page has not been published here yet.</p>}
      {versions.map(({ version, published, editedBy, changes }, index) => (
        <section class="patch-section" aria-labelledby={`version-${version}`} key={version}>
          <h2 class="govuk-heading-m" id={`version-${version}`}>
            Version {version} {index === 0 && <strong class="govuk-tag patch-tag">On the public page</strong>}
          </h2>
          <p class="govuk-body">
            {published}.{editedBy !== '' && ` Changes by ${editedBy}.`}
          </p>
          {changes === null ? (
            <p class="govuk-body">The first version.</p>
          ) : changes.length === 0 ? (
            <p class="govuk-body">The same as the version before.</p>
          ) : (
            <ChangeList changes={changes} />
          )}
          <p class="govuk-body">
            <a class="govuk-link" href={`${home}/team/versions/${version}`}>
              Look at version {version}
            </a>
          </p>
        </section>
      ))}
    </>
  )
}
