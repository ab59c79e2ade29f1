import type { ComponentChildren } from 'preact'
import type { IslandName, IslandProps } from '../islands/islands.ts'

interface Props<Name extends IslandName> {
  name: Name
  props: IslandProps[Name]
  /** `visible` waits until the place scrolls into view. */
  when: 'load' | 'visible'
  /** What is there without script; the island takes its place or works on it. */
  children: ComponentChildren
}

/** A part of a page that the browser takes over; it holds its own fallback. client/main.ts finds it. */
export function Island<Name extends IslandName>({ name, props, when, children }: Props<Name>) {
  return (
    <div data-island={name} data-when={when} data-props={JSON.stringify(props)}>
      {children}
    </div>
  )
}
