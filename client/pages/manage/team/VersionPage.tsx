import { Button } from '../../../ui/Button.tsx'
import { PagePreview, type PagePreviewProps } from '../../../ui/manage/PagePreview.tsx'
import { TeamTrail } from '../../../ui/manage/TeamTrail.tsx'

interface Props extends PagePreviewProps {
  neighbourhood: string
  home: string
  version: number
  published: string
  /** Of the draft that would be replaced. */
  revision: number
  /** Somebody changed the draft after this was shown, so it was not replaced: who. */
  changedSince?: string | null | undefined
}

/** An older version as residents saw it, and the button that makes it the draft again. */
export function VersionPage({ neighbourhood, home, version, published, revision, changedSince, ...preview }: Props) {
  return (
    <>
      <TeamTrail neighbourhood={neighbourhood} home={home} />
      <h1 class="govuk-heading-l">Version {version} of your page</h1>
      <p class="govuk-body">{published}.</p>
      {changedSince !== undefined && (
        <p class="govuk-inset-text" role="alert">
          {changedSince ?? 'Somebody'} changed the draft after you opened this page, so it was not replaced.{' '}
          <a class="govuk-link" href={`${home}/team`}>
            Look at the draft
          </a>
          ; send once more to replace it.
        </p>
      )}
      <form method="post" action={`${home}/team/versions/${version}/bring-back`}>
        <input type="hidden" name="revision" value={revision} />
        <p class="govuk-body">
          Bringing it back replaces your draft. Residents see it once you publish; what was added later can be put back.
        </p>
        <Button kind="secondary">Bring back as the draft</Button>
      </form>
      <PagePreview {...preview} />
    </>
  )
}
