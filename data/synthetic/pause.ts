/** Lets the rest of the process run: the demo is generated inside the server on its first start. */

const LONGEST_STRETCH_MS = 40

/** Returns a function to await between pieces of work; it gives way to the event loop when the last stretch was long. */
export function pacer(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < LONGEST_STRETCH_MS) return
    await new Promise<void>((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
