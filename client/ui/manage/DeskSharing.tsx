import { Button } from '../Button.tsx'

export interface SharingProps {
  /** A link that was made just now: it is shown once. */
  made: string | null
  links: readonly { id: number; until: string }[]
  comments: readonly { name: string; text: string; when: string }[]
}

/** Private links to a draft, and what was said about it. */
export function DeskSharing({ url, made, links, comments }: SharingProps & { url: string }) {
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
