import type { Fault } from '../../../shared/counting/read/fault.ts'
import { sayFault } from '../../../shared/counting/read/sayFault.ts'
import { resultJson } from '../../../shared/counting/resultJson.ts'
import { reportLines, sayClaim, sayCounted } from '../../../shared/counting/words/report.ts'
import { methodName } from '../../../shared/counting/words/sayCount.ts'
import { sayRefusal } from '../../../shared/counting/words/sayNote.ts'
import { CountShown } from '../../ui/counting/CountShown.tsx'
import { usePage } from '../../ui/page.ts'
import { saveFile } from './saveFile.ts'
import type { ReadState } from './session.ts'

/** What came of the count, with what it can be kept as. */
export function CountedFile({ state: { election, remarks, count } }: { state: ReadState }) {
  const { t, language } = usePage()
  if (count === 'running') return null
  if (count === null) return <Remarks remarks={remarks} />
  if (count === 'failed') return <Refused text={t('recount:failed')} />
  if (!count.ok)
    return (
      <>
        <Refused text={sayRefusal(t, count.refusal, (method) => methodName(t, method))} />
        <Remarks remarks={remarks} />
      </>
    )
  const file = { election, counted: count, remarks }
  const name = t('recount:reportFile')
  return (
    <section class="patch-section" aria-labelledby="count">
      <h2 class="govuk-heading-m" id="count">
        {election.title ? t('recount:resultOf', { title: election.title }) : t('recount:result')}
      </h2>
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => saveFile(`${name}.txt`, 'text/plain', `${reportLines(t, language, file).join('\n')}\n`)}
        >
          {t('recount:saveReport')}
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() =>
            saveFile(`${name}.json`, 'application/json', `${JSON.stringify(resultJson(election, count), null, 2)}\n`)
          }
        >
          {t('recount:saveJson')}
        </button>
        <button type="button" class="govuk-button govuk-button--secondary" onClick={printWhole}>
          {t('recount:print')}
        </button>
      </div>
      <CountShown options={count.standing} count={count.count} t={t} language={language} />
      <h3 class="govuk-heading-s">{t('counting:report_counted')}</h3>
      <ul class="govuk-list govuk-list--bullet">
        {[...sayCounted(t, language, file), ...sayClaim(t, language, file)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

/** What the file says of itself, where no count stands to say it with: such as a rule that is not known here. */
function Remarks({ remarks }: { remarks: readonly Fault[] }) {
  const { t } = usePage()
  if (remarks.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {remarks
        .map((remark) => sayFault(t, remark))
        .map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
    </ul>
  )
}

/** Prints the page with every step: on paper nothing can be opened. */
function printWhole(): void {
  for (const details of document.querySelectorAll('details')) details.open = true
  print()
}

function Refused({ text }: { text: string }) {
  const { t } = usePage()
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-s">{t('recount:refused')}</h2>
      <p class="govuk-body">{text}</p>
    </div>
  )
}
