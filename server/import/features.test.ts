import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { featureTexts } from './features.ts'

async function* inPieces(text: string, size: number) {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function featuresOf(text: string, size = 1000) {
  const rest = { text: '' }
  const features: { line: number; value: unknown }[] = []
  for await (const feature of featureTexts(inPieces(text, size), rest))
    features.push({ line: feature.line, value: JSON.parse(feature.text) })
  return { features, rest: JSON.parse(rest.text) as Record<string, unknown> }
}

describe('features of a collection', () => {
  it('are cut out whatever they hold and however the bytes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
        fc.integer({ min: 1, max: 30 }),
        async (values, size) => {
          const text = JSON.stringify({
            type: 'FeatureCollection',
            name: 'a "features": [',
            features: values,
            after: 1,
          })
          const { features, rest } = await featuresOf(text, size)
          expect(features.map((feature) => feature.value)).toEqual(JSON.parse(JSON.stringify(values)))
          expect(rest).toEqual({ type: 'FeatureCollection', name: 'a "features": [', features: [], after: 1 })
        },
      ),
    )
  })

  it('say on which line they begin', async () => {
    const { features } = await featuresOf('{ "features": [\n{"a":1},\n\n{"a":2}\n] }')
    expect(features.map((feature) => feature.line)).toEqual([2, 4])
  })

  it('are refused when the file ends early or has none', async () => {
    await expect(featuresOf('{"features": [{"a":1},{"a":')).rejects.toThrow('ends before it is complete')
    await expect(featuresOf('{"type": "Feature"}')).rejects.toThrow('no GeoJSON FeatureCollection')
  })
})
