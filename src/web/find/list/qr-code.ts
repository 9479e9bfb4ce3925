import { encode } from 'uqr'
import { html, type Markup } from '../../shell/markup.ts'

/** What a QR code (ISO/IEC 18004) can hold at its largest with the least correction, in bytes. */
const mostBytes = 2953
/** The light modules around the code that a reader needs to find it. */
const quiet = 4

/** An address as a QR code, dark on light in any colour scheme; nothing where it is too long for one. */
export function qrCode(address: string, name: string): Markup | undefined {
  if (Buffer.byteLength(address) > mostBytes) return undefined
  const { data, size } = encode(address, { ecc: 'L', border: 0 })
  const side = size + 2 * quiet
  const path = data.map((row, y) => rowPath(row, y + quiet)).join('')
  return html`
    <svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${name}">
      <path class="qr-light" d="M0 0h${side}v${side}H0z" />
      <path class="qr-dark" d="${path}" shape-rendering="crispEdges" />
    </svg>
  `
}

/** The dark stretches of one row, each a box one module high. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x++
    path += `M${from + quiet} ${y}h${x - from + 1}v1H${from + quiet}z`
  }
  return path
}
