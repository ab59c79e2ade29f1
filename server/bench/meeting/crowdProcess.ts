import { answer } from './children.ts'
import { Crowd, type CrowdGiven } from './crowd.ts'

const crowds = new Map<string, Crowd>()

function crowdOf(name: string): Crowd {
  const crowd = crowds.get(name) ?? new Crowd()
  crowds.set(name, crowd)
  return crowd
}

interface Named {
  crowd: string
}

/** What a process full of phones can be asked; it may hold several crowds, such as one a server. */
const answers = {
  call: ({ crowd, ...given }: Named & CrowdGiven) => crowdOf(crowd).call(given),
  expect: ({ crowd, sequence }: Named & { sequence: number }) => {
    globalThis.gc?.() // rather than in the middle of what is measured
    crowdOf(crowd).expect(sequence)
  },
  arrivals: ({ crowd, giveUpMs }: Named & { giveUpMs: number }) => crowdOf(crowd).arrivals(giveUpMs),
  expectLoss: ({ crowd }: Named) => crowdOf(crowd).expectLoss(),
  whenLevel: ({ crowd, giveUpMs }: Named & { giveUpMs: number }) => crowdOf(crowd).whenLevel(giveUpMs),
  record: ({ crowd }: Named) => crowdOf(crowd).record(),
  recording: ({ crowd }: Named) => crowdOf(crowd).recording(),
  act: ({ crowd, aSecond, questions }: Named & { aSecond: number; questions: Record<number, string> }) =>
    void crowdOf(crowd).act(aSecond, questions),
  rest: ({ crowd }: Named) => crowdOf(crowd).rest(),
  hangUp: ({ crowd }: Named) => {
    crowdOf(crowd).hangUp()
    crowds.delete(crowd)
  },
}
export type CrowdProcess = typeof answers

answer(answers)
