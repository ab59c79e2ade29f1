import { useEffect, useRef, useState } from 'preact/hooks'
import { ChairDesk } from '../../ui/live/chair/ChairDesk.tsx'
import { KeyHelp } from '../../ui/live/chair/KeyHelp.tsx'
import type { LiveIslandProps } from '../../ui/live/islandProps.ts'
import { listenForKeys } from './keys.ts'
import { type Drawn, startLive } from './startLive.tsx'

const keysOff = 'meeting keys off'

/** Chairs a meeting. */
export function start(element: HTMLElement, props: LiveIslandProps): void {
  startLive(element, props, 'chair', (drawn) => <Chair element={element} facts={props.facts} drawn={drawn} />)
}

interface Props {
  element: HTMLElement
  facts: LiveIslandProps['facts']
  drawn: Drawn
}

function Chair({ element, facts, drawn: { view, status } }: Props) {
  const [areOn, turn] = useState(() => localStorage.getItem(keysOff) === null)
  const on = useRef(areOn)
  on.current = areOn
  useEffect(() => listenForKeys(element, () => on.current), [element])
  const onSwitch = (wanted: boolean) => {
    turn(wanted)
    if (wanted) localStorage.removeItem(keysOff)
    else localStorage.setItem(keysOff, 'yes')
  }
  return (
    <ChairDesk
      facts={facts}
      state={view.state}
      online={view.online}
      status={status}
      help={status && <KeyHelp areOn={areOn} onSwitch={onSwitch} />}
    />
  )
}
