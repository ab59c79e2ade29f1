import type { Ref } from 'preact'
import { MapFilters } from './MapFilters.tsx'
import { MapLegend } from './MapLegend.tsx'
import { PointDetails } from './PointDetails.tsx'
import type { CrimeMapProps, MapActions, StageState } from './props.ts'
import { ViewTable } from './ViewTable.tsx'

type Props = CrimeMapProps & {
  stage: StageState
  /** Where the map is drawn; the browser owns what is inside. */
  stageRef?: Ref<HTMLDivElement>
  /** A failure to be told beside the summary. */
  trouble?: string | undefined
  actions?: MapActions
}

/** The map page's content: the server renders it whole, and the browser takes the same over. */
export function MapScreen(props: Props) {
  const { words, stage, stageRef, answer, point, actions, trouble } = props
  return (
    <div class="patch-map">
      <div class="patch-map__side patch-map__side--top">
        <MapFilters {...props} actions={actions} />
      </div>
      <div class={`patch-map__stage patch-map__stage--${stage.kind}`}>
        <div class="patch-map__canvas" ref={stageRef ?? null} />
        {stage.kind !== 'drawn' && <p class="patch-map__notice">{stageText(words, stage, actions !== undefined)}</p>}
      </div>
      <div class="patch-map__side">
        <p class="govuk-body patch-map__summary" role="status">
          {trouble ?? answer.texts.summary}
        </p>
        <MapLegend {...props} />
        {answer.texts.missing && <p class="govuk-inset-text patch-map__note">{answer.texts.missing}</p>}
        {point && <PointDetails {...props} point={point} actions={actions} />}
        <ViewTable {...props} actions={actions} />
        {answer.texts.unplaced && <p class="govuk-body-s patch-quiet">{answer.texts.unplaced}</p>}
        <h2 class="govuk-heading-s">{words.howToRead}</h2>
        <p class="govuk-body-s">{words.howToReadText}</p>
        <p class="govuk-body-s patch-quiet patch-map__keys">{words.keys}</p>
      </div>
    </div>
  )
}

/** That the map starts is said by the running script alone; until then, or where it fails to load, the words point to the table. */
function stageText(words: Props['words'], stage: Exclude<StageState, { kind: 'drawn' }>, scriptRuns: boolean): string {
  if (stage.kind === 'unavailable') return stage.reason
  return scriptRuns ? words.starting : words.needsScript
}
