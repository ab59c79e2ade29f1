import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type CountChoice, countElection } from '../../shared/counting/countElection.ts'
import { completions } from '../../shared/counting/election.ts'
import { isMethod, methods } from '../../shared/counting/methods.ts'
import { decodeBallots } from '../../shared/counting/read/decode.ts'
import { harmless } from '../../shared/counting/read/harmless.ts'
import { readBallots } from '../../shared/counting/read/readBallots.ts'
import { sayFault } from '../../shared/counting/read/sayFault.ts'
import { resultJson } from '../../shared/counting/resultJson.ts'
import { reportLines } from '../../shared/counting/words/report.ts'
import { sayRefusal } from '../../shared/counting/words/sayNote.ts'
import { type Language, languages } from '../../shared/i18n/texts.ts'
import { translator } from '../web/translate.ts'

const usage = `Usage: npm run recount -- FILE [--method METHOD] [--seats N] [--seed TEXT] [--completion C] [--language en|cy] [--json]

Counts the ballots of a file and prints every step. It reads our own published ballots (CSV and JSON), PrefLib (.soc .soi .toc
.toi), .blt and Pabulib (.pb), known by what is in them.
  --method      ${methods.join('|')}; else what the file says
  --seats       how many are elected; else what the file says, else one
  --seed        what the lot is drawn from (RFC 3797); else what the file says
  --completion  ${completions.join('|')}: what equal shares does with money that is left; else what the file says, else add1
  --json        prints the result as JSON, with every step and tie
`

interface Command {
  file: string
  choice: CountChoice
  language: Language
  json: boolean
}

process.exitCode = main()

function main(): number {
  try {
    const command = readArguments()
    return recount(command)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

function recount({ file, choice, language, json }: Command): number {
  const t = translator(language)
  const { text, remarks: decoding } = decodeBallots(readFile(file))
  const read = readBallots(text, basename(file))
  if (!read.ok) {
    complain([...decoding, ...read.faults].map((fault) => sayFault(t, fault)))
    return 1
  }
  const remarks = [...decoding, ...read.remarks]
  const counted = countElection(read.election, choice)
  if (!counted.ok) {
    const refusal = sayRefusal(t, counted.refusal, (method) => `--method ${method}`)
    complain([...remarks.map((remark) => sayFault(t, remark)), refusal])
    return 1
  }
  if (json) {
    complain(remarks.map((remark) => sayFault(t, remark)))
    process.stdout.write(`${escaped(JSON.stringify(resultJson(read.election, counted), null, 2))}\n`)
  } else process.stdout.write(`${reportLines(t, language, { election: read.election, counted, remarks }).join('\n')}\n`)
  return 0
}

/** Writes sentences beside the result; a name in them may hold what would control the terminal. */
function complain(sentences: readonly string[]): void {
  for (const sentence of sentences) process.stderr.write(`${harmless(sentence)}\n`)
}

/** JSON escapes most characters that control a terminal by itself; the rest stand only within its texts. */
function escaped(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** @throws Error with a sentence for the person who typed the command */
function readFile(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw new Error(`There is no file ${file}.`)
    if (code === 'EISDIR') throw new Error(`${file} is a folder. Name one file of ballots.`)
    throw error
  }
}

/** @throws Error with a sentence for the person who typed the command, usage included */
function readArguments(): Command {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      method: text,
      seats: text,
      seed: text,
      completion: text,
      language: text,
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const [file, ...more] = positionals
  if (values.help || !file) throw new Error(usage)
  if (more.length > 0) throw new Error(`Name one file, not ${positionals.length}.\n\n${usage}`)
  const { method = null, seats, seed = null, language = 'en' } = values
  if (method !== null && !isMethod(method))
    throw new Error(`${method} is not a method. Use one of: ${methods.join(', ')}.`)
  if (seats !== undefined && !/^[1-9]\d{0,5}$/.test(seats))
    throw new Error(`--seats has to be a whole number from one up, not ${seats}.`)
  const completion = completions.find((known) => known === values.completion) ?? null
  if (values.completion !== undefined && !completion)
    throw new Error(`${values.completion} is not a completion. Use one of: ${completions.join(', ')}.`)
  const said = languages.find((known) => known === language)
  if (!said) throw new Error(`There are no words in ${language}. Use one of: ${languages.join(', ')}.`)
  return {
    file,
    choice: { method, seats: seats === undefined ? null : Number(seats), seed, completion },
    language: said,
    json: values.json ?? false,
  }
}
