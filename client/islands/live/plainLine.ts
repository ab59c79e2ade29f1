import type { Answer, CaughtUp, Done, Following } from '../../../shared/live/protocol.ts'
import type { Followed, Line } from './line.ts'

const patienceMs = 8000

/** The way by plain HTTP, for where WebSocket is blocked: the same answers with the same numbers. */
export function plainLine({ meeting, as, language }: Followed): Line {
  const base = `/api/v1/meetings/${meeting}`
  const follow = (after: number | null) => {
    const from = after === null ? '' : `&after=${after}`
    return ask<Following>(`${base}/changes?as=${as}&language=${language}${from}`)
  }
  return {
    follow,
    since: (after) => follow(after) as Promise<Answer<CaughtUp>>,
    send: (command) =>
      ask<Done>(`${base}/commands?language=${language}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(command),
      }),
  }
}

/** @throws when the server is not reached, or answers in another way than it does about meetings */
async function ask<Success>(address: string, init: RequestInit = {}): Promise<Answer<Success>> {
  const response = await fetch(address, { ...init, cache: 'no-store', signal: AbortSignal.timeout(patienceMs) })
  const answer = (await response.json()) as object
  if (!('ok' in answer)) throw new Error(`Answered ${response.status}`)
  return answer as Answer<Success>
}
