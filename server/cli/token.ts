import { parseArgs } from 'node:util'
import { type TokenCommand, type TokenDone, tokenCommand, tokenWork } from '../accounts/tokenCommand.ts'
import { runCommand } from './onDatabase.ts'

process.exitCode = await runCommand({
  name: 'token',
  usage: `Usage: npm run token -- --role officer|supervisor|admin [--force ID] [--neighbourhood ID] [--name NAME] [--days N]
       npm run token -- --list [--force ID]
       npm run token -- --revoke NUMBER

Makes a bearer token for /api/v1 and prints it, once. An officer's needs --force and --neighbourhood, a supervisor's --force.
  --days N   how long it is good for; 90 without it, 366 at most
`,
  read: readArguments,
  work: (database, command) => tokenWork(database, command, new Date()),
  print,
})

function readArguments(): TokenCommand {
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
}

function print(done: TokenDone): void {
  if ('text' in done) {
    process.stdout.write(`${done.text}\n`)
    process.stderr.write(`Token ${done.id}, good until ${done.expiresAt}. It is shown this once.\n`)
  } else if ('revoked' in done) process.stdout.write(`Token ${done.revoked} is revoked.\n`)
  else
    for (const { id, role, force, neighbourhood, name, state } of done.tokens)
      process.stdout.write(
        `${id}\t${role}\t${[force, neighbourhood].filter(Boolean).join('/') || '-'}\t${name}\t${state}\n`,
      )
}
