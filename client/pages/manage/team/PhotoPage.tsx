import { largestPhotoMegabytes, photoSide } from '../../../../shared/team/photo.ts'
import { Button } from '../../../ui/Button.tsx'
import { FileField } from '../../../ui/form/FileField.tsx'
import { ProblemSummary } from '../../../ui/form/ProblemSummary.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { TeamTrail } from '../../../ui/manage/TeamTrail.tsx'

interface ShownPhoto {
  url: string
  alt: string
}

interface Props {
  neighbourhood: string
  home: string
  member: string
  /** Where the form goes. */
  action: string
  revision: number
  alt: string
  /** The member's photo as it stands. */
  photo: ShownPhoto | null
  /** A photo that was sent with a form that is to be mended: it need not be chosen again. */
  kept: { sha256: string; url: string } | null
  problems: Readonly<Record<string, string>>
  /** Somebody else changed the member meanwhile. */
  conflict?: { by: string | null } | undefined
}

/** A member's photo: its own small form, since a file travels in another way than text. */
export function PhotoPage(props: Props) {
  const { member, action, photo, kept, problems, conflict } = props
  return (
    <>
      <TeamTrail neighbourhood={props.neighbourhood} home={props.home} />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <ProblemSummary problems={problems} />
          <h1 class="govuk-heading-l">Photo of {member}</h1>
          {conflict && (
            <p class="govuk-inset-text" role="alert">
              {conflict.by ?? 'Somebody else'} changed {member} while you were here, so your photo was not put in yet.
              Below are {photo ? 'the photo that stands now and yours' : 'your photo and words; there is no photo now'}.
              Save once more to use yours.
            </p>
          )}
          {photo && <Picture caption={`As it stands: ${photo.alt}`} photo={photo} />}
          {kept && <Picture caption="The one you chose" photo={{ url: kept.url, alt: 'The photo that you chose' }} />}
          <form method="post" action={action} enctype="multipart/form-data" novalidate>
            <input type="hidden" name="revision" value={props.revision} />
            {kept && <input type="hidden" name="kept" value={kept.sha256} />}
            <TextField
              name="alt"
              label="What the photo shows"
              hint="For people who do not see it, such as “Sergeant Example in uniform outside the library”."
              value={props.alt}
              problem={problems['alt']}
            />
            <FileField
              name="photo"
              label={kept || photo ? 'Another photo' : 'Photo'}
              hint={`JPEG, PNG or WebP, up to ${largestPhotoMegabytes} MB. It is cut to a square, and what the camera wrote into it, such as the place, is taken out.`}
              accept="image/jpeg,image/png,image/webp"
              problem={problems['photo']}
            />
            <Button kind="primary">Save</Button>
          </form>
          {photo && (
            <form method="post" action={`${action}/remove`}>
              <input type="hidden" name="revision" value={props.revision} />
              <Button kind="secondary">Take the photo off</Button>
            </form>
          )}
        </div>
      </div>
    </>
  )
}

function Picture({ caption, photo }: { caption: string; photo: ShownPhoto }) {
  return (
    <figure class="patch-photo">
      <img class="patch-photo__picture" src={photo.url} alt={photo.alt} width={photoSide} height={photoSide} />
      <figcaption class="patch-quiet">{caption}</figcaption>
    </figure>
  )
}
