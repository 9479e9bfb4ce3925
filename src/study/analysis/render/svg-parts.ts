import { escapeXml } from '../../../base/escape-xml.ts'

/** A coordinate to two places. */
export function coordinate(number: number): string {
  return String(Number(number.toFixed(2)))
}

/** Text at a place. */
export function svgText(
  text: string,
  { x, y, anchor = 'start', size = 13, turn }: TextPlace,
): string {
  const rotated =
    turn === undefined ? '' : ` transform="rotate(${turn} ${coordinate(x)} ${coordinate(y)})"`
  return `<text x="${coordinate(x)}" y="${coordinate(y)}" font-size="${size}" text-anchor="${anchor}"${rotated}>${escapeXml(text)}</text>`
}

/** Where a text stands, and how it is set. */
export interface TextPlace {
  readonly x: number
  readonly y: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly size?: number
  /** In degrees. */
  readonly turn?: number
}

/** A straight line. */
export function svgLine(x1: number, y1: number, x2: number, y2: number, more = ''): string {
  return `<line x1="${coordinate(x1)}" y1="${coordinate(y1)}" x2="${coordinate(x2)}" y2="${coordinate(y2)}" stroke="#1a1a1a"${more}/>`
}

/** The whole picture with its name, for those who see it and those who hear it. */
export function svgFrame({ id, title, width, height }: SvgFrame, parts: readonly string[]): string {
  const name = `svg-${id}`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${name}" font-family="sans-serif" fill="#1a1a1a">`,
    `<title id="${name}">${escapeXml(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

/** The size and the name of a picture. */
export interface SvgFrame {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly height: number
}
