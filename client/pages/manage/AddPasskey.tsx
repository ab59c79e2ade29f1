import { Island } from '../../ui/Island.tsx'

/** The offer to make a passkey; only a browser with script that knows passkeys shows its button. */
export function AddPasskey() {
  return (
    <Island name="PasskeyAdd" props={{ name: 'Passkey' }} when="load">
      <div class="patch-manage__offer" hidden>
        <p class="govuk-body">
          Sign in without a letter next time: with the fingerprint, face or screen lock of this device.
        </p>
        <button type="button" class="govuk-button govuk-button--secondary">
          Make a passkey
        </button>
      </div>
      <p class="govuk-body" role="status" />
    </Island>
  )
}
