import type { ImportSummary } from './summary.ts'

/** What a person can do after a run, a sentence each. */
export function whatNext(summary: ImportSummary): string[] {
  const next: string[] = []
  if (summary.stopped)
    next.push('Everything that was complete is kept. Give the same command again to go on from there.')
  if (summary.rejected > 0)
    next.push('npm run import -- --rejected lists the rows that could not be used, with file, line and reason.')
  if (summary.refused.length > 0)
    next.push('Mend or replace the refused files and give the command again; what is loaded is not loaded twice.')
  for (const force of summary.forces)
    if (force.missingMonths.length > 0)
      next.push(
        `${force.name}: ${force.missingMonths.join(', ')} ${force.missingMonths.length === 1 ? 'is' : 'are'} missing and shown as missing, not as zero; load ${force.missingMonths.length === 1 ? 'it' : 'them'} if published.`,
      )
  if (summary.dryRun) next.push('This was a dry run: nothing was changed.')
  return next
}
