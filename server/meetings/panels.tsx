import type { ComponentChild } from 'preact'
import { ConcernsPanel } from '../../client/ui/panels/ConcernsPanel.tsx'
import { FiguresPanel } from '../../client/ui/panels/FiguresPanel.tsx'
import { PrioritiesPanel } from '../../client/ui/panels/PrioritiesPanel.tsx'
import { StandardsPanel } from '../../client/ui/panels/StandardsPanel.tsx'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Panel } from '../../shared/live/itemKinds.ts'
import { concernsBodyOf } from '../concerns/bodies.ts'
import { shownConcerns } from '../concerns/readConcerns.ts'
import { concernUrls } from '../concerns/urls.ts'
import type { Context } from '../context.ts'
import { publishedMonths } from '../crime/series.ts'
import { behindMonth, figuresOf } from '../neighbourhoods/figures.ts'
import { type Neighbourhood, outlineSource, residentsSources } from '../neighbourhoods/queries.ts'
import { residentsOf } from '../neighbourhoods/rules.ts'
import { neighbourhoodPath } from '../places/rules.ts'
import { publishedBy } from '../priorities/published.ts'
import { outcomesNow } from '../standards/results.ts'
import { standardsUrls } from '../standards/urls.ts'
import { publishedVersions } from '../standards/versionQueries.ts'
import { renderFragment } from '../web/page.tsx'

type Parts = Pick<Context, 'published' | 'clock'>

/** Each live panel, drawn from what the service knows of a neighbourhood now. */
const drawers: Record<Panel, (context: Parts, neighbourhood: Neighbourhood) => Promise<ComponentChild>> = {
  figures: figuresPanel,
  standards: standardsPanel,
  concerns: concernsPanel,
  priorities: prioritiesPanel,
}

/**
 * The live panels of an agenda item as HTML, to stand in a page or to be fetched by one; it needs no script and holds no ids.
 * @param path of the page that it stands in, without the language's prefix
 */
export async function panelsHtml(
  context: Context,
  language: Language,
  neighbourhood: Neighbourhood,
  panels: readonly Panel[],
  path: string,
): Promise<string> {
  const content = await Promise.all(panels.map((panel) => drawers[panel](context, neighbourhood)))
  return renderFragment(context, { language, path, content })
}

async function figuresPanel({ published }: Parts, { id, code, residents, force }: Neighbourhood) {
  const [months, outline, sources] = await Promise.all([
    publishedMonths(published, force.id),
    outlineSource(published, id),
    residentsSources(published, id),
  ])
  const figures = outline ? await figuresOf(published, id, months, undefined) : null
  const shown = figures?.comparison ? figures.shown.month : undefined
  return (
    <FiguresPanel
      force={force.name}
      figures={figures}
      hasOutline={outline !== undefined}
      behind={{
        hasFigures: figures !== null,
        force: force.name,
        invented: force.invented,
        residents: residentsOf(residents, sources),
        ...behindMonth(months.find((entry) => entry.month === shown)),
      }}
      url={neighbourhoodPath(force.id, code)}
    />
  )
}

async function standardsPanel({ published, clock }: Parts, { id, code, force }: Neighbourhood) {
  const asOf = clock()
  const versions = await publishedVersions(published, id)
  const outcomes = new Map(
    (await outcomesNow(published, id, versions, asOf)).map(({ key, outcome }) => [key, outcome] as const),
  )
  const standards = versions[0]?.standards.flatMap((standard) => {
    const outcome = outcomes.get(standard.key)
    return outcome ? [{ standard, outcome }] : []
  })
  return <StandardsPanel standards={standards ?? null} asOf={asOf} url={standardsUrls(force.id, code).page} />
}

async function concernsPanel({ published, clock }: Parts, neighbourhood: Neighbourhood) {
  const asOf = clock()
  const { concerns } = concernsBodyOf(neighbourhood, await shownConcerns(published, neighbourhood.id), asOf)
  const { page } = concernUrls(neighbourhood.force.id, neighbourhood.code)
  return <ConcernsPanel concerns={concerns.filter(({ takenUp }) => !takenUp)} asOf={asOf} url={page} />
}

async function prioritiesPanel(context: Parts, neighbourhood: Neighbourhood) {
  const asOf = context.clock()
  const { priorities } = await publishedBy(context, neighbourhood)
  const url = `${neighbourhoodPath(neighbourhood.force.id, neighbourhood.code)}/priorities`
  return <PrioritiesPanel open={priorities.open} asOf={asOf} url={url} />
}
