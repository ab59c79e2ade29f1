import type { Context } from '../context.ts'
import type { Handle } from './database.ts'
import { movePageVersion } from './dataVersion.ts'

/**
 * Changes something that public pages show, in one transaction; the next request of any page, twin or feed shows it.
 * @param work uses only the handle that it is given
 */
export async function changePages<Result>(
  context: Pick<Context, 'database' | 'forgetPageVersion'>,
  work: (handle: Handle) => Promise<Result>,
): Promise<Result> {
  try {
    return await context.database.transaction(async (handle) => {
      const result = await work(handle)
      await movePageVersion(handle)
      return result
    })
  } finally {
    context.forgetPageVersion()
  }
}
