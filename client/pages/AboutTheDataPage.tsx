import type { ComponentChildren } from 'preact'
import type { TextKey } from '../../shared/i18n/texts.ts'
import { MonthGrid } from '../ui/MonthGrid.tsx'
import { usePage } from '../ui/page.ts'
import { type LoadedMonths, MonthsInWords } from './ForcePage.tsx'

interface Props {
  /** Forces of which months are loaded. */
  forces: readonly { id: string; name: string; months: Omit<LoadedMonths, 'shown'> }[]
}

const sections = [
  'source',
  'point',
  'mislead',
  'counts',
  'unplaced',
  'missing',
  'outlines',
  'names',
  'invented',
  'load',
  'licences',
  'welsh',
] as const

/** Attributions as their licences word them; they are the same in both languages. */
const openGovernmentLicence = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'
const attributions = {
  crime: 'Contains public sector information licensed under the Open Government Licence v3.0.',
  boundaries:
    'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right [2016].',
  postcodes:
    'Contains OS data © Crown copyright and database right 2014. Contains Royal Mail data © Royal Mail copyright and database right 2014. Contains National Statistics data © Crown copyright and database right 2014.',
} as const

/** Where the figures come from, what they do not say, which months are here, and how a real force is loaded. */
export function AboutTheDataPage({ forces }: Props) {
  const { t } = usePage()
  return (
    <>
      <h1 class="govuk-heading-xl">{t('about:title')}</h1>
      <p class="patch-lead">{t('about:lead')}</p>
      <nav class="patch-contents" aria-labelledby="contents">
        <h2 class="govuk-heading-s" id="contents">
          {t('about:contents')}
        </h2>
        <ol>
          {sections.map((section) => (
            <li key={section}>
              <a class="govuk-link" href={`#${section}`}>
                {t(`about:${section}`)}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <Section id="source">
        <Texts keys={['about:source_text_1', 'about:source_text_2']} />
      </Section>
      <Section id="point">
        <Texts keys={['about:point_text_1', 'about:point_text_2']} />
      </Section>
      <Section id="mislead">
        <Texts keys={['about:mislead_text_1']} />
        <Items
          keys={['about:mislead_item_1', 'about:mislead_item_2', 'about:mislead_item_3', 'about:mislead_item_4']}
        />
      </Section>
      <Section id="counts">
        <Texts keys={['about:counts_text_1', 'about:counts_text_2']} />
      </Section>
      <Section id="unplaced">
        <Texts keys={['about:unplaced_text_1']} />
      </Section>
      <Section id="missing">
        <Texts keys={['about:missing_text_1']} />
        <Months forces={forces} />
      </Section>
      <Section id="outlines">
        <Texts keys={['about:outlines_text_1', 'about:outlines_text_2']} />
      </Section>
      <Section id="names">
        <Texts keys={['about:names_text_1']} />
      </Section>
      <Section id="invented">
        <Texts keys={['about:invented_text_1']} />
      </Section>
      <Section id="load">
        <Texts keys={['about:load_text_1']} />
        <Items keys={['about:load_item_1', 'about:load_item_2', 'about:load_item_3', 'about:load_item_4']} />
        <Texts keys={['about:load_text_2']} />
        <Command>npm run import -- path/to/crime path/to/boundaries path/to/postcodes.zip</Command>
        <Texts keys={['about:load_text_3']} />
        <Command>npm run import -- --rejected</Command>
        <Texts keys={['about:load_text_4']} />
        <Command>DEMO=off npm start</Command>
      </Section>
      <Section id="licences">
        <Texts keys={['about:licences_text_1']} />
        <Licences />
      </Section>
      <Section id="welsh">
        <Texts keys={['about:welsh_text_1']} />
      </Section>
    </>
  )
}

function Section({ id, children }: { id: (typeof sections)[number]; children: ComponentChildren }) {
  const { t } = usePage()
  return (
    <section class="patch-section patch-chapter" id={id} aria-labelledby={`${id}-heading`}>
      <h2 class="govuk-heading-m" id={`${id}-heading`}>
        {t(`about:${id}`)}
      </h2>
      <div>{children}</div>
    </section>
  )
}

function Texts({ keys }: { keys: readonly TextKey[] }) {
  const { t } = usePage()
  return keys.map((key) => (
    <p class="govuk-body" key={key}>
      {t(key)}
    </p>
  ))
}

function Items({ keys }: { keys: readonly TextKey[] }) {
  const { t } = usePage()
  return (
    <ul class="govuk-list govuk-list--bullet">
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  )
}

/** A command to type: English in either language, and wide ones can be scrolled by keyboard. */
function Command({ children }: { children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <pre class="patch-code" lang="en" tabIndex={0}>
      <code>{children}</code>
    </pre>
  )
}

function Months({ forces }: Props) {
  const { t } = usePage()
  if (forces.length === 0) return <p class="govuk-body">{t('about:missing_noForces')}</p>
  return (
    <>
      <ul class="govuk-list patch-key">
        {(['loaded', 'missing', 'outside'] as const).map((cell) => (
          <li key={cell}>
            <span class={`patch-months__key patch-months__${cell}`} />
            {t(`about:key_${cell}`)}
          </li>
        ))}
      </ul>
      <div class="patch-force-months">
        {forces.map((force) => (
          <div key={force.id}>
            <h3 class="govuk-heading-s">{force.name}</h3>
            <MonthsInWords months={force.months} />
            <MonthGrid caption={t('about:missing_caption', { force: force.name })} years={force.months.years} />
          </div>
        ))}
      </div>
    </>
  )
}

function Licences() {
  const { t } = usePage()
  return (
    <dl class="patch-licences">
      {(['crime', 'boundaries', 'postcodes'] as const).map((kind) => (
        <div key={kind}>
          <dt>{t(`about:licence_${kind}`)}</dt>
          <dd lang="en">
            {attributions[kind]}{' '}
            <a class="govuk-link" href={openGovernmentLicence}>
              Open Government Licence v3.0
            </a>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('about:licence_map')}</dt>
        <dd>
          {t('about:licence_map_text')}{' '}
          <a class="govuk-link" href="https://www.openstreetmap.org/copyright">
            openstreetmap.org/copyright
          </a>
        </dd>
      </div>
    </dl>
  )
}
