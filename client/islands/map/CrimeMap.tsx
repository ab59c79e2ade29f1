import { hydrate } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { MapScreen } from '../../ui/map/MapScreen.tsx'
import type { CrimeMapProps } from '../../ui/map/props.ts'
import { MapSession } from './MapSession.ts'

/** Takes the map page over. */
export function start(element: HTMLElement, props: CrimeMapProps): void {
  hydrate(<CrimeMap {...props} />, element)
}

function CrimeMap(props: CrimeMapProps) {
  const stage = useRef<HTMLDivElement>(null)
  const [session] = useState(() => new MapSession(props, (state) => show(state)))
  const [{ point, ...state }, show] = useState(session.state)
  useEffect(() => {
    if (stage.current) session.start(stage.current)
    return () => session.end()
  }, [session])
  const { point: _atFirst, ...rest } = props
  return <MapScreen {...rest} {...state} {...(point ? { point } : {})} stageRef={stage} actions={session.actions} />
}
