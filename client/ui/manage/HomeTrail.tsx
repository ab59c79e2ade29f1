import { usePage } from '../page.ts'

/** The way back: from a part of a neighbourhood's own pages to their first page, from anywhere else to one's places. */
export function HomeTrail({ neighbourhood }: { neighbourhood?: string }) {
  const { path } = usePage()
  const home = /^\/manage\/neighbourhoods\/[^/?]+\/[^/?]+(?=[/?])/.exec(path)?.[0]
  return (
    <p class="patch-eyebrow">
      <a class="govuk-link" href={home && neighbourhood ? home : '/manage'}>
        {home && neighbourhood ? neighbourhood : 'Your places'}
      </a>
    </p>
  )
}
