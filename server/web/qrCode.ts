import QRCode from 'qrcode'

/** A QR code as a drawing: its width in modules, and a path over the dark ones. Without inline styles, which our pages do not allow. */
export function qrCode(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const dark = Array.from({ length: size * size }, (_, index) => index).filter((index) => modules.data[index])
  return { size, path: dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join('') }
}
