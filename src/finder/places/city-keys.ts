import { countryCode } from './countries.ts'
import { nameKey, withoutDistrict } from './name-key.ts'

/**
 * What a registry's city may be called in the gazetteer, the likeliest first: as written, then without
 * districts, states and words such as "City of". `regions` are the folded names of the country's regions.
 */
export function* cityKeys(city: string, regions: readonly string[]): Generator<string> {
  const seen = new Set<string>()
  for (const text of readings(withLostLetters(city))) {
    const key = nameKey(text)
    for (const form of [key, withoutKind(key), withoutLast(key, regions), withoutUmlauts(key)])
      if (form !== '' && !seen.has(form)) {
        seen.add(form)
        yield form
      }
  }
}

/** The whole, then its parts: "Praha 4 - Krc", "Firenze (Florence)", "Rio, Patras", "Belo Horizonte-MG". */
function readings(city: string): string[] {
  const parts = city.split(/[,;()/]|\s-\s?|\s?-\s|-(?=[A-Z]{2}$)/)
  const whole = otherNames[nameKey(city)]
  const plain = withoutDistrict(city).replace(/^(?:[A-Z]{1,3}-)?\d{3,} /, '')
  const all = [...(whole === undefined ? [] : [whole]), city, plain]
  return [...all, ...parts.map((part) => withoutDistrict(part.trim()))]
}

/** Names of a capital's district for the capital. */
const otherNames: Readonly<Record<string, string>> = {
  caba: 'Buenos Aires',
  'capital federal': 'Buenos Aires',
  'ciudad autonoma de bs as': 'Buenos Aires',
}

/** "Kurume-shi", "City of London", "Taipei City": the word for what kind of place it is. Wards (-ku) are not towns. */
function withoutKind(key: string): string {
  return key
    .replace(/^(?:city of|ciudad autonoma de|ciudad autonoma|ciudad de|ville de|stadt) /, '')
    .replace(/(?:(?<=.{3}) | )(?:city|shi|si|ken|district|dist|region|province)$/, '')
}

/** The last word when it is an abbreviation ("Basel BS"), the region or the country ("Moscow Russia"). */
function withoutLast(key: string, regions: readonly string[]): string {
  const region = regions.find((name) => key.endsWith(` ${name}`))
  if (region !== undefined) return key.slice(0, -region.length).trim()
  const [, rest = key, last = ''] = /^(.+) (\S+)$/.exec(key) ?? []
  if (last.length <= 1) return rest === key ? key : withoutLast(rest, regions)
  return last.length <= 3 || countryCode(last) !== undefined ? rest : key
}

/** German names are written with ae, oe, ue where there is no umlaut on the keyboard. */
function withoutUmlauts(key: string): string {
  return key.replace(/([aou])e/g, '$1')
}

/** A question mark inside a word, like U+FFFD, is a letter lost on the way. */
function withLostLetters(text: string): string {
  return text.replace(/(?<=\p{L})\?+(?=\p{L})/gu, '\uFFFD')
}

/** What a folded name with letters lost (U+FFFD) can have been; undefined if none is lost. */
export function lostLetterPattern(key: string): RegExp | undefined {
  if (!key.includes('\uFFFD')) return undefined
  const others = key.replace(/[^\p{L}\p{N} \uFFFD]/gu, '')
  if (others.replace(/[ \uFFFD]/g, '').length < 3) return undefined
  const source = others.replace(
    /\uFFFD+/g,
    (lost) => `[\\p{L} ]{0,${Math.min(6, lost.length + 1)}}`,
  )
  return new RegExp(`^${source}$`, 'u')
}
