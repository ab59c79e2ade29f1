import type { Answer, Task } from './counter.ts'
import { Work } from './work.ts'

const work = new Work()

addEventListener('message', async ({ data }: MessageEvent<Task>) => {
  try {
    const result = data.kind === 'read' ? await work.read(data.file) : work.count(data.choice)
    postMessage({ result } satisfies Answer)
  } catch {
    postMessage({ result: null } satisfies Answer)
  }
})
