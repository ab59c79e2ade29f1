import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from '@simplewebauthn/browser'
import { step, wasClosed } from './answers.ts'
import type { PasskeySignInProps } from './props.ts'

/** Shows the button where the browser knows passkeys, and signs in with it. */
export function start(element: HTMLElement, { next }: PasskeySignInProps): void {
  const button = element.querySelector('button')
  const status = element.querySelector('[role=status]')
  if (!button || !status || !browserSupportsWebAuthn()) return
  button.parentElement?.removeAttribute('hidden')
  button.addEventListener('click', () => {
    status.textContent = ''
    signIn().then(
      () => location.assign(next),
      (error) => {
        status.textContent = wasClosed(error)
          ? 'No passkey was used. You can try again, or ask for a link.'
          : 'That passkey does not belong to an account here. Ask for a link instead.'
      },
    )
  })
}

async function signIn(): Promise<void> {
  const optionsJSON = await step<PublicKeyCredentialRequestOptionsJSON>('generate-authenticate-options')
  await step('verify-authentication', { response: await startAuthentication({ optionsJSON }) })
}
