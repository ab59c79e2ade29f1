import { basename } from 'node:path'
import { SingleBar } from 'cli-progress'
import type { ImportProgress } from '../import/index.ts'

const secondsBetweenLines = 3

/** The import's progress on standard error: a bar on a terminal, a line every few seconds elsewhere. */
export function importProgressBar(): { show(progress: ImportProgress): void; stop(): void } {
  const bar = new SingleBar({
    stream: process.stderr,
    format: '  {bar} {percentage} %  {speed} rows/s  {left}  {current}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    noTTYOutput: true,
    notTTYSchedule: secondsBetweenLines * 1000,
    linewrap: false,
  })
  let started = false
  return {
    show: (progress) => {
      const percent = progress.bytesTotal === 0 ? 0 : Math.floor((100 * progress.bytesDone) / progress.bytesTotal)
      const shown = {
        speed: progress.rowsPerSecond.toLocaleString('en-GB'),
        left: timeLeft(progress.secondsLeft),
        current: progress.phase === 'deriving' ? `deriving ${progress.current}` : basename(progress.current),
      }
      if (started) bar.update(percent, shown)
      else bar.start(100, percent, shown)
      started = true
    },
    stop: () => {
      if (started) bar.stop()
      started = false
    },
  }
}

function timeLeft(seconds: number | undefined): string {
  if (seconds === undefined) return ''
  return seconds < 90 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`
}
