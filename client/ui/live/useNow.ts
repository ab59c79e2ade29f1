import { useEffect, useState } from 'preact/hooks'
import { useLive } from './setting.ts'

/** The server's clock, once a second; without script the moment at which the page was written. */
export function useNow(): number {
  const { live, writtenAt } = useLive()
  const [now, setNow] = useState(writtenAt)
  useEffect(() => {
    if (!live) return
    const tick = () => setNow(live.now())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [live])
  return now
}
