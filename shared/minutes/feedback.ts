/** So many days after a meeting was closed, people are asked how useful it was. */
export const feedbackDays = 28

/** Whether people are asked about a meeting. @param closedAt when it was closed, @param now both in milliseconds */
export function isAsked(closedAt: number | null, now: number): boolean {
  return closedAt !== null && now < closedAt + feedbackDays * 86_400_000
}
