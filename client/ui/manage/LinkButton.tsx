interface Props {
  /** Where the form goes, and what it carries. */
  action: string
  fields: Readonly<Record<string, string | number>>
  text: string
  /** What it is done to, for those who hear the button without what stands beside it. */
  of?: string
  isInline?: boolean
}

/** A form of one button that looks like the links beside it. */
export function LinkButton({ action, fields, text, of, isInline = false }: Props) {
  return (
    <form method="post" action={action} {...(isInline ? { class: 'patch-inline-form' } : {})}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      <button type="submit" class="patch-link-button">
        {text}
        {of && <span class="govuk-visually-hidden"> {of}</span>}
      </button>
    </form>
  )
}
