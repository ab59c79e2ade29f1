import { join } from 'node:path'

/** Where the build writes the page that is one file. Beside the client's folder: it is not to be opened on the service. */
export const offlineFile = join(import.meta.dirname, '../../dist/offline/recount.html')
