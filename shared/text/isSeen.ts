/** Whether there is something to see in a text: spaces, joiners, marks of direction and the like alone are no text. */
export function isSeen(text: string): boolean {
  return text.replace(unseen, '') !== ''
}

const unseen = /[\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/gu
