/** Public paths of a meeting's minutes and of what goes with them, without a language's prefix. */
export function minutesPath(meeting: number): string {
  return `/meetings/${meeting}/minutes`
}
export function replayPath(meeting: number): string {
  return `/meetings/${meeting}/replay`
}
export function feedbackPath(meeting: number): string {
  return `/meetings/${meeting}/feedback`
}
/** Where the team and the chair write the minutes. */
export function manageMinutesPath(meeting: number): string {
  return `/manage/meetings/${meeting}/minutes`
}
