import { useEffect, useState } from 'preact/hooks'
import type { AgendaItem } from '../../../shared/live/state.ts'
import { usePath } from '../page.ts'
import { useLive } from './setting.ts'

/**
 * The live panels of an item (figures, standards, concerns, priorities), as a fragment that the server draws. The page may come with that
 * of the item that is on; others are fetched, and nothing stands here until they have come.
 */
export function Panel({ item }: { item: AgendaItem }) {
  const { meeting, live, panel } = useLive()
  const to = usePath()
  const [held, hold] = useState(panel)
  const wanted = item.shows.length > 0 ? `${item.id} ${item.shows.join(' ')}` : undefined
  const address = to(`/meetings/${meeting}/panels/${item.id}`)
  const isHeld = held?.of === wanted
  useEffect(() => {
    if (!live || wanted === undefined || isHeld) return
    const asked = new AbortController()
    fragment(address, asked.signal).then(
      (html) => hold({ of: wanted, html }),
      () => {}, // the item is whole without it
    )
    return () => asked.abort()
  }, [live, wanted, isHeld, address])
  if (wanted === undefined || !held || !isHeld) return null
  // Drawn by our own server from its own components, which escape every text
  return <div class="patch-panel" dangerouslySetInnerHTML={{ __html: held.html }} />
}

async function fragment(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`Panels answered ${response.status}`)
  return response.text()
}
