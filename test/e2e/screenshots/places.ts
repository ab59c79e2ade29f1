/** The first neighbourhood of the force of an id, or of the first force there is. */
export async function firstNeighbourhood(url: string, force: string): Promise<{ force: string; id: string }> {
  const forces = (await (await fetch(`${url}/api/forces`)).json()) as { id: string }[]
  const found = (forces.find(({ id }) => id === force) ?? forces[0])?.id ?? ''
  const neighbourhoods = (await (await fetch(`${url}/api/${found}/neighbourhoods`)).json()) as { id: string }[]
  return { force: found, id: neighbourhoods[0]?.id ?? '' }
}

/** One of the first few neighbourhoods that has no outline. */
export async function neighbourhoodWithoutOutline(url: string, force: string): Promise<string | undefined> {
  const neighbourhoods = (await (await fetch(`${url}/api/${force}/neighbourhoods`)).json()) as { id: string }[]
  for (const { id } of neighbourhoods.slice(0, 5)) {
    const outline = (await (await fetch(`${url}/api/${force}/${encodeURIComponent(id)}/boundary`)).json()) as unknown[]
    if (outline.length === 0) return `/neighbourhoods/${force}/${encodeURIComponent(id)}`
  }
  return undefined
}
