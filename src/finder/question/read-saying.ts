import { type Age, type AgeSpan, ageSpan } from '../registry/ages.ts'
import { fold } from '../vocabulary/fold.ts'
import { smallness } from '../vocabulary/small-words.ts'
import type { ReadPlace } from './read-place.ts'
import { readAgeWord } from './read-values.ts'

/** What a person says beside an illness in the box for anything: how old somebody is, and where they live. */
export interface Saying {
  /** The rest, to be searched for. */
  readonly left: string
  readonly age?: SaidAge
  readonly place?: SaidPlace
  /** "near me": a place is asked for, and not said. */
  readonly isNearMe: boolean
}

/** An age as it was said. */
export interface SaidAge {
  readonly words: string
  readonly span: AgeSpan
  /** The number and its unit, where one was said: "baby" has none. */
  readonly age?: Age
}

/** A place as it was said: all the words, and those that name it. */
export interface SaidPlace {
  readonly words: string
  readonly typed: string
  readonly read: Exclude<ReadPlace, { readonly kind: 'unknown' }>
}

/**
 * Takes an age and a place out of a sentence. A search written with signs ("…", OR, NOT, -word, word*) is left as it is, and
 * so is all that may be something else: two ages, or a name that is also a word.
 */
export function readSaying(text: string, findPlace: (typed: string) => ReadPlace): Saying {
  const untouched: Saying = { left: text, isNearMe: false }
  if (signs.test(text)) return untouched
  const nearMe = nearMePattern.exec(text)
  const withoutMe = nearMe ? cut(text, nearMe[0]) : text
  const age = saidAge(withoutMe)
  const withoutAge = age ? cut(withoutMe, age.words) : withoutMe
  const place = saidPlace(withoutAge, findPlace)
  const left = place ? cut(withoutAge, place.words) : withoutAge
  return {
    left,
    ...(age && { age }),
    ...(place && { place }),
    isNearMe: nearMe !== null && !place,
  }
}

const signs = /["“”«»*]|(?:^|\s)(?:OR|AND|NOT)(?:\s|$)|(?:^|\s)-\p{L}/u

const nearMePattern =
  /(?<!\p{L})(?:near(?:est|by)?(?: to)? (?:me|us|home|here|my (?:home|house|place))|close to (?:me|us|home)|around (?:me|here)|nearby|in my area|pr[eè]s de (?:chez )?(?:moi|nous)|autour de (?:chez )?(?:moi|nous)|proche de chez (?:moi|nous)|dans ma r[eé]gion|[aà] c[oô]t[eé] de chez (?:moi|nous))(?!\p{L})/iu

/** A comma stays in the place of what was taken out, so that the words around it are not read as one name. */
function cut(text: string, words: string): string {
  const at = text.indexOf(words)
  const before = text.slice(0, at).trimEnd()
  const after = text.slice(at + words.length).trimStart()
  const isEnd = before === '' || after === '' || /^[,.;:!?)]/.test(after)
  return `${before}${isEnd ? ' ' : ', '}${after}`.replace(/[\s,]+$/, '').trim()
}

const numbers: Readonly<Record<string, number>> = Object.fromEntries(
  (
    'one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12 thirteen:13 fourteen:14 ' +
    'fifteen:15 sixteen:16 seventeen:17 eighteen:18 un:1 une:1 deux:2 trois:3 quatre:4 cinq:5 sept:7 huit:8 neuf:9 dix:10 ' +
    'onze:11 douze:12 treize:13 quatorze:14 quinze:15 seize:16'
  )
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([word = '', value]) => [word, Number(value)]),
)
const number = `(?<number>\\d{1,3}|${Object.keys(numbers).join('|')})`
const unit = String.raw`(?<unit>years?|yrs?|months?|mos?|weeks?|wks?|days?|ans?|mois|semaines?|jours?)`
const start = String.raw`(?<![\p{L}\p{N}.,/-])`
const end = String.raw`(?![\p{L}\p{N}])`
/** A number alone is an age where nothing is counted by it: "25 weeks pregnant", "5 feet". */
const closed = String.raw`(?=\s*(?:$|[,.;:!?)]|(?:and|with|but|who|has|have|now|yo|from)(?!\p{L})))`

/** Of whom an age is said. */
const relative =
  '(?:son|daughter|boy|girl|child|kid|baby|husband|wife|mother|father|mum|mom|dad|gran|granny|grandma|grandpa|' +
  'brother|sister|nephew|niece|uncle|aunt|friend|man|woman|fils|fille|enfants?|b[ée]b[ée]|gar[çc]on|fillette|homme|' +
  'femme|patiente?|mari|m[èe]re|p[èe]re|maman|papa|nourrisson|petite?|ado|adolescente?|jumeaux|neveu|ni[èe]ce|amie?|' +
  's[œo]e?ur|fr[èe]re|oncle|tante|grand-m[èe]re|grand-p[èe]re|mamie|papi)'

/** Ways to say an age; what only tells how long something lasts ("for 3 years", "depuis 3 ans") is none of them. */
const agePatterns: readonly RegExp[] = [
  String.raw`${start}${number}[ -]?${unit}[ -]olds?${end}`,
  String.raw`${start}${number} ?(?<unit>y|yr|yrs) ?old${end}`,
  String.raw`${start}${number} ?(?<unit>y)(?:\/o|o|\.o\.?)${end}`,
  String.raw`${start}(?<!\bat )aged? (?:of )?${number}(?: ${unit})?${end}(?! (?:and|or|to|-) ?\d)`,
  String.raw`${start}(?:i['’]?m|i am|he['’]s|he is|she['’]s|she is|who is|who['’]s) ${number}(?: (?<unit>years?)(?: old)?)?${closed}`,
  String.raw`${start}(?:j['’]?ai|il a|elle a|qui a|${relative} a) ${number} ?${unit}${end}(?! d[e'’])`,
  String.raw`(?<=${start}${relative} is )${number}${closed}`,
  String.raw`${start}(?<number>\d{2})(?=[FM]${end})`,
  String.raw`${start}[âa]g[ée]e?s? (?:de )?${number} ?${unit}${end}`,
  String.raw`(?<=${start}${relative} (?:de )?)${number} ?${unit}${end}`,
  String.raw`(?<=(?:^|[,;(] ?))${number} (?<unit>ans|mois)(?=\s*(?:$|[,.;)!?]))`,
  String.raw`${start}(?<!(?:depuis|pendant|durant|il y a|y a|en|sur|apr[èe]s|[àa]|de|dans|pour|d['’]ici|plus|moins|encore) )(?<number>[2-9]\d) (?<unit>ans)${end}(?! d[e'’])`,
].map((source) => new RegExp(source, 'giu'))

function saidAge(text: string): SaidAge | undefined {
  const found: SaidAge[] = []
  for (const pattern of agePatterns)
    for (const match of text.matchAll(pattern)) {
      const age = ageIn(match)
      if (age && !found.some(({ words }) => words.includes(match[0]) || match[0].includes(words)))
        found.push({ words: match[0], span: ageSpan(age), age })
    }
  const spans = new Set(found.map(({ span }) => `${span.least} ${span.most}`))
  const [first] = found
  if (first) return spans.size === 1 ? first : undefined
  return saidAgeGroup(text)
}

const mostYears = 110

function ageIn({ groups = {} }: RegExpMatchArray): Age | undefined {
  const said = groups['number'] ?? ''
  const value = numbers[fold(said)] ?? Number(said)
  const letter = (groups['unit'] ?? 'year').toLowerCase()
  const kind = /^(?:y|an)/.test(letter)
    ? 'year'
    : letter.startsWith('m')
      ? 'month'
      : /^[ws]/.test(letter)
        ? 'week'
        : 'day'
  const isLikely = kind === 'year' ? value <= mostYears : value > 0
  return isLikely ? { value, unit: kind } : undefined
}

/** "my baby" is under two years old. Whoever speaks of a grown-up as well may be asking for them. */
function saidAgeGroup(text: string): SaidAge | undefined {
  if (grownUp.test(text)) return undefined
  const match =
    /(?<!\p{L})(?:my|our|mon|ma|notre) (?:\p{L}+ )?(baby|newborn|infant|b[ée]b[ée]|nourrisson|toddler)(?!\p{L})/iu.exec(
      text,
    )
  const words = match?.[1] ?? ''
  const span = readAgeWord(words)
  return span && { words, span }
}

const grownUp =
  /(?<!\p{L})(?:i have|i['’]ve|i am|i['’]m|j['’]?ai|je suis|je souffre|husband|wife|mother|father|mum|mom|dad|mari|femme|m[èe]re|p[èe]re|maman|papa|brother|sister|fr[èe]re|s[œo]e?ur|pregnan\p{L}+|enceinte)(?!\p{L})/iu

/** What stands before a place; after the first kind nearly anything is one, after the second a town that is meant. */
const placeCues =
  /(?<![\p{L}\p{N}])(?:(?<sure>near|close to|around|outside|within \d+ ?(?:km|miles?) of|pr[èe]s d[e'’]|proche d[e'’]|autour d[e'’]|aux? alentours d[e'’]|r[ée]gion d[e'’]|du c[ôo]t[ée] d[e'’])|in|from|à|(?<plain>a)|aux?|en|sur|dans le(?= \d)|habit(?:e|ant|ons)|vi[st]|vivant|bas[ée]e? [àa])(?:(?<=['’])|\s+)(?=[\p{L}\p{N}])/giu

const mostPlaceWords = 5

function saidPlace(text: string, findPlace: (typed: string) => ReadPlace): SaidPlace | undefined {
  let tries = 0
  for (const cue of text.matchAll(placeCues)) {
    const from = cue.index + cue[0].length
    if (cue.groups?.['plain'] !== undefined && isEnglish.test(text)) continue
    const isSure = cue.groups?.['sure'] !== undefined
    for (const typed of namesFrom(text.slice(from), isSure)) {
      if (++tries > mostTries) return undefined
      const read = findPlace(typed)
      if (read.kind === 'unknown' || !isMeant(typed, read.place, isSure)) continue
      const name = shortestName(typed, read, findPlace)
      return { words: text.slice(cue.index, from + name.length), typed: name, read }
    }
  }
  return undefined
}

const mostTries = 30

/** Then "a" is no "à". */
const isEnglish = /(?<!\p{L})(?:my|the|has|have|had|is|and|with|for|i|of|an|need|want)(?!\p{L})/iu

/** "Villejuif, on irait" means no more than "Villejuif": words that change nothing are no part of the name. */
function shortestName(
  typed: string,
  { place }: SaidPlace['read'],
  findPlace: (typed: string) => ReadPlace,
): string {
  const words = [...typed.matchAll(/[^\s]+/gu)]
  const shorter = words.map((word) => typed.slice(0, word.index + word[0].length).replace(/,$/, ''))
  const isSame = (name: string): boolean => {
    const read = findPlace(name)
    return read.kind !== 'unknown' && read.place.lat === place.lat && read.place.lon === place.lon
  }
  return shorter.find(isSame) ?? typed
}

/** The words after a cue that may be a place's name, the longest first; a comma may be followed by where it is. */
function namesFrom(text: string, isSure: boolean): string[] {
  const [clause = ''] = /^[^.;:!?()\n]*/.exec(text) ?? []
  const words = [...clause.matchAll(/[^\s]+/gu)].slice(0, mostPlaceWords)
  const names = words.map((word) => clause.slice(0, word.index + word[0].length).replace(/,$/, ''))
  return names
    .toReversed()
    .filter((name) => !smallness(name.split(/[\s,]+/).at(-1) ?? '') || /\d/.test(name))
    .filter((name) => isSure || !/^\d{1,4}(?!\d)/.test(name))
}

/** A place of that very name: a small town only where it is written as a name, or asked for with "near". */
function isMeant(
  typed: string,
  { name, kind, population = 0, region, country, isCorrected }: SaidPlace['read']['place'],
  isSure: boolean,
): boolean {
  if (kind === 'postcode') return true
  const [first = ''] = typed.split(',')
  const plain = plainName(first)
  if (country === undefined || months.has(plain) || smallness(first)) return false
  // What was only said is no place for being spelt nearly like one: "heart" is not Herat.
  if (isCorrected && !isSure) return false
  if (/^\p{Lu}{2,5}$/u.test(first)) return countryCodes.has(first)
  if (plain.length < 4 && !isSure) return false
  if (isSure) return true
  const isNamed = [name, region ?? ''].some((one) => plain.startsWith(plainName(one)))
  const isWritten = /^\p{Lu}/u.test(typed)
  if (kind !== 'town') return isNamed || isWritten
  return isNamed ? population >= (isWritten ? leastWritten : leastTyped) : false
}

/** What is written in capitals is an abbreviation, and mostly one of medicine. */
const countryCodes: ReadonlySet<string> = new Set(['US', 'USA', 'UK', 'UAE', 'NYC', 'LA'])

const leastWritten = 5000
const leastTyped = 100_000

const months: ReadonlySet<string> = new Set(
  'march may august mars mai aout april june july january february'.split(' '),
)

function plainName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
