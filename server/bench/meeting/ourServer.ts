import { loadConfig } from '../../config.ts'
import { startService } from '../../start/service.ts'
import { answer, usage } from './children.ts'

/** The service itself, as `npm start` runs it, in a process that says what it uses. */
const service = startService(loadConfig(process.env), { show: () => {}, stop: () => {} })

const answers = { ...usage, ready: async () => void (await service) }
export type OurServer = typeof answers

answer(answers)
