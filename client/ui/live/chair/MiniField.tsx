interface Props {
  id: string
  name: string
  label: string
  type?: 'text' | 'number' | 'date'
  value?: string
  /** Only its label is hidden from sight where the form is one field and a button. */
  isLabelHidden?: boolean
  k?: string
}

/** A small field of the chair's page, which has many. */
export function MiniField({ id, name, label, type = 'text', value = '', isLabelHidden = false, k }: Props) {
  return (
    <div class="patch-mini">
      <label class={isLabelHidden ? 'govuk-visually-hidden' : 'patch-mini__label'} for={id}>
        {label}
      </label>
      <input
        class="govuk-input patch-mini__input"
        id={id}
        name={name}
        {...({ type } as { type: 'text' })}
        defaultValue={value}
        autocomplete="off"
        {...(type === 'number' ? { inputmode: 'numeric' as const, min: '0' } : {})}
        {...(isLabelHidden ? { placeholder: label } : {})}
        {...(k ? { 'data-key': k, 'aria-keyshortcuts': k } : {})}
      />
    </div>
  )
}
