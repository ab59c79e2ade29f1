/** Runs work of which only the newest counts: what was begun before is stopped, and its answer is dropped. */
export class Latest {
  #running: AbortController | undefined

  /** @param delayMs waits this long first, so that work that is soon overtaken never begins */
  run<Answer>(
    delayMs: number,
    work: (signal: AbortSignal) => Promise<Answer>,
    onDone: (answer: Answer) => void,
    onFailed: (error: unknown) => void,
  ): void {
    this.stop()
    const running = new AbortController()
    this.#running = running
    setTimeout(async () => {
      if (running.signal.aborted) return
      try {
        const answer = await work(running.signal)
        if (!running.signal.aborted) onDone(answer)
      } catch (error) {
        if (!running.signal.aborted) onFailed(error)
      }
    }, delayMs)
  }

  stop(): void {
    this.#running?.abort()
  }
}
