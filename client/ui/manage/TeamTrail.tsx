interface Props {
  neighbourhood: string
  /** Address of the neighbourhood's start page under /manage. */
  home: string
  /** The page is one under the team's page, not that itself. */
  deeper?: boolean
}

/** The way back from a page of the team's own. Markup: govuk-frontend's breadcrumbs. */
export function TeamTrail({ neighbourhood, home, deeper = true }: Props) {
  return (
    <nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
      <ol class="govuk-breadcrumbs__list">
        <li class="govuk-breadcrumbs__list-item">
          <a class="govuk-breadcrumbs__link" href={home}>
            {neighbourhood}
          </a>
        </li>
        {deeper && (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={`${home}/team`}>
              Your page
            </a>
          </li>
        )}
      </ol>
    </nav>
  )
}
