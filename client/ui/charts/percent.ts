/** A share from 0 to 1 as an SVG length in per cent, to a hundredth. */
export function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`
}
