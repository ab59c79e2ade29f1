import { readFileSync } from 'node:fs'
import { createExpression, latest, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, it } from 'vitest'
import { circleRadius } from '../../../../shared/map/circles.ts'
import { hexagonSteps } from '../../../../shared/map/steps.ts'
import { circleRadiusExpression, hexagonColour } from './layers/crimes.ts'
import type { Look } from './look.ts'
import { mapStyle } from './mapStyle.ts'
import { dark, light, type Palette } from './palette.ts'

const look = (palette: Palette): Look => ({
  palette,
  version: '7',
  language: 'en',
  month: '2022-09',
  category: 'burglary',
  missing: ['city-of-london'],
  chosenPoint: 7,
})

describe.each(Object.entries({ light, dark }))('the %s style', (_name, palette) => {
  it('is valid and has each layer once', () => {
    const style = mapStyle(look(palette))
    expect(validateStyleMin(style)).toEqual([])
    expect(new Set(style.layers.map((layer) => layer.id)).size).toBe(style.layers.length)
  })

  it('has the quantities of the page', () => {
    const tokens = readFileSync(new URL('../../../styles/_tokens.scss', import.meta.url), 'utf8')
    for (const [index, colour] of palette.quantities.entries())
      expect(tokens).toContain(`--quantity-${index + 1}: ${colour}`)
    expect(tokens).toContain(`--hatch: ${palette.hatch}`)
  })

  it('draws the edge of a hexagon so that it stands out from every ground', () => {
    const hexagons = mapStyle(look(palette)).layers.find((layer) => layer.id === 'hexagons')
    const paint = hexagons?.type === 'fill' ? hexagons.paint : undefined
    const edge = paint?.['fill-outline-color'] as string
    for (const ground of [palette.ground, palette.urban, palette.water, palette.park])
      expect(contrast(edge, ground, Number(paint?.['fill-opacity'])), ground).toBeGreaterThanOrEqual(3)
  })

  it.each([5, 6, 7, 8, 9, 10, 11])('colours hexagons at zoom %i as the legend says', (zoom) => {
    const expression = compiled(hexagonColour({ palette, category: 'all-crime' }), 'fill', 'fill-color')
    for (const [index, low] of hexagonSteps(zoom, 'all-crime').entries())
      expect(expression({ zoom: zoom + 0.5 }, low)).toBe(palette.quantities[index])
  })
})

it('draws circles as large as the legend says', () => {
  const expression = compiled(circleRadiusExpression, 'circle', 'circle-radius')
  for (const zoom of [12, 12.7, 14, 15.2, 17])
    for (const count of [1, 10, 40, 480]) expect(expression({ zoom }, count)).toBeCloseTo(circleRadius(count, zoom), 1)
})

/** A paint expression as a function of the zoom and a feature's count. */
function compiled(expression: unknown, type: 'fill' | 'circle', property: string) {
  const specification = (latest as unknown as Record<string, Record<string, never>>)[`paint_${type}`]?.[property]
  const made = createExpression(expression as never, specification as never)
  if (made.result === 'error') throw new Error(JSON.stringify(made.value))
  return (globals: { zoom: number }, count: number): unknown =>
    made.value.evaluate(globals as never, { type: 1, properties: { count } } as never)
}

/** Contrast by WCAG 2.2 of a colour drawn with some opacity, against the ground beneath it. */
function contrast(colour: string, ground: string, opacity: number): number {
  const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
  const beneath = parts(ground)
  const drawn = parts(colour).map((part, index) => opacity * part + (1 - opacity) * (beneath[index] ?? 0))
  const luminance = (rgb: number[]) => {
    const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [low = 0, high = 0] = [luminance(drawn), luminance(beneath)].sort((one, other) => one - other)
  return (high + 0.05) / (low + 0.05)
}
