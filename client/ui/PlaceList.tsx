import { usePath } from './page.ts'

/** One place in a list: its name, where it leads, and what tells it from others. */
export interface PlaceLine {
  name: string
  /** Path without the language's prefix. */
  path: string
  detail: string
}

/** Places under one another, each a link with what tells it apart. */
export function PlaceList({ places }: { places: readonly PlaceLine[] }) {
  const to = usePath()
  return (
    <ul class="patch-results">
      {places.map((place) => (
        <li key={`${place.path} ${place.name}`}>
          <a class="govuk-link" href={to(place.path)}>
            {place.name}
          </a>
          {place.detail !== '' && <p>{place.detail}</p>}
        </li>
      ))}
    </ul>
  )
}
