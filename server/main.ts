import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// A later start takes the code as V8 compiled it last time. Only what is loaded after this line is kept, so the rest is
// imported then; where the folder cannot be written, nothing is kept and all else is the same.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'))
const { run } = await import('./start/run.ts')
await run()
