import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'

interface Props {
  force: string
  name: string
  /** Address of this page; its parts stand under it. */
  home: string
  /** The neighbourhood's public page. */
  publicPage: string
  /** A sentence on how the public page stands: never published here, or when. */
  standing: string
  /** How many concerns wait to be read. */
  waiting: number
}

/** Where a team starts: what can be done for one neighbourhood. */
export function ManageNeighbourhoodPage({ force, name, home, publicPage, standing, waiting }: Props) {
  return (
    <>
      <HomeTrail />
      <h1 class="govuk-heading-l">
        {name}, {force}
      </h1>
      {/* biome-ignore lint/a11y/noRedundantRoles: a list without markers is no list to VoiceOver unless it says so */}
      <ul class="patch-tasks" role="list">
        <Task href={`${home}/team`} name="Your page">
          Team members, stations and drop-ins, links. {standing}
        </Task>
        <Task href={`${home}/priorities`} name="Priorities and dates">
          What was agreed, what was done about it, and when people can meet you.
        </Task>
        <Task href={`${home}/concerns`} name="Concerns">
          What residents put forward for the next meeting. {waiting > 0 && <strong>{waiting} to read.</strong>}
        </Task>
        <Task href={`${home}/meetings`} name="Meetings">
          Make a meeting with its agenda, invite somebody to chair it, print the poster.
        </Task>
        <Task href={`${home}/messages`} name="Messages">
          What residents ask you, and by when they were promised an answer.
        </Task>
        <Task href={`${home}/standards`} name="Standards">
          What residents may expect from you, and whether it was met.
        </Task>
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={publicPage}>
          See the public page of {name}
        </a>
      </p>
    </>
  )
}

function Task({ href, name, children }: { href: string; name: string; children: preact.ComponentChildren }) {
  return (
    <li class="patch-tasks__task">
      <a class="govuk-link patch-tasks__name" href={href}>
        {name}
      </a>
      <p class="patch-tasks__words">{children}</p>
    </li>
  )
}
