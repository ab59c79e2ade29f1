import { type FieldTexts, textOf } from './typed.ts'

interface Props {
  /** The names of the fields in words, in the order of the form. */
  labels: Readonly<Record<string, string>>
  /** What the person typed. */
  texts: FieldTexts
  /** What stands now. */
  now: FieldTexts
}

/** Told to the second of two who change the same thing: what the first has published, beside what they typed themselves. */
export function Meanwhile({ labels, texts, now }: Props) {
  const other = Object.keys(labels).filter((name) => textOf(texts, name).trim() !== textOf(now, name).trim())
  return (
    <section class="patch-meanwhile" aria-labelledby="meanwhile" role="alert">
      <h2 class="govuk-heading-m" id="meanwhile">
        Somebody else has changed this meanwhile
      </h2>
      <p class="govuk-body">
        Nothing of yours has been published yet. What you typed is in the form below. Change it if you need to, then
        send it again: it will replace what stands now.
      </p>
      {other.length > 0 ? (
        <>
          <h3 class="govuk-heading-s">What stands now</h3>
          <dl>
            {other.map((name) => (
              <div key={name}>
                <dt>{labels[name]}</dt>
                <dd>{textOf(now, name) || 'Empty'}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p class="govuk-body">What stands now says the same as what you typed.</p>
      )}
    </section>
  )
}
