import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MeetingChange } from '../../../shared/live/changes.ts'
import type { CommandInput } from '../../../shared/live/commands.ts'
import type { Answer, Done, Following, OwnActs } from '../../../shared/live/protocol.ts'
import { reduce } from '../../../shared/live/reduce.ts'
import type { MeetingState } from '../../../shared/live/state.ts'
import { aMeetingState, idOf, noon } from '../../../test/support/builders/live.ts'
import type { LineEvents, OpenLine } from './line.ts'
import { type LiveView, MeetingStore } from './meetingStore.ts'
import type { Kept } from './outbox.ts'

const noActs: OwnActs = { questions: [], backed: [], hand: null }

/** A server that a store can talk with, whose lines can be cut. */
class FakeServer {
  state: MeetingState = aMeetingState()
  log: MeetingChange[] = []
  received: CommandInput[] = []
  events: LineEvents | undefined
  socketWorks = true
  plainWorks = true
  version = 1
  answerCommand: (command: CommandInput) => Answer<Done> = () => ({
    ok: true,
    sequence: this.state.sequence,
    now: noon,
  })
  asked: (number | null)[] = []
  retries = 0

  change(body: Pick<MeetingChange, 'kind' | 'detail'>): MeetingChange {
    const change = { ...body, sequence: this.state.sequence + 1, at: noon } as MeetingChange
    this.state = reduce(this.state, change)
    this.log.push(change)
    return change
  }

  ask(number: number): MeetingChange {
    return this.change({
      kind: 'question:asked',
      detail: { question: idOf(number), text: 'Why?', name: null, item: null, isPublic: true, backings: 1 },
    })
  }

  tell(...changes: MeetingChange[]): void {
    this.events?.changed({ meeting: 1, changes, now: noon })
  }

  private caughtUp(after: number | null): Following {
    this.asked.push(after)
    const kept =
      after === null || this.state.sequence - after > 100 ? undefined : this.log.filter((c) => c.sequence > after)
    return {
      ok: true,
      version: this.version as 1,
      meeting: 1,
      sequence: this.state.sequence,
      snapshot: kept ? null : this.state,
      changes: kept ?? [],
      own: noActs,
      online: 7,
      now: noon,
    }
  }

  private line(works: () => boolean) {
    const check = () => {
      if (!works()) throw new Error('no line')
    }
    return {
      follow: async (after: number | null) => {
        check()
        return this.caughtUp(after)
      },
      since: async (after: number) => {
        check()
        return this.caughtUp(after)
      },
      send: async (command: CommandInput) => {
        check()
        this.received.push(command)
        return this.answerCommand(command)
      },
    }
  }

  socket: OpenLine = {
    ...this.line(() => this.socketWorks),
    open: (events) => {
      this.events = events
      if (this.socketWorks) events.up()
    },
    retry: () => {
      this.retries += 1
      if (this.socketWorks) this.events?.up()
    },
    close: () => {},
  }
  plain = this.line(() => this.plainWorks)
}

function memory(): Kept & { all: Map<string, string> } {
  const all = new Map<string, string>()
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  }
}

let server: FakeServer
let kept: ReturnType<typeof memory>
let view: LiveView

beforeEach(() => {
  vi.useFakeTimers({ now: noon })
  server = new FakeServer()
  kept = memory()
})
afterEach(() => {
  vi.useRealTimers()
})

async function started(first: MeetingState = server.state): Promise<MeetingStore> {
  const store = new MeetingStore({
    meeting: 1,
    first: { state: first, own: noActs, online: 0, now: noon },
    socket: server.socket,
    plain: server.plain,
    kept,
    as: 'phone',
    onChange: (changed) => {
      view = changed
    },
    random: () => 0.5,
  })
  view = store.view
  store.start()
  await vi.advanceTimersByTimeAsync(0)
  return store
}

describe('a meeting in the browser', () => {
  it('is told of changes as they come', async () => {
    await started()
    expect(view.link).toBe('live')
    server.tell(server.ask(10))
    expect(view.state).toEqual(server.state)
  })

  it('asks by number for what is missing, and passes over what comes twice or out of order', async () => {
    await started()
    const [one, two, three] = [server.ask(10), server.ask(11), server.ask(12)]
    server.tell(three)
    server.tell(two, one)
    server.tell(one)
    await vi.advanceTimersByTimeAsync(10)
    expect(view.state).toEqual(server.state)
    expect(server.asked.at(-1)).toBe(1)
  })

  it('comes to the present state from any page, however old', async () => {
    const old = server.state
    for (let number = 10; number < 130; number += 1) server.ask(number)
    await started(old)
    expect(view.state).toEqual(server.state)
  })

  it('[M64] asks once by plain HTTP when a page from before the start has seen it, again while that fails, and not otherwise', async () => {
    const plain = vi.spyOn(server.plain, 'follow')
    server.state = { ...server.state, phase: 'planned' }
    await started()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(plain).not.toHaveBeenCalled()
    server.plainWorks = false
    server.tell(server.change({ kind: 'meeting:started', detail: { item: idOf(1) } }))
    expect(view.state.phase).toBe('running')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(plain).toHaveBeenCalledTimes(1)
    server.plainWorks = true
    await vi.advanceTimersByTimeAsync(15_000)
    expect(plain).toHaveBeenCalledTimes(2)
    server.tell(server.ask(10))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(plain).toHaveBeenCalledTimes(2)
    expect(view.link).toBe('live')
  })

  it('[M64] asks for nothing more where the page was written while the meeting ran', async () => {
    const plain = vi.spyOn(server.plain, 'follow')
    await started()
    server.tell(server.ask(10))
    await vi.advanceTimersByTimeAsync(120_000)
    expect(plain).not.toHaveBeenCalled()
  })

  it('starts afresh when the log is shorter than what it has', async () => {
    const ahead = { ...server.state, sequence: 99 }
    server.log = []
    const follow = server.socket.follow
    server.socket.follow = async (after) => ({
      ...((await follow(after)) as Following),
      snapshot: server.state,
      changes: [],
    })
    await started(ahead)
    expect(view.state).toEqual(server.state)
  })

  it('follows by plain HTTP within three seconds where no socket comes up, and sends that way', async () => {
    server.socketWorks = false
    const store = await started()
    server.ask(10)
    await vi.advanceTimersByTimeAsync(3000)
    expect(view.link).toBe('plain')
    expect(view.state).toEqual(server.state)
    server.ask(11)
    await vi.advanceTimersByTimeAsync(2100)
    expect(view.state).toEqual(server.state)
    const answer = store.send('question:back', { question: idOf(10) }, idOf(900))
    await vi.advanceTimersByTimeAsync(0)
    expect(await answer).toMatchObject({ ok: true })
    expect(view.own.backed).toEqual([idOf(10)])
  })

  it('goes over to plain HTTP when the socket drops, and back when it is up again', async () => {
    await started()
    server.socketWorks = false
    server.events?.down()
    server.ask(10)
    await vi.advanceTimersByTimeAsync(3000)
    expect(view.link).toBe('plain')
    expect(view.state).toEqual(server.state)
    server.socketWorks = true
    server.events?.up()
    await vi.advanceTimersByTimeAsync(0)
    expect(view.link).toBe('live')
    const asked = server.asked.length
    await vi.advanceTimersByTimeAsync(20_000)
    expect(server.asked.length).toBe(asked)
  })

  it('says that the line is lost, and tries at growing random times', async () => {
    server.socketWorks = false
    server.plainWorks = false
    await started()
    await vi.advanceTimersByTimeAsync(2100)
    expect(view.link).toBe('lost')
    server.plainWorks = true
    server.ask(10)
    await vi.advanceTimersByTimeAsync(6000)
    expect(view.link).toBe('plain')
    expect(view.state).toEqual(server.state)
  })

  it('sends a command that got no answer again under the same id, and keeps it over a reload', async () => {
    server.socketWorks = false
    server.plainWorks = false
    const before = await started()
    const detail = { question: idOf(50), text: 'Typed on a train' }
    void before.send('question:ask', detail, idOf(901))
    await vi.advanceTimersByTimeAsync(500)
    expect(view.waiting).toBe(1)
    before.end()

    server.socketWorks = true
    server.plainWorks = true
    await started()
    await vi.advanceTimersByTimeAsync(100)
    expect(server.received.map(({ id }) => id)).toEqual([idOf(901)])
    expect(view.waiting).toBe(0)
    expect(kept.all.size).toBe(0)
    expect(view.own.questions).toEqual([{ id: idOf(50), text: 'Typed on a train', state: 'waiting' }])
  })

  it('[M75] learns what became of its own questions at once, and does not forget it when the question is sent again', async () => {
    const store = await started()
    const detail = { question: idOf(52), text: 'Rude' }
    await store.send('question:ask', detail, idOf(905))
    expect(view.own.questions).toEqual([{ id: idOf(52), text: 'Rude', state: 'waiting' }])
    const hidden = { id: idOf(52), text: 'Rude', state: 'hidden' as const }
    const ofAnotherTab = { id: idOf(53), text: 'Rude too', state: 'merged' as const }
    server.events?.own({ meeting: 2, questions: [hidden], now: noon })
    expect(view.own.questions[0]?.state).toBe('waiting')
    server.events?.own({ meeting: 1, questions: [hidden, ofAnotherTab], now: noon })
    expect(view.own).toEqual({ questions: [hidden, ofAnotherTab], backed: [idOf(52)], hand: null })
    await store.send('question:ask', detail, idOf(905))
    expect(view.own.questions).toEqual([hidden, ofAnotherTab])
  })

  it('waits as long as it is told to, then sends the same again', async () => {
    const store = await started()
    const answers: Answer<Done>[] = [
      { ok: false, reason: 'too-fast', message: 'Wait', retryAfterMs: 700, now: noon },
      { ok: true, sequence: 1, now: noon },
    ]
    server.answerCommand = () => answers.shift() as Answer<Done>
    const answer = store.send('hand:raise', { hand: idOf(60) }, idOf(902))
    await vi.advanceTimersByTimeAsync(600)
    expect(server.received.length).toBe(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(await answer).toMatchObject({ ok: true })
    expect(server.received.map(({ id }) => id)).toEqual([idOf(902), idOf(902)])
    expect(view.own.hand).toBe(idOf(60))
  })

  it('gives a refusal to whoever sent, and shows one that comes after a reload', async () => {
    const store = await started()
    server.answerCommand = () => ({ ok: false, reason: 'closed', message: 'The meeting is over.', now: noon })
    const answer = store.send('question:ask', { question: idOf(51), text: 'Late' }, idOf(903))
    await vi.advanceTimersByTimeAsync(0)
    expect(await answer).toMatchObject({ ok: false, reason: 'closed' })
    expect(view.late).toBeNull()
    store.end()

    kept.setItem('outbox 1 phone', JSON.stringify([{ id: idOf(904), meeting: 1, kind: 'hand:raise', detail: {} }]))
    await started()
    await vi.advanceTimersByTimeAsync(100)
    expect(view.late?.message).toBe('The meeting is over.')
  })

  it('looks at once when the device wakes up, and cuts a socket that only seems up', async () => {
    const store = await started()
    server.ask(10)
    store.wake()
    await vi.advanceTimersByTimeAsync(0)
    expect(view.state).toEqual(server.state)
    server.socket.since = () => new Promise(() => {})
    server.ask(11)
    store.wake()
    await vi.advanceTimersByTimeAsync(3000)
    expect(server.retries).toBe(1)
    expect(view.state).toEqual(server.state)
  })

  it('finds out within seconds, by a command that gets no answer, that a line was cut where nobody saw it', async () => {
    const store = await started()
    const silence = () => new Promise<never>((_, reject) => setTimeout(() => reject(new Error('silent')), 8000))
    server.socketWorks = false
    server.socket.send = silence
    server.socket.since = silence
    const outcome = store.send('hand:raise', { hand: idOf(1), name: null }, idOf(2))
    await vi.advanceTimersByTimeAsync(2000)
    expect([view.link, server.retries]).toEqual(['live', 0])
    await vi.advanceTimersByTimeAsync(3100)
    expect([view.link, server.retries]).toEqual(['plain', 1])
    await vi.advanceTimersByTimeAsync(8000)
    expect((await outcome).ok).toBe(true)
    expect(server.received).toHaveLength(1)
  })

  it('says that the page must be loaded again when the server speaks another version, and takes nothing of it', async () => {
    const first = server.state
    server.ask(10)
    server.version = 2
    await started(first)
    expect(view.isOutdated).toBe(true)
    expect(view.state).toEqual(first)
  })

  it('says so when it may not follow any more, and asks no further', async () => {
    server.socket.follow = async () => ({ ok: false, reason: 'not-allowed', message: 'Only the chair', now: noon })
    server.plain.follow = server.socket.follow as never
    await started()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(view.shut?.reason).toBe('not-allowed')
    expect(server.asked).toEqual([])
  })
})
