import type { CategoryFilter } from '../../../shared/categories.ts'
import { rounded } from '../../../shared/map/view.ts'
import type { Month } from '../../../shared/month.ts'
import { type CrimeMapProps, inLanguage, type MapActions } from './props.ts'

type Props = Pick<CrimeMapProps, 'language' | 'words' | 'months' | 'categories' | 'view'> & {
  actions: MapActions | undefined
}

/** Real form controls: a form without script; with it each choice is shown at once. */
export function MapFilters({ language, words, months, categories, view, actions }: Props) {
  const { latitude, longitude, zoom } = rounded(view)
  return (
    <details class="govuk-details patch-map__filters" open>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{words.filters}</span>
      </summary>
      <form
        method="get"
        action={inLanguage(language, '/map')}
        class="patch-map__form"
        {...(actions ? { onSubmit: (event: Event) => event.preventDefault() } : {})}
      >
        <input type="hidden" name="lat" value={latitude} />
        <input type="hidden" name="lon" value={longitude} />
        <input type="hidden" name="zoom" value={zoom} />
        <div class="patch-map__field">
          <label class="govuk-label" for="map-category">
            {words.category}
          </label>
          <select
            class="govuk-select"
            id="map-category"
            name="category"
            onChange={(event) => actions?.onFilter({ category: event.currentTarget.value as CategoryFilter })}
          >
            {categories.map(({ value, label }) => (
              <option key={value} value={value} selected={value === view.category}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div class="patch-map__field">
          <label class="govuk-label" for="map-month">
            {words.month}
          </label>
          <select
            class="govuk-select"
            id="map-month"
            name="month"
            onChange={(event) => actions?.onFilter({ month: event.currentTarget.value as Month })}
          >
            {months.map(({ value, label }) => (
              <option key={value} value={value} selected={value === view.month}>
                {label}
              </option>
            ))}
          </select>
        </div>
        {!actions && (
          <button class="govuk-button govuk-button--secondary patch-map__show" type="submit">
            {words.show}
          </button>
        )}
      </form>
    </details>
  )
}
