import { type PartField, partNames } from '../../../../shared/team/fields.ts'
import type { PartKind } from '../../../../shared/team/teamPage.ts'
import { Button } from '../../../ui/Button.tsx'
import { OnceField } from '../../../ui/form/OnceField.tsx'
import { ProblemSummary } from '../../../ui/form/ProblemSummary.tsx'
import { BothVersions, type TwoTexts } from '../../../ui/manage/BothVersions.tsx'
import { PartFields } from '../../../ui/manage/PartFields.tsx'
import { TeamTrail } from '../../../ui/manage/TeamTrail.tsx'
import type { FieldTexts } from '../../../ui/manage/typed.ts'

export interface PartFormProps {
  neighbourhood: string
  home: string
  kind: PartKind
  /** The part's name as it stands; undefined for a new one. */
  name?: string | undefined
  /** Where the form goes. */
  action: string
  /** Of the part, as it is shown; 0 for a new one. */
  revision: number
  fields: readonly PartField[]
  typed: FieldTexts
  problems?: Readonly<Record<string, string>>
  /** Somebody else changed the part meanwhile. */
  conflict?: { differences: readonly TwoTexts[]; by: string | null; removed: boolean } | undefined
  /** The part is off the page: saving puts it back. */
  removed?: boolean
  /** What is odd about it as it stands, in a sentence. */
  warning?: string | undefined
}

/** The form of one part of a team's page. */
export function PartFormPage(props: PartFormProps) {
  const { kind, name, fields, typed, problems = {}, conflict, removed = false, warning } = props
  const { one } = partNames[kind]
  return (
    <>
      <TeamTrail neighbourhood={props.neighbourhood} home={props.home} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ProblemSummary problems={problems} />
          <h1 class="govuk-heading-l">
            {kind === 'about' ? 'Description and contacts' : name === undefined ? `Add a ${one}` : name}
          </h1>
          {conflict && <BothVersions {...conflict} />}
          {removed && !conflict && (
            <p class="govuk-inset-text">This {one} was taken off the page. Saving puts it back.</p>
          )}
          {warning && !conflict && <p class="patch-warning">{warning}</p>}
          <form method="post" action={props.action} novalidate>
            {name === undefined && <OnceField />}
            <input type="hidden" name="revision" value={props.revision} />
            <PartFields fields={fields} typed={typed} problems={problems} />
            <p class="govuk-body patch-quiet">
              Saving changes your draft only. Residents see it once you publish the page.
            </p>
            <Button kind="primary">{conflict ? 'Save what I typed' : 'Save'}</Button>
          </form>
        </div>
      </div>
    </>
  )
}
