import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  startRegistration,
} from '@simplewebauthn/browser'
import { step, wasClosed } from './answers.ts'
import type { PasskeyAddProps } from './props.ts'

/** Shows the button where the browser knows passkeys, and makes one. */
export function start(element: HTMLElement, { name }: PasskeyAddProps): void {
  const button = element.querySelector('button')
  const status = element.querySelector('[role=status]')
  if (!button || !status || !browserSupportsWebAuthn()) return
  button.parentElement?.removeAttribute('hidden')
  button.addEventListener('click', () => {
    status.textContent = ''
    add(name).then(
      () => location.reload(),
      (error) => {
        status.textContent = wasClosed(error)
          ? 'No passkey was made.'
          : 'The passkey could not be made. Sign out and in again, then try once more.'
      },
    )
  })
}

async function add(name: string): Promise<void> {
  const optionsJSON = await step<PublicKeyCredentialCreationOptionsJSON>(
    `generate-register-options?name=${encodeURIComponent(name)}`,
  )
  await step('verify-registration', { response: await startRegistration({ optionsJSON }), name })
}
