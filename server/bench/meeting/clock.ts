/** Milliseconds of a clock that all processes of one machine share, so that one may take what another began. */
const offset = Number(process.hrtime.bigint()) / 1e6 - performance.now()

export function machineNow(): number {
  return performance.now() + offset
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
