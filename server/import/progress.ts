import type { Derivation } from './derive/pending.ts'
import type { SourceFile } from './source.ts'

/** How far a run is. */
export interface ImportProgress {
  phase: 'reading' | 'deriving'
  /** The file that is being read, or the step that is being derived. */
  current: string
  bytesDone: number
  bytesTotal: number
  filesDone: number
  filesTotal: number
  rows: number
  rowsPerSecond: number
  secondsLeft: number | undefined
}

/** Adds up what is told of each file, and tells it on: files are read ahead, so two may be under way. */
export function progressTeller(files: SourceFile[], onProgress: ((progress: ImportProgress) => void) | undefined) {
  const started = performance.now()
  const bytesTotal = files.reduce((sum, file) => sum + file.bytes, 0)
  const read = new Map<SourceFile, { bytes: number; rows: number }>()
  let filesDone = 0
  const tell = (phase: ImportProgress['phase'], current: string) => {
    if (!onProgress) return
    let bytesDone = 0
    let rows = 0
    for (const file of read.values()) {
      bytesDone += file.bytes
      rows += file.rows
    }
    const seconds = (performance.now() - started) / 1000
    onProgress({
      phase,
      current,
      bytesDone,
      bytesTotal,
      filesDone,
      filesTotal: files.length,
      rows,
      rowsPerSecond: seconds > 0 ? Math.round(rows / seconds) : 0,
      secondsLeft: bytesDone > 0 ? Math.round((seconds * (bytesTotal - bytesDone)) / bytesDone) : undefined,
    })
  }
  return {
    reading: (file: SourceFile) => (bytes: number, rows: number) => {
      read.set(file, { bytes: Math.min(bytes, file.bytes), rows })
      tell('reading', file.name)
    },
    deriving: (step: Derivation) => tell('deriving', step),
    done: (file: SourceFile) => {
      read.set(file, { bytes: file.bytes, rows: read.get(file)?.rows ?? 0 })
      filesDone++
      tell('reading', file.name)
    },
  }
}
