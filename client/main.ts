import type { IslandModule, IslandName, IslandProps } from './islands/islands.ts'
import './styles/main.scss'

/** Where each island's code is; it is fetched only on a page that has the island. */
const loaders: { [Name in IslandName]: () => Promise<IslandModule<Name>> } = {
  AgendaOrder: () => import('./islands/agenda/AgendaOrder.ts'),
  CrimeMap: () => import('./islands/map/CrimeMap.tsx'),
  PasskeySignIn: () => import('./islands/passkeys/PasskeySignIn.ts'),
  PasskeyAdd: () => import('./islands/passkeys/PasskeyAdd.ts'),
  LiveMeeting: () => import('./islands/live/LiveMeeting.tsx'),
  LiveScreen: () => import('./islands/live/LiveScreen.tsx'),
  LiveChair: () => import('./islands/live/LiveChair.tsx'),
  Recount: () => import('./islands/recount/Recount.tsx'),
  SearchSuggestions: () => import('./islands/search/SearchSuggestions.ts'),
}

// What is to be mended in a form is read out first, and the keyboard goes on from there.
const summary = document.querySelector<HTMLElement>('[data-module=govuk-error-summary]')
if (summary) {
  summary.tabIndex = -1
  summary.focus()
}

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  if (element.dataset['when'] === 'visible') whenVisible(element, () => start(element))
  else start(element)
}

function start(element: HTMLElement): void {
  const name = element.dataset['island'] as IslandName
  const props = JSON.parse(element.dataset['props'] ?? '{}') as IslandProps[IslandName]
  // A part that fails to load leaves its fallback, which is a whole page of its own.
  ;(loaders[name]() as Promise<IslandModule<IslandName>>)
    .then((module) => module.start(element, props as never))
    .catch(report)
}

function whenVisible(element: HTMLElement, work: () => void): void {
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return
    observer.disconnect()
    work()
  })
  observer.observe(element)
}

function report(error: unknown): void {
  console.error('A part of this page could not start', error)
}
