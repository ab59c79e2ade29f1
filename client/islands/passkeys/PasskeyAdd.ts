import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser'
import { passkeyButton } from './button.ts'
import type { PasskeyAddProps } from './props.ts'
import { step } from './step.ts'

/** Makes a passkey. */
export function start(element: HTMLElement, { name }: PasskeyAddProps): void {
  passkeyButton(element, {
    run: async () => {
      const optionsJSON = await step<PublicKeyCredentialCreationOptionsJSON>(
        `generate-register-options?name=${encodeURIComponent(name)}`,
      )
      await step('verify-registration', { response: await startRegistration({ optionsJSON }), name })
    },
    done: () => location.reload(),
    closed: 'No passkey was made.',
    refused: 'The passkey could not be made. Sign out and in again, then try once more.',
  })
}
