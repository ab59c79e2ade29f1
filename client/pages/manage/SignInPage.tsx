import { Button } from '../../ui/Button.tsx'
import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { Island } from '../../ui/Island.tsx'

interface Props {
  email: string
  next: string
  problems: Readonly<Record<string, string>>
}

/** Signing in by a link in a letter, or with a passkey where the browser has script. */
export function SignInPage({ email, next, problems }: Props) {
  return (
    <div class="patch-reading">
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">Sign in</h1>
      <p class="govuk-body">
        For neighbourhood teams. Residents need no account:{' '}
        <a class="govuk-link" href="/">
          find your neighbourhood
        </a>
        .
      </p>
      <form method="post" action="/sign-in" noValidate>
        <TextField
          name="email"
          type="email"
          autocomplete="username webauthn"
          label="Your work e-mail address"
          hint="We send you a link. It works once, for half an hour."
          value={email}
          problem={problems['email']}
          spellcheck={false}
        />
        <input type="hidden" name="next" value={next} />
        <Button kind="primary">Send me a link</Button>
      </form>
      <Island name="PasskeySignIn" props={{ next }} when="load">
        <p class="govuk-body" hidden>
          <button type="button" class="govuk-button govuk-button--secondary">
            Sign in with a passkey
          </button>
        </p>
        <p class="govuk-body" role="status" />
      </Island>
    </div>
  )
}
