import { useState } from 'preact/hooks'
import { numberOfBallots } from '../../../shared/counting/election.ts'
import { sayResult, shownNames } from '../../../shared/counting/words/sayCount.ts'
import { sayer } from '../../../shared/counting/words/sayStep.ts'
import type { Language, Translate } from '../../../shared/i18n/texts.ts'
import { FileField } from '../../ui/form/FileField.tsx'
import { usePage } from '../../ui/page.ts'
import type { FileRefusal, ReadState, RecountState } from './session.ts'

interface Props {
  state: RecountState
  onFiles(files: readonly File[]): void
}

/** Where the file is chosen, or dropped, and what is under way with it. */
export function BallotsFile({ state, onFiles }: Props) {
  const { t, language } = usePage()
  const [isOver, setOver] = useState(false)
  const problem = state.step === 'refused' ? sayFileRefusal(t, state.why) : undefined
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the file field within does the same by keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard clicks the file field too */}
      <div
        class={isOver ? 'patch-recount__drop patch-recount__drop--over' : 'patch-recount__drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
        }}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          onFiles([...(event.dataTransfer?.files ?? [])])
        }}
        onClick={(event) => {
          // A file that was mended has the same name: choosing it again is to be a change.
          if (event.target instanceof HTMLInputElement) event.target.value = ''
        }}
        onChange={(event) => {
          const field = event.target as HTMLInputElement
          onFiles([...(field.files ?? [])])
        }}
      >
        <FileField name="ballots" label={t('recount:file')} hint={t('recount:fileHint')} problem={problem} />
        <p class="patch-recount__or" aria-hidden="true">
          {t(isOver ? 'recount:dropNow' : 'recount:drop')}
        </p>
      </div>
      <p class={problem ? 'govuk-visually-hidden' : 'govuk-body'} role="status">
        {sayStatus(t, language, state, problem)}
      </p>
    </>
  )
}

function sayFileRefusal(t: Translate, why: FileRefusal): string {
  if (why.code === 'cannotRead') return t('recount:cannotRead')
  const { file, size, most } = why
  return t('recount:tooBig', { file, size, most })
}

function sayStatus(t: Translate, language: Language, state: RecountState, problem: string | undefined): string {
  switch (state.step) {
    case 'start':
    case 'faulty':
      return ''
    case 'refused':
      return problem ?? ''
    case 'reading':
      return t('recount:reading', { file: state.file })
    case 'read':
      return [
        state.isOneOfSeveral ? t('recount:oneFile', { file: state.file }) : '',
        t('recount:read', { file: state.file, numbers: sayNumbers(t, language, state) }),
        sayCountStatus(t, language, state),
      ]
        .filter(Boolean)
        .join(' ')
    default:
      return state satisfies never
  }
}

function sayNumbers(t: Translate, language: Language, { election }: ReadState): string {
  const say = sayer(t, language, [])
  return t('counting:report_numbers', {
    ballots: say.counted('counting:ballots', numberOfBallots(election.ballots)),
    options: say.counted('counting:options', election.options.length),
  })
}

function sayCountStatus(t: Translate, language: Language, { count }: ReadState): string {
  if (count === null) return ''
  if (count === 'running') return t('recount:counting')
  if (count === 'failed' || !count.ok) return t('recount:refused')
  const names = shownNames(t, count.count.method, count.standing)
  return t('recount:counted', { result: sayResult(t, language, names, count.count) })
}
