import { FileRefused } from './source.ts'
import { utf8Text } from './text.ts'

/** No outline of an area takes more. */
const largestFeature = 64 * 1024 ** 2
const largestRest = 1024 ** 2

/** One element of a `features` array, as it stands in the file. */
export interface FeatureText {
  /** Line on which it begins, from 1. */
  line: number
  text: string
}

/** Everything of the file but the features: for the members that stand beside them. */
export interface CollectionRest {
  text: string
}

/**
 * Cuts a GeoJSON FeatureCollection into its features while it is read, so that a file of any size takes the memory of one feature.
 * @param rest is given what stands around the features; complete when the last one has been read
 * @throws FileRefused when the file ends early or has no `features`
 */
export async function* featureTexts(chunks: AsyncIterable<Buffer>, rest: CollectionRest): AsyncGenerator<FeatureText> {
  let depth = 0
  let inString = false
  let escaped = false
  let string = ''
  let inFeatures = false
  let sawFeatures = false
  let line = 1
  let feature: { line: number; parts: string[]; bytes: number } | undefined
  let outside: string[] = []

  for await (const chunk of chunks) {
    const text = chunk.toString('latin1')
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const character = text.charCodeAt(at)
      if (character === 10) line++
      if (inString) {
        if (escaped) escaped = false
        else if (character === 92) escaped = true
        else if (character === 34) inString = false
        else if (depth === 1 && string.length < 100) string += text[at]
        continue
      }
      if (character === 34) {
        inString = true
        if (depth === 1) string = ''
      } else if (character === 123 || character === 91) {
        if (character === 91 && depth === 1 && string === 'features') {
          inFeatures = true
          sawFeatures = true
        } else if (character === 123 && inFeatures && depth === 2) {
          outside.push(text.slice(from, at))
          from = at
          feature = { line, parts: [], bytes: 0 }
        }
        depth++
      } else if (character === 125 || character === 93) {
        depth--
        if (feature && depth === 2) {
          feature.parts.push(text.slice(from, at + 1))
          from = at + 1
          const whole = feature.parts.join('')
          yield { line: feature.line, text: utf8Text(whole) ?? whole }
          feature = undefined
        } else if (inFeatures && depth === 1) inFeatures = false
      }
    }
    if (feature) {
      feature.parts.push(text.slice(from))
      feature.bytes += text.length - from
      if (feature.bytes > largestFeature)
        throw new FileRefused(`a feature at line ${feature.line} is larger than any outline`)
    } else if (outside.length < 100_000) outside.push(text.slice(from))
  }
  if (depth !== 0 || inString) throw new FileRefused('its JSON ends before it is complete')
  if (!sawFeatures) throw new FileRefused('it is no GeoJSON FeatureCollection')
  // Only commas and spaces stood between the features.
  rest.text = outside
    .join('')
    .replace(/\[[\s,]*\]/, '[]')
    .slice(0, largestRest)
  outside = []
}
