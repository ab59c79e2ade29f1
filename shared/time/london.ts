/** A day of the calendar in Britain. */
export interface Day {
  year: number
  /** 1 to 12. */
  month: number
  day: number
}

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
})

/** The day that clocks in Britain show at an instant. */
export function dayInLondon(instant: Date): Day {
  const { year, month, day } = shownInLondon(instant)
  return { year, month, day }
}

/**
 * The instant at which clocks in Britain show an hour of a day. For hours that exist once: between one and two in the night they do not on
 * the two days when clocks change.
 */
export function instantInLondon({ year, month, day }: Day, hour: number): Date {
  const asIfUtc = Date.UTC(year, month - 1, day, hour)
  return new Date(asIfUtc - offsetMs(new Date(asIfUtc)))
}

/** The day that is some days later; a negative number goes back. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const moved = new Date(Date.UTC(year, month - 1, day + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

/** A day as 'YYYY-MM-DD', for looking it up. */
export function dayText({ year, month, day }: Day): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** By how much clocks in Britain are ahead of UTC: nothing in winter, an hour in summer. */
function offsetMs(instant: Date): number {
  const { year, month, day, hour, minute, second } = shownInLondon(instant)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant.getTime() / 1000) * 1000
}

function shownInLondon(instant: Date): Day & { hour: number; minute: number; second: number } {
  const shown = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const part = (name: string) => shown[name] ?? 0
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}
