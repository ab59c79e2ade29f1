/** What the island that reorders an agenda is given. */
export interface AgendaOrderProps {
  /** Differs each time the page is opened: a move is sent once. */
  once: string
}
