/** A QR code as a drawing: its width in modules, and a path over those that are dark. */
export interface DrawnCode {
  size: number
  path: string
}

/** A QR code, dark on light in every theme. */
export function QrCode({ code, address }: { code: DrawnCode; address: string }) {
  return (
    <svg class="patch-poster__code" viewBox={`-4 -4 ${code.size + 8} ${code.size + 8}`} role="img" aria-label={address}>
      <rect class="patch-poster__light" x="-4" y="-4" width={code.size + 8} height={code.size + 8} />
      <path class="patch-poster__dark" d={code.path} />
    </svg>
  )
}
