import type { SearchSuggestionsProps } from './props.ts'

const longestWaitMs = 15_000
/** Decimals of a degree that are sent: about ten metres. */
const decimals = 4

/** Shows the "use my location" button where the device can tell its position; the position goes only into the next page's address. */
export function offerLocation(element: HTMLElement, props: SearchSuggestionsProps): void {
  const part = element.querySelector<HTMLElement>('.patch-locate')
  const button = part?.querySelector('button')
  const status = part?.querySelector('.patch-locate__status')
  if (!part || !button || !status || !('geolocation' in navigator) || !isSecureContext) return
  part.hidden = false
  button.addEventListener('click', () => {
    status.textContent = props.locating
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const position = `lat=${coords.latitude.toFixed(decimals)}&lon=${coords.longitude.toFixed(decimals)}`
        location.assign(`${props.locateUrl}?${position}`)
      },
      (error) => {
        status.textContent = error.code === error.PERMISSION_DENIED ? props.locateRefused : props.locateFailed
      },
      { timeout: longestWaitMs, maximumAge: 60_000 },
    )
  })
}
