import { Button } from '../../../ui/Button.tsx'
import { OnceField } from '../../../ui/form/OnceField.tsx'
import { ProblemSummary } from '../../../ui/form/ProblemSummary.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'

interface Props {
  back: { href: string; text: string }
  /** Address of this page. */
  url: string
  /** A link that was made just now: it is shown once. */
  made: { name: string; address: string } | null
  links: readonly { id: number; name: string; until: string }[]
  name: string
  problems: Readonly<Record<string, string>>
}

/** Residents who may chair one meeting by a private link. */
export function ChairsPage({ back, url, made, links, name, problems }: Props) {
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={back.href}>
          {back.text}
        </a>
      </p>
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">Who chairs</h1>
      <p class="govuk-body">
        You and your colleagues can chair. You can also invite a resident: they get a private link by which their
        browser chairs this one meeting, and nothing else.
      </p>
      {made && (
        <section class="govuk-inset-text" aria-labelledby="made">
          <h2 class="govuk-heading-s" id="made">
            The link for {made.name}
          </h2>
          <p class="govuk-body">
            Give it to nobody else. It is shown only now: write it down or send it before you leave.
          </p>
          <p class="govuk-body patch-break-anywhere">
            <code>{made.address}</code>
          </p>
        </section>
      )}
      <h2 class="govuk-heading-m">Links that work now</h2>
      {links.length === 0 ? (
        <p class="govuk-body">There are none.</p>
      ) : (
        <ul class="govuk-list patch-chair-links">
          {links.map((link) => (
            <li key={link.id}>
              <span>
                {link.name}, until {link.until}
              </span>
              <form method="post" action={`${url}/${link.id}/end`}>
                <button type="submit" class="patch-link-button">
                  End this link
                  <span class="govuk-visually-hidden">: {link.name}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">Invite a resident</h2>
      <form method="post" action={url} noValidate>
        <OnceField />
        <TextField
          name="name"
          label="Name"
          hint="So that you know whose link it is. Residents do not see it."
          value={name}
          problem={problems['name']}
          width={20}
        />
        <Button kind="primary">Make a link</Button>
      </form>
    </>
  )
}
