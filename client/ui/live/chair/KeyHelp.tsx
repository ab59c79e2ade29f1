import { useRef } from 'preact/hooks'
import { Key } from './KeyButton.tsx'
import { chairKeys } from './keyList.ts'

interface Props {
  areOn: boolean
  onSwitch(areOn: boolean): void
}

/** The list of keys under `?`, with a switch for those whom single keys get in the way of. */
export function KeyHelp({ areOn, onSwitch }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <button
        type="button"
        class="patch-desk-key"
        data-key="?"
        aria-keyshortcuts="?"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        Keys <Key k="?" />
      </button>
      <dialog class="patch-keys" ref={dialog} aria-labelledby="keys-heading">
        <h2 class="patch-chair__heading" id="keys-heading">
          Keys
        </h2>
        <label class="patch-check">
          <input type="checkbox" checked={areOn} onChange={(event) => onSwitch(event.currentTarget.checked)} /> Single
          keys work on this page
        </label>
        {chairKeys.map(({ where, keys }) => (
          <div key={where}>
            <h3 class="patch-minutes-group__title">{where}</h3>
            <dl class="patch-keys__list">
              {keys.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    <kbd class="patch-kbd">{key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
        <form method="dialog">
          <button type="submit" class="govuk-button govuk-button--secondary">
            Close
          </button>
        </form>
      </dialog>
    </>
  )
}
