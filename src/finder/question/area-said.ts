import { departments } from '../places/departments.ts'
import { stateCodes } from '../places/state-codes.ts'
import { abbreviationChoice } from '../vocabulary/choices.ts'
import { type PlaceFinder, type SaidPlace, plainName, withoutStops } from './place-names.ts'

/** An area that French says as one: « dans le Nord », « en Floride », « canton de Vaud », or apart: « asthme, Somme ». */
export function areaInFrench(
  text: string,
  { findPlace, language }: PlaceFinder,
): SaidPlace | undefined {
  if (language !== 'fr') return undefined
  for (const cue of text.matchAll(cues)) {
    const from = cue.index + cue[0].length
    const isPart = cue.groups?.['part'] !== undefined
    for (const typed of wordsFrom(text.slice(from))) {
      const plain = plainName(typed)
      const behind = text.slice(from + typed.length)
      // « Dans le nord de la France » is more than the department, and « dans le lot de patients » is none.
      if (wordsToo.has(plain) && ofMore.test(behind)) continue
      const number = departmentNumber(plain)
      if (number === undefined && !isPart && !exonyms.has(plain) && !articled.has(plain)) continue
      const read = findPlace(number ?? (isPart ? `${typed} (région), Suisse` : typed), true)
      if (read.kind === 'wide' && read.place.kind === 'region')
        return { words: text.slice(cue.index, from + typed.length), typed, read }
    }
  }
  return areaApart(text, findPlace)
}

/** « Asthme, Nord »: last, behind a sign, and written as a name; not what a town is called too. */
function areaApart(text: string, findPlace: PlaceFinder['findPlace']): SaidPlace | undefined {
  const typed = (apart.exec(withoutStops(text)) ?? north.exec(withoutStops(text)))?.[0] ?? ''
  const plain = plainName(typed)
  const number = plain === 'vienne' ? undefined : departmentNumber(plain)
  if (number === undefined && !exonyms.has(plain)) return undefined
  const read = findPlace(number ?? typed, true)
  return read.kind === 'wide' ? { words: typed, typed, read } : undefined
}

const apart = /(?<=[,;] ?)\p{Lu}[^,;]*$/u

/** Last in small letters the department too; not "hôpital nord". */
const north = /(?<=\p{L}{4,},? )(?<!(?:h[ôo]pital|gare|p[ôo]le|quartier|paris|zone|centre) )nord$/iu

const cues =
  /(?<![\p{L}\p{N}])(?:(?:dans|sur) (?:le |la |les |l['’])|(?<part>(?:dans )?(?:le )?canton (?:de la |de l['’]|des |de |du |d['’]))|(?:dans )?(?:le )?(?:d[ée]partement|[ée]tat) (?:de la |de l['’]|des |de |du |d['’])|(?:en|au|aux) )(?=\p{L})/giu

const wordsToo: ReadonlySet<string> = new Set(
  'nord|grand est|lot|creuse|somme|manche|landes|aube|cher'.split('|'),
)
const ofMore = /^[ -](?:(?:de|du|des|est|ouest)(?!\p{L})|d['’])/iu

/** Regions with an article, where readers of French live. */
const articled: ReadonlySet<string> = new Set(
  (
    'hauts de france|grand est|pays de la loire|centre val de loire|valais|tessin|hainaut|brabant wallon|brabant flamand|' +
    'nouveau brunswick|quebec'
  ).split('|'),
)

/** Areas elsewhere by their French names, which are no words. */
const exonyms: ReadonlySet<string> = new Set(
  (
    'floride|californie|pennsylvanie|louisiane|virginie|caroline du nord|caroline du sud|dakota du nord|dakota du sud|nouveau mexique|' +
    'colombie britannique|nouveau brunswick|nouvelle ecosse|terre neuve|ecosse|pays de galles|angleterre|irlande du nord|catalogne|' +
    'andalousie|baviere|saxe|toscane|lombardie|sicile|sardaigne|piemont|flandre|flandres|wallonie|texas|ohio|illinois|michigan|massachusetts'
  ).split('|'),
)

let numbers: ReadonlyMap<string, string> | undefined

/** The number of a department, by its plain name; not of Paris, which is said of the city. */
function departmentNumber(plain: string): string | undefined {
  numbers ??= new Map([...departments].map(([number, name]) => [plainName(name), number]))
  return plain === 'paris' ? undefined : numbers.get(plain)
}

const mostWords = 5

/** The first words, the longest run first; an elided word is one with what it is of: « Côtes d'Armor ». */
function wordsFrom(text: string): readonly string[] {
  const [clause = ''] = /^[^,.;:!?()\n]*/.exec(text) ?? []
  const words = [...clause.matchAll(/\S+/gu)].slice(0, mostWords)
  return words.map(({ index, 0: word }) => clause.slice(0, index + word.length)).toReversed()
}

/** "My son has asthma, NJ", "eczema trials in TX": a state by its code, which is no abbreviation of an illness. */
export function stateAtEnd(
  text: string,
  { findPlace, language }: PlaceFinder,
): SaidPlace | undefined {
  if (language !== 'en' || !/\p{Ll}{3}/u.test(text)) return undefined
  const found = codeAtEnd.exec(withoutStops(text))
  const code = (found?.groups?.['code'] ?? found?.groups?.['small'] ?? '').toUpperCase()
  if (!found || !stateCodes.has(code)) return undefined
  const isApart = /^(?:in|near|from|,)/i.test(found[0].trim())
  if (!isApart && isShortFor(code, text.slice(0, found.index), findPlace)) return undefined
  if (abbreviationChoice(code) || (!isApart && alsoMedicine.has(code)) || alsoWords.has(code))
    return undefined
  const read = findPlace(code, true)
  if (read.kind !== 'wide' || read.place.kind !== 'region') return undefined
  return { words: found[0].replace(/^[,\s]+/, ''), typed: code, read }
}

/** "Follicular lymphoma FL": the first letters of the words before it, which are no state ("New Jersey NJ"). */
function isShortFor(code: string, before: string, findPlace: PlaceFinder['findPlace']): boolean {
  const words = /(\p{L})\p{L}+ (\p{L})\p{L}+$/u.exec(before)
  if (!words || `${words[1]}${words[2]}`.toUpperCase() !== code) return false
  return findPlace(words[0], true).kind === 'unknown'
}

const codeAtEnd =
  /(?:(?<=\p{L})[,;] ?| (?:in |near |from )?)(?:(?<code>[A-Z]{2}|NSW|QLD)|(?<small>nsw|qld|tx|ny|nj|fl|az|nv|wv|nh|wi))$/u

/** Codes that are mostly something else in medicine where nothing says that they are a state. */
const alsoMedicine: ReadonlySet<string> = new Set(
  'AL AK AR CA CO CT DE GA HI IA IL IN KS LA MA MD MO MT NC NE ND PA SC SD TN VA VT WA BC AB NB NS NL SK'.split(
    ' ',
  ),
)

/** The same that are words. */
const alsoWords: ReadonlySet<string> = new Set('IN OR ME HI OK ON'.split(' '))
