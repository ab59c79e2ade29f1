import { browserSupportsWebAuthn } from '@simplewebauthn/browser'

interface Work {
  /** What the button does. */
  run(): Promise<void>
  /** Called once it is done. */
  done(): void
  /** Said when the person closed the browser's own question, and when the service refused. */
  closed: string
  refused: string
}

/** Shows an island's button where the browser knows passkeys, and says what came of pressing it. */
export function passkeyButton(element: HTMLElement, { run, done, closed, refused }: Work): void {
  const button = element.querySelector('button')
  const status = element.querySelector('[role=status]')
  if (!button || !status || !browserSupportsWebAuthn()) return
  button.parentElement?.removeAttribute('hidden')
  button.addEventListener('click', () => {
    status.textContent = ''
    run().then(done, (error) => {
      status.textContent = wasClosed(error) ? closed : refused
    })
  })
}

/** Whether a person closed the browser's own question: nothing went wrong then. */
function wasClosed(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError')
}
