import { render } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { translateBy } from '../../../shared/i18n/dictionary.ts'
import { PageContext } from '../../ui/page.ts'
import { Problem } from '../../ui/recount/Problem.tsx'
import { BallotsFile } from './BallotsFile.tsx'
import { CountedFile } from './CountedFile.tsx'
import { openCounter } from './counter.ts'
import { HowToCount } from './HowToCount.tsx'
import type { RecountProps } from './props.ts'
import { RecountSession, type RecountState } from './session.ts'

/** Takes the place of the words for those without script. */
export function start(element: HTMLElement, props: RecountProps): void {
  element.replaceChildren()
  render(<Recount {...props} />, element)
}

/** A file of ballots is chosen or dropped, read, and counted; what is under way is said as it goes. */
export function Recount({ language, words }: RecountProps) {
  const t = useMemo(() => translateBy(words, language), [words, language])
  const [state, show] = useState<RecountState>({ step: 'start' })
  const [session] = useState(() => new RecountSession(show, openCounter))
  useEffect(() => {
    // A file that misses its field would be opened in the page's place.
    addEventListener('dragover', keepPage)
    addEventListener('drop', keepPage)
    return () => {
      session.end()
      removeEventListener('dragover', keepPage)
      removeEventListener('drop', keepPage)
    }
  }, [session])
  return (
    <PageContext.Provider value={{ language, t, path: '', dataVersion: '' }}>
      <div class="patch-recount">
        <BallotsFile state={state} onFiles={(files) => session.read(files)} />
        {state.step === 'faulty' && <Problem title={t('recount:faulty', { file: state.file })} {...state} />}
        {state.step === 'read' && (
          <>
            <HowToCount key={state.number} state={state} onCount={(choice) => session.count(choice)} />
            <CountedFile state={state} />
          </>
        )}
      </div>
    </PageContext.Provider>
  )
}

function keepPage(event: DragEvent): void {
  event.preventDefault()
}
