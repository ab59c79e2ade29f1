import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser'
import { passkeyButton } from './button.ts'
import type { PasskeySignInProps } from './props.ts'
import { step } from './step.ts'

/** Signs in with a passkey. */
export function start(element: HTMLElement, { next }: PasskeySignInProps): void {
  passkeyButton(element, {
    run: async () => {
      const optionsJSON = await step<PublicKeyCredentialRequestOptionsJSON>('generate-authenticate-options')
      await step('verify-authentication', { response: await startAuthentication({ optionsJSON }) })
    },
    done: () => location.assign(next),
    closed: 'No passkey was used. You can try again, or ask for a link.',
    refused: 'That passkey does not belong to an account here. Ask for a link instead.',
  })
}
