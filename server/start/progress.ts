import { SingleBar } from 'cli-progress'

/** The start's progress on the terminal: one bar, or a line now and then where there is no terminal. */
export interface StartProgress {
  /** @param done 0 to 1 of the whole start */
  show(done: number, what: string): void
  stop(): void
}

/** Draws the progress of a start that takes more than a moment. */
export function startProgress(): StartProgress {
  const bar = new SingleBar({
    format: '  {bar} {percentage} %  {what}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    noTTYOutput: true,
    notTTYSchedule: 3000,
    linewrap: false,
  })
  let started = false
  return {
    show: (done, what) => {
      const percent = Math.min(100, Math.round(done * 100))
      if (started) bar.update(percent, { what })
      else bar.start(100, percent, { what })
      started = true
    },
    stop: () => {
      if (started) bar.stop()
      started = false
    },
  }
}
