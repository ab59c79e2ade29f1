import { Button } from '../../ui/Button.tsx'

type Props =
  | { kind: 'sent' }
  | { kind: 'sign-in'; token: string; next: string }
  | { kind: 'invitation'; token: string; name: string; what: string }

/** Pages around a link in a letter. Its button acts; opening the page does nothing. */
export function LinkPage(props: Props) {
  switch (props.kind) {
    case 'sent':
      return (
        <div class="patch-reading">
          <h1 class="govuk-heading-l">Look in your mailbox</h1>
          <p class="govuk-body">
            If that address has an account here, a link is on its way. It works once, for half an hour.
          </p>
          <p class="govuk-body">
            Nothing after a few minutes? Look in the spam folder, then{' '}
            <a class="govuk-link" href="/sign-in">
              ask again
            </a>
            . If you have no account, your supervisor can invite you.
          </p>
        </div>
      )
    case 'sign-in':
      return (
        <div class="patch-reading">
          <h1 class="govuk-heading-l">Sign in</h1>
          <form method="post" action="/sign-in/link">
            <input type="hidden" name="token" value={props.token} />
            <input type="hidden" name="next" value={props.next} />
            <Button kind="primary">Sign in</Button>
          </form>
        </div>
      )
    case 'invitation':
      return (
        <div class="patch-reading">
          <h1 class="govuk-heading-l">Welcome, {props.name}</h1>
          <p class="govuk-body">You are invited to be {props.what}.</p>
          <form method="post" action="/invitation">
            <input type="hidden" name="token" value={props.token} />
            <Button kind="primary">Accept and sign in</Button>
          </form>
        </div>
      )
    default:
      return props satisfies never
  }
}
