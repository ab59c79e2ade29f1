import type { Context } from '../context.ts'
import type { Letter } from './mailer.ts'

/**
 * Sends letters after the change that they tell of is committed. One that cannot be sent is logged without its address and undoes
 * nothing: the pages tell the same.
 */
export async function sendLetters(context: Pick<Context, 'mailer' | 'log'>, letters: readonly Letter[]): Promise<void> {
  for (const letter of letters) {
    try {
      await context.mailer.send(letter)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      context.log.error({ code, subject: letter.subject }, 'a letter could not be sent')
    }
  }
}
