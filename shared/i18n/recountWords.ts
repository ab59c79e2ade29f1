import { ballotFiles } from './ballotFiles.ts'
import { common } from './common.ts'
import { counting } from './counting.ts'
import { countNotes } from './countNotes.ts'
import type { Dictionary } from './dictionary.ts'
import { recount } from './recount.ts'
import type { Language } from './texts.ts'

/** The words that counting a file needs in the browser, on the service's page and in the file that is saved. */
export function recountWords(language: Language): Dictionary {
  const namespaces = {
    ballotFiles: ballotFiles[language],
    counting: counting[language],
    countNotes: countNotes[language],
    recount: recount[language],
    common: { errorPrefix: common[language].errorPrefix },
  }
  return Object.fromEntries(
    Object.entries(namespaces).flatMap(([namespace, words]) =>
      Object.entries(words).map(([key, text]) => [`${namespace}:${key}`, text]),
    ),
  )
}
