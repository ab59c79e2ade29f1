import { ForceWords } from '../ForceWords.tsx'
import { usePage } from '../page.ts'

/** What the team says of its neighbourhood, in paragraphs; nothing when it says nothing. */
export function AboutPlace({ description }: { description: readonly string[] }) {
  const { t } = usePage()
  if (description.length === 0) return null
  return (
    <section class="patch-place__about" aria-labelledby="about">
      <h2 class="govuk-heading-s" id="about">
        {t('neighbourhood:about')}
      </h2>
      {description.map((paragraph) => (
        <p class="govuk-body" key={paragraph}>
          <ForceWords>{paragraph}</ForceWords>
        </p>
      ))}
    </section>
  )
}
