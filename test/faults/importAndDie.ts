import { openEmbedded } from '../../server/database/embedded.ts'
import { openServer } from '../../server/database/server.ts'
import { importPaths } from '../../server/import/index.ts'

/**
 * A process that imports and is killed, as by kill -9, in the middle of a file.
 * Arguments: the database's address or folder; rows after which to die (0: never); the paths.
 */
const [where = '', dieAfterRows = '0', ...paths] = process.argv.slice(2)
const database = where.startsWith('postgres') ? openServer(where) : await openEmbedded(where)
const summary = await importPaths(database, {
  paths,
  onProgress: ({ rows }) => {
    if (Number(dieAfterRows) > 0 && rows >= Number(dieAfterRows)) process.kill(process.pid, 'SIGKILL')
  },
})
process.stdout.write(JSON.stringify(summary))
await database.close()
