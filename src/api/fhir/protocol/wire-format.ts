import type { FhirVersion } from '../xml/element-table.ts'

/** How an answer is written. */
export interface WireFormat {
  readonly kind: 'json' | 'xml'
  readonly isPretty: boolean
  /** Whose elements XML is written by. */
  readonly release: FhirVersion
}

/** What a request says of the form of its answer. */
export interface AskedFormat {
  readonly accept: string | undefined
  /** The values of `_format` and `_pretty`. */
  readonly format: string | undefined
  readonly pretty: string | undefined
  readonly release: FhirVersion
}

/**
 * The form that is asked for: `_format` decides, then `Accept`; JSON where nothing is said. Undefined where only forms are
 * taken that are not served.
 */
export function wireFormatOf({
  accept,
  format,
  pretty,
  release,
}: AskedFormat): WireFormat | undefined {
  const isPretty = pretty === 'true'
  const kind =
    format !== undefined && format.trim() !== ''
      ? kindOfName(format)
      : kindOfAccept(accept, release)
  return kind && { kind, isPretty, release }
}

const names: ReadonlyMap<string, WireFormat['kind']> = new Map([
  ['json', 'json'],
  ['application/fhir+json', 'json'],
  ['application/json+fhir', 'json'],
  ['application/json', 'json'],
  ['text/json', 'json'],
  ['application/*', 'json'],
  ['*/*', 'json'],
  ['*', 'json'],
  // A person's browser names XML beside HTML, and can show JSON.
  ['text/html', 'json'],
  ['xml', 'xml'],
  ['application/fhir+xml', 'xml'],
  ['application/xml+fhir', 'xml'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
])

/** In an address an unescaped `+` came as a blank. */
function kindOfName(name: string): WireFormat['kind'] | undefined {
  return names.get(bare(name).replace(' ', '+'))
}

function kindOfAccept(
  accept: string | undefined,
  release: FhirVersion,
): WireFormat['kind'] | undefined {
  if (accept === undefined || accept.trim() === '') return 'json'
  const taken = accept
    .split(',')
    .slice(0, mostRanges)
    .filter((range) => isOf(release, range))
    .map(rangeOf)
  const best = taken
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .find(({ kind }) => kind !== undefined)
  return best?.kind
}

const mostRanges = 30

/** A range may name the release that it takes: `application/fhir+json; fhirVersion=4.0`. */
function isOf(release: FhirVersion, range: string): boolean {
  const [, wanted] = /;\s*fhirVersion\s*=\s*"?([\d.]+)/i.exec(range) ?? []
  return wanted === undefined || `R${Number.parseInt(wanted, 10)}` === release
}

function rangeOf(range: string): { kind: WireFormat['kind'] | undefined; quality: number } {
  const [, q = '1'] = /;\s*q\s*=\s*([\d.]+)/i.exec(range) ?? []
  const quality = Number(q)
  return { kind: names.get(bare(range)), quality: Number.isNaN(quality) ? 0 : quality }
}

function bare(name: string): string {
  return (name.split(';')[0] ?? '').trim().toLowerCase()
}
