/** A tile of diagonal lines that repeats, for areas without figures. */
export function hatchPicture(colour: string): { width: number; height: number; data: Uint8Array } {
  const size = 10
  const lineWidth = 2
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ]
  const data = new Uint8Array(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if ((x + y) % size < lineWidth) data.set([red, green, blue, 255], (y * size + x) * 4)
  return { width: size, height: size, data }
}
