import type { PartChange } from '../../../../shared/team/teamPage.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangeList } from '../../../ui/manage/ChangeList.tsx'
import { PagePreview, type PagePreviewProps } from '../../../ui/manage/PagePreview.tsx'
import { TeamTrail } from '../../../ui/manage/TeamTrail.tsx'

interface Props extends PagePreviewProps {
  neighbourhood: string
  home: string
  /** Of the draft that is shown: publishing publishes this one and no other. */
  revision: number
  changes: readonly PartChange[]
  /** What is odd about the draft, a sentence each. */
  warnings: readonly string[]
  /** Somebody changed the draft after it was shown, so it was not published: who. */
  changedSince?: string | null | undefined
}

/** The draft as residents would see it, and the button that shows it to them. */
export function TeamPreviewPage({ neighbourhood, home, revision, changes, warnings, changedSince, ...preview }: Props) {
  return (
    <>
      <TeamTrail neighbourhood={neighbourhood} home={home} />
      <h1 class="govuk-heading-l">Preview of your page</h1>
      {changedSince !== undefined && (
        <p class="govuk-inset-text" role="alert">
          {changedSince ?? 'Somebody'} changed the draft after you opened the preview, so nothing was published. This is
          how it stands now: look at it, then publish.
        </p>
      )}
      {changes.length > 0 && (
        <>
          <h2 class="govuk-heading-s">What publishing changes</h2>
          <ChangeList changes={changes} />
        </>
      )}
      {warnings.map((warning) => (
        <p class="patch-warning" key={warning}>
          {warning}
        </p>
      ))}
      <form method="post" action={`${home}/team/publish`}>
        <input type="hidden" name="revision" value={revision} />
        <Button kind="primary">Publish this page</Button>
      </form>
      <PagePreview {...preview} />
    </>
  )
}
