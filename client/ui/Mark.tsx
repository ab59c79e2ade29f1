/** The service's mark: four fields, one of them yours. The name stands beside it, so it says nothing by itself. */
export function Mark() {
  return (
    <svg class="patch-header__mark" viewBox="0 0 32 32" aria-hidden="true">
      <path fill="#8cc3bd" d="M2 5 16 2 14 14 2 16Z" />
      <path fill="#5fa09e" d="M19 2 30 6 30 17 17 14Z" />
      <path fill="#3f8588" d="M2 19 14 17 13 30 4 29Z" />
      <path fill="#e0a11b" d="M17 17 30 20 27 29 16 30Z" />
    </svg>
  )
}
