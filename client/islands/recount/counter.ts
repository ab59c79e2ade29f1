import type { CountChoice, Counted } from '../../../shared/counting/countElection.ts'
import type { ReadBallots } from '../../../shared/counting/read/fault.ts'
import CountWorker from './countWorker.ts?worker&inline'
import { Work } from './work.ts'

/** What the worker is asked, one thing at a time. */
export type Task = { kind: 'read'; file: File } | { kind: 'count'; choice: CountChoice }
/** Null where it failed. */
export interface Answer {
  result: ReadBallots | Counted | null
}

/** Reads one file and counts it as often as it is asked. */
export interface Counter {
  read(file: File): Promise<ReadBallots>
  count(choice: CountChoice): Promise<Counted>
  /** Stops whatever is under way; its answer never comes. */
  stop(): void
}

/**
 * A counter in a worker of its own, so that the page stays alive meanwhile. The worker is made of text within the page: it is
 * under the page's policy, and can send nothing either. Where a browser makes none of it (some do not for a saved file), the
 * page counts itself.
 */
export function openCounter(): Counter {
  let worker: Worker | undefined
  try {
    worker = new CountWorker()
  } catch {
    return inPage()
  }
  const started = worker
  const fallback = inPage()
  let hasAnswered = false
  let useFallback = false

  const ask = <Result>(task: Task, instead: () => Promise<Result>): Promise<Result> => {
    if (useFallback) return instead()
    return new Promise((resolve, reject) => {
      started.onmessage = ({ data }: MessageEvent<Answer>) => {
        hasAnswered = true
        if (data.result) resolve(data.result as Result)
        else reject(new Error('The worker failed'))
      }
      // Before its first answer: it did not start at all.
      started.onerror = () => {
        if (hasAnswered) return reject(new Error('The worker ended'))
        useFallback = true
        instead().then(resolve, reject)
      }
      started.postMessage(task)
    })
  }
  return {
    read: (file) => ask({ kind: 'read', file }, () => fallback.read(file)),
    count: (choice) => ask({ kind: 'count', choice }, () => fallback.count(choice)),
    stop: () => started.terminate(),
  }
}

function inPage(): Counter {
  const work = new Work()
  return {
    read: async (file) => {
      await painted()
      return work.read(file)
    },
    count: async (choice) => {
      await painted()
      return work.count(choice)
    },
    stop: () => {},
  }
}

/** Once the words that it is under way can be seen. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
