/** Countries whose codes GeoNames writes with a country prefix ("LV-1050", "AD100") that people leave out. */
const prefixed = new Set(['AD', 'AI', 'AZ', 'HT', 'LU', 'LV', 'MD', 'WS'])

/** A postcode as the table keeps it: capitals and digits only, without "CEDEX 02" and without a country prefix. */
export function storedCode(country: string, postcode: string): string {
  const compact = compactCode(postcode.replace(/^(\d{5}) [A-Z].*$/, '$1'))
  if (prefixed.has(country)) return compact.replace(/^[A-Z]+(?=\d)/, '')
  // The table has one code for each Brazilian town, its first: people write any of its 1,000.
  return country === 'BR' ? compact.slice(0, 5) : compact
}

/** Capitals and digits only: "sw1a 1aa" is SW1A1AA. */
export function compactCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/** `A99` for D02, `99999` for 94270. */
export function shapeOf(compact: string): string {
  return compact.replace(/[A-Z]/g, 'A').replace(/\d/g, '9')
}

/** A postcode as its country prints it: "64-550", "111 22". */
export function shownCode(country: string, code: string): string {
  const { at, mark } = printed[country] ?? { at: 0, mark: '' }
  return at > 0 && code.length > at ? `${code.slice(0, at)}${mark}${code.slice(at)}` : code
}

const printed: Readonly<Record<string, { readonly at: number; readonly mark: string }>> = {
  CA: { at: 3, mark: ' ' },
  CZ: { at: 3, mark: ' ' },
  PL: { at: 2, mark: '-' },
  PT: { at: 4, mark: '-' },
  SE: { at: 3, mark: ' ' },
  SK: { at: 3, mark: ' ' },
}
