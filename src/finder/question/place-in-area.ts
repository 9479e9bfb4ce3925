import { countryCodes, countrySpellings } from '../places/countries.ts'
import { isCity } from '../places/near-cities.ts'
import { stateCodes } from '../places/state-codes.ts'
import { fold } from '../vocabulary/fold.ts'
import { type PlaceFinder, type SaidPlace, plainName, saysNothing } from './place-names.ts'

/**
 * A town with its state or country behind it, wherever it stands in a sentence: "Portland Maine, Crohn's", "perth scotland
 * ms". Both say it, so that no word before is needed.
 */
export function placeInArea(text: string, { findPlace }: PlaceFinder): SaidPlace | undefined {
  const words = [...text.matchAll(/[^\s,;.!?()]+/gu)]
  for (let last = 1; last < words.length; last++) {
    const end = endOf(words[last])
    const own = areaWords(words, last)
    if (own === 0) continue
    for (let count = Math.min(mostWords, last); count >= own; count--) {
      const from = words[last - count]?.index ?? 0
      const typed = text.slice(from, end)
      const first = words[last - count]?.[0] ?? ''
      if (/[;.!?()]/.test(typed) || (saysNothing(first) && !isCity(typed.replace(/,? \S+$/, ''))))
        continue
      const read = findPlace(typed, true)
      if (read.kind !== 'found' || read.place.kind !== 'town') continue
      const { name, population = 0 } = read.place
      const isItsName = plainName(typed).startsWith(`${plainName(name).replace(/^the /, '')} `)
      if (isItsName && population >= fewestPeople) return { words: typed, typed, read }
    }
  }
  return undefined
}

/** « Vienne (38) », "Sandwich in Kent": what stands behind the town tells which one it is. */
export function placeInPart(
  text: string,
  { findPlace, language }: PlaceFinder,
): SaidPlace | undefined {
  const part = (language === 'fr' ? inBrackets : inCounty).exec(text)
  if (!part) return undefined
  const before = [...text.slice(0, part.index).matchAll(/[^\s,;.!?()]+/gu)].slice(-mostWords)
  for (const { index } of before) {
    const name = text.slice(index, part.index)
    if (/[,;.!?()]/.test(name) || (language === 'en' && !/^\p{Lu}/u.test(name))) continue
    const typed = `${name}, ${part.groups?.['area']}`
    const read = findPlace(language === 'fr' ? `${name} (${part.groups?.['area']})` : typed, true)
    const isSo =
      read.kind === 'found' &&
      read.place.kind === 'town' &&
      !read.place.isForArea &&
      isNamed(name, read.place.name)
    if (isSo) return { words: text.slice(index, part.index + part[0].length), typed, read }
  }
  return undefined
}

function isNamed(said: string, name: string): boolean {
  return plainName(name).startsWith(plainName(said))
}

const inBrackets = / \((?<area>\d\d|2[ab]|97\d)\)/iu
const inCounty = / in (?<area>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)(?!\p{L})/u

const mostWords = 4

/** There is a town of that name in some state for many words: "Lupus, Missouri". */
const fewestPeople = 2000

function endOf(match: RegExpExecArray | undefined): number {
  return match ? match.index + match[0].length : 0
}

/** How many words before `last` it takes to name an area that ends there: none where there is no area. */
function areaWords(words: readonly RegExpExecArray[], last: number): number {
  const word = (at: number): string => words[at]?.[0] ?? ''
  if (isArea(word(last), word(last - 1), last === words.length - 1)) return 1
  const isPair = last > 1 && areas.has(`${fold(word(last - 1))} ${fold(word(last))}`)
  return isPair ? 2 : 0
}

function isArea(word: string, before: string, isLast: boolean): boolean {
  if (/^(?:UK|USA|US|NZ|UAE|NSW|QLD)$/.test(word)) return true
  // Two letters are a state only behind a name: "Memphis TN".
  if (/^\p{Lu}{2}$/u.test(word)) return stateCodes.has(word) && /^\p{Lu}\p{Ll}/u.test(before)
  // "Tampa Fl".
  if (/^(?:Fl|Tx|Ca|Ny|Nj|Ga|Az|Nv|Wa|Pa|Va|Nc|Sc|Tn|Ky|Wi|Mn|Mo|Ct|Md|Ut)$/.test(word))
    return isLast && /^\p{Lu}\p{Ll}{2}/u.test(before)
  if (word.length < 4)
    return /^(?:uk|usa|nz)$/i.test(word) || smallCodes.has(word) || (isLast && lastCodes.has(word))
  return areas.has(fold(word)) || countries().has(fold(word))
}

/** Codes of states in small letters that are no words: "san antonio tx". */
const smallCodes: ReadonlySet<string> = new Set(
  'tx ny nj fl ga wa az nv tn ky wv nc sc nm nd sd ks mn wi il vt nh ri dc ut'.split(' '),
)

/** The same that are words or abbreviations elsewhere, last of all: "pittsburgh pa". */
const lastCodes: ReadonlySet<string> = new Set(
  'pa ma ca md mi mo va la al ct co ks in or'.split(' '),
)

let known: ReadonlySet<string> | undefined

/** Countries of one word, folded. */
function countries(): ReadonlySet<string> {
  return (known ??= new Set(countryCodes.flatMap((code) => countrySpellings(code)).map(fold)))
}

/** States, provinces and parts of kingdoms, and what has two words, folded. */
const areas: ReadonlySet<string> = new Set(
  (
    'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa ' +
    'kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ' +
    'ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming ' +
    'berkshire buckinghamshire cambridgeshire cheshire cornwall cumbria derbyshire devon dorset essex gloucestershire hampshire hertfordshire kent lancashire leicestershire ' +
    'lincolnshire norfolk northamptonshire northumberland nottinghamshire oxfordshire shropshire somerset staffordshire suffolk surrey sussex warwickshire wiltshire worcestershire yorkshire ' +
    'england scotland wales ecosse angleterre ontario quebec alberta manitoba saskatchewan queensland tasmania victoria ' +
    'floride californie bretagne'
  )
    .split(' ')
    .concat(
      (
        'new zealand|south africa|united kingdom|united states|great britain|northern ireland|new york|new jersey|new mexico|' +
        'new hampshire|north carolina|south carolina|north dakota|south dakota|west virginia|rhode island|new south wales|' +
        'british columbia|nova scotia|new brunswick|western australia|south australia|hong kong|saudi arabia|south korea'
      ).split('|'),
    ),
)
