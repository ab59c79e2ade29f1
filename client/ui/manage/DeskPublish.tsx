import { Button } from '../Button.tsx'
import { OnceField } from '../form/OnceField.tsx'
import { TextField } from '../form/TextField.tsx'

interface Props {
  isForce: boolean
  url: string
  /** null for whoever may not publish. */
  publish: { fingerprint: string; typed: Readonly<Record<string, string>> } | null
  problems: Readonly<Record<string, string>>
}

/** Signing and publishing what a draft says. */
export function DeskPublish({ isForce, url, publish, problems }: Props) {
  if (!publish)
    return (
      <section class="patch-section">
        <h2 class="govuk-heading-m">Publish</h2>
        <p class="govuk-body">A supervisor of your force publishes the standards. Ask them when the draft is ready.</p>
      </section>
    )
  const field = (name: string) => ({ name, value: publish.typed[name] ?? '', problem: problems[name] })
  return (
    <section class="patch-section">
      <h2 class="govuk-heading-m" id="publish">
        Publish
      </h2>
      <p class="govuk-body">
        {isForce
          ? 'Every neighbourhood of the force gets a new version: these defaults, and what it has published of its own.'
          : 'Residents see the new version at once. Earlier versions stay for everyone to read.'}
      </p>
      <form method="post" action={`${url}/publish`} novalidate>
        <OnceField />
        <input type="hidden" name="fingerprint" value={publish.fingerprint} />
        <TextField {...field('name')} label="Signed by" hint="The name as residents are to see it" />
        <TextField {...field('role')} label="Their role" hint="For example: Neighbourhood inspector" />
        <Button kind="primary">{isForce ? 'Publish in every neighbourhood' : 'Publish'}</Button>
      </form>
    </section>
  )
}
