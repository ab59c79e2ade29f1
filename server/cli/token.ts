import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type TokenCommand, type TokenResult, tokenCommand, tokenWork } from '../accounts/tokenCommand.ts'
import { runOnDatabase, whatToSay } from './onDatabase.ts'

const usage = `Usage: npm run token -- --role officer|supervisor|admin [--force ID] [--neighbourhood ID] [--name NAME] [--days N]
       npm run token -- --list [--force ID]
       npm run token -- --revoke NUMBER

Makes a bearer token for /api/v1 and prints it, once. An officer's needs --force and --neighbourhood, a supervisor's --force.
  --days N   how long it is good for; 90 without it, 366 at most
`

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const command = readArguments()
    if (command === undefined) {
      process.stderr.write(usage)
      return 1
    }
    const result = (await runOnDatabase('token', command, (database) =>
      tokenWork(database, command, new Date()),
    )) as TokenResult
    print(result)
    return 'problem' in result ? 1 : 0
  } catch (error) {
    process.stderr.write(`${whatToSay(error)}\n`)
    return 1
  }
}

function readArguments(): TokenCommand | undefined {
  try {
    const { values } = parseArgs({
      options: {
        role: { type: 'string' },
        force: { type: 'string' },
        neighbourhood: { type: 'string' },
        name: { type: 'string' },
        days: { type: 'string' },
        list: { type: 'boolean' },
        revoke: { type: 'string' },
      },
    })
    const { list, revoke, ...rest } = values
    if (list) return tokenCommand.parse({ do: 'list', force: rest.force })
    if (revoke !== undefined) return tokenCommand.parse({ do: 'revoke', id: revoke })
    return tokenCommand.parse({ do: 'make', ...rest })
  } catch (error) {
    if (error instanceof z.ZodError)
      process.stderr.write(`${error.issues.map((issue) => issue.message).join('\n')}\n\n`)
    return undefined
  }
}

function print(result: TokenResult): void {
  if ('problem' in result) process.stderr.write(`${result.problem}\n`)
  else if ('text' in result) {
    process.stdout.write(`${result.text}\n`)
    process.stderr.write(`Token ${result.id}, good until ${result.expiresAt}. It is shown this once.\n`)
  } else if ('revoked' in result) process.stdout.write(`Token ${result.revoked} is revoked.\n`)
  else
    for (const token of result.tokens)
      process.stdout.write(
        `${token.id}\t${token.role}\t${[token.force, token.neighbourhood].filter(Boolean).join('/') || '-'}\t${token.name}\t${token.state}\n`,
      )
}
