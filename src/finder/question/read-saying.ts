import type { Concept } from '../vocabulary/concept.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import { ageBehindIllness } from './age-behind-illness.ts'
import { type SaidAge, ageAtEnd, ageWithin, saidAge } from './said-age.ts'
import type { PlaceFinder, SaidPlace } from './place-names.ts'
import { elsewhere, saidPlace } from './said-place.ts'
import { type SaidSex, saidSex } from './said-sex.ts'
import { ofWhoIsIll } from './whom.ts'

/** What a person says beside an illness in the box for anything: who is ill, how old they are, and where they live. */
export interface Saying {
  /** The rest, to be searched for. */
  readonly left: string
  readonly age?: SaidAge
  /** Its words stay among the rest. */
  readonly sex?: SaidSex
  readonly place?: SaidPlace
  /** "near me": a place is asked for, and not said. */
  readonly isNearMe: boolean
}

/** What a sentence is read with: how a place is found, and the day (`yyyy-MM-dd`), from which "born in 2019" is counted. */
export interface SayingContext extends PlaceFinder {
  readonly today: string
}

/** Whether anything of whom or where it is about was said, to be told beside the words. */
export function saysOfPerson(saying: Saying | undefined): saying is Saying {
  return [saying?.age, saying?.sex, saying?.place].some((said) => said !== undefined)
}

/**
 * Takes an age and a place out of a sentence, and sees whose sex it says. A search written with signs ("…", OR, NOT, -word,
 * word*) is left as it is, and so is all that may be something else: two ages, or a name that is also a word.
 */
export function readSaying(asTyped: string, { today, ...asked }: SayingContext): Saying {
  // "Was NOT diagnosed" is said loudly, and asks for no studies without.
  const isSpoken = asTyped.includes('NOT') && spoken.test(asTyped)
  const text = asTyped.replace(isSpoken ? /(?<= )NOT(?= \p{Ll})/gu : loudNot, (word) =>
    word.toLowerCase(),
  )
  const finder = withoutSexes(asked)
  const untouched: Saying = { left: text, isNearMe: false }
  if (signs.test(text)) return untouched
  const whole = ofWhoIsIll(text)
  const sex = saidSex(whole)
  const nearMe = nearMePattern.exec(text)
  const withoutMe = nearMe ? cut(text, nearMe[0]) : text
  const end =
    finder.language === 'en' ? (said: string) => ageAtEnd(said) ?? ageWithin(said) : () => undefined
  const ageIn = (said: string): SaidAge | undefined => {
    const ill = said === text ? whole : ofWhoIsIll(said)
    const told = saidAge(ill, today)
    // "Coeliac 12, teen girl": the number says more than the word for it.
    const isWord = told !== undefined && !told.age && !/\d|ties|aine|naire/.test(told.words)
    const number =
      told && !isWord ? undefined : (end(ill) ?? ageBehindIllness(ill, finder.language))
    const isWithin =
      !told ||
      (number && number.span.least >= told.span.least && number.span.most <= told.span.most)
    const found = isWithin ? (number ?? told) : told
    return found && said.includes(found.words) ? found : undefined
  }
  const age = ageIn(withoutMe)
  const withoutAge = age ? cut(withoutMe, age.words) : withoutMe
  const found = livedIn(withoutAge, finder)
  const isFirstName = age && found && `${found.words}, ${age.words}`
  // "Nancy, 34 ans" is somebody's name.
  const isName = isFirstName && withoutMe.startsWith(isFirstName)
  const place = isName || (found && isRatherIllness(found, withoutAge)) ? undefined : found
  const withoutPlace = place ? cut(withoutAge, place.words) : withoutAge
  // "Crohn 19 ans Lille": what stands before the place is then at the end.
  const behind = place && !age ? ageIn(withoutPlace) : undefined
  // « 44 nantes »: the number before a town is its department's.
  const isDepartment =
    finder.language === 'fr' && behind && withoutAge.includes(`${behind.words} ${place?.words}`)
  const last = isDepartment && /^\d\d$/.test(behind.words) ? undefined : behind
  const left = last ? cut(withoutPlace, last.words) : withoutPlace
  const said = age ?? last
  return {
    left,
    ...(said && { age: said }),
    ...(sex && { sex }),
    ...(place && { place }),
    isNearMe: nearMe !== null && !place,
  }
}

/** A sentence, and no formula: then "NOT" is said loudly. */
const spoken = /[\p{Ll}\d][.:;!?] .*[.:;!?] |(?<!\p{L})(?:my|he|she|we|they|turned|it)(?!\p{L})/u

const loudNot =
  /(?<=(?<!\p{L})(?:am|is|are|was|were|has|have|had|do|does|did|can|could|will|would|should) )NOT(?= \p{Ll})/gu

/** "12 years male, Paris TX": the word for somebody's sex is no capital of the Maldives, unless these are said. */
function withoutSexes({ findPlace, ...finder }: PlaceFinder): PlaceFinder {
  return {
    ...finder,
    findPlace: (typed, asWritten) =>
      /^(?:fe)?males?(?![\p{L}'’-])(?!,? maldives)/iu.test(typed)
        ? { kind: 'unknown', others: [] }
        : findPlace(typed, asWritten),
  }
}

/**
 * The place that is said, but for where somebody only spends a holiday or came back from. Where they come from gives way to where they say
 * that they live: "from India, living in Leicester".
 */
function livedIn(text: string, finder: PlaceFinder): SaidPlace | undefined {
  const found = saidPlace(text, finder)
  if (!found) return undefined
  const at = indexOfWords(text, found.words)
  const others = (): SaidPlace | undefined =>
    livedIn(`${text.slice(0, at)}, ${text.slice(at + found.words.length)}`, finder)
  const isHoliday =
    holidayBefore.test(text.slice(0, at)) ||
    (travelBefore.test(text.slice(0, at)) && !wouldTravel.test(text)) ||
    holidayBehind.test(text.slice(at + found.words.length))
  if (isHoliday) return others()
  const isOrigin =
    /^(?:from|(?:je |on )?(?:viens|vient) d)/i.test(found.words) ||
    originBefore.test(text.slice(0, at))
  return isOrigin && living.test(text) ? (others() ?? found) : found
}

const originBefore =
  /(?<!\p{L})(?:from|(?:viens|vient|venue?s?|venant) d(?:e la|e|u|es)|origine|diagnos\p{L}+(?: (?:in|[àa]|en))?|d[ée]couvert\p{L}*(?: (?:[àa]|en|au))?) ?(?:d['’])?$/iu
const living =
  /(?<!\p{L})(?:living|lives?|lived|based|resid(?:e|es|ing|ent)|settled|moved to|now (?:in|at|near)|home is|staying|habit\p{L}+|j['’]habite|vi[st]|vivons|vivant|install[ée]e?s?|domicili[ée]e?s?|maintenant (?:[àa]|en|au)|loge\p{L}*|r[ée]sid\p{L}+)(?!\p{L})/iu

const holidayBefore = /(?<!\p{L})(?:vacances?|holidays?|vacation) $/iu
const travelBefore = new RegExp(
  String.raw`(?<!\p{L})${elsewhere} (?:(?:in|to|from|at|[àa]|aux?|en|de) )?$`,
  'iu',
)
/** "Willing to travel anywhere in Texas", « je peux me déplacer en Belgique »: to where somebody would be treated. */
const wouldTravel =
  /(?<!\p{L})(?:willing|able|happy|ready|prepared|can|could|will|would|we['’]ll|i['’]ll)(?: to)? travel(?!\p{L})/iu
const holidayBehind =
  /^ (?:(?:en|pour|pendant|durant) (?:(?:l|m|t|s|d|n|v)(?:es|os) )?vacances|(?:on|for) (?:(?:a|the|my|our|his|her|their) )?(?:holidays?|vacation))(?!\p{L})/iu

const signs = /["“”«»*]|(?:^|\s)(?:OR|AND|NOT)(?:\s|$)|(?:^|\s)-\p{L}/u

const nearMePattern =
  /(?<!\p{L})(?:near(?:est|by)?(?: to)? (?:me|us|home|here|my (?:home|house|place))|close to (?:me|us|home)|around (?:me|here)|nearby|in my area|pr[eè]s de (?:chez )?(?:moi|nous)|autour de (?:chez )?(?:moi|nous)|proche de chez (?:moi|nous)|dans ma r[eé]gion|[aà] c[oô]t[eé] de chez (?:moi|nous))(?!\p{L})/iu

/** "Child 14 months, Kawasaki": a town that is called as an illness is, where nothing else is named that one has. */
function isRatherIllness({ words, typed }: SaidPlace, text: string): boolean {
  if (words !== typed || !isIllness(openVocabulary().byName(typed))) return false
  const others = openVocabulary().conceptsInText(cut(text, words), 'seeker')
  return !others.some(({ concept }) => isIllness(concept))
}

function isIllness(concept: Concept | undefined): boolean {
  return concept?.trees.some((tree) => /^(?:C|F03)/.test(tree)) === true
}

/** A comma stays in the place of what was taken out, so that the words around it are not read as one name. */
function cut(text: string, words: string): string {
  const at = indexOfWords(text, words)
  const before = text.slice(0, at).trimEnd()
  const rest = text.slice(at + words.length).trimStart()
  const after = /[,;]$/.test(before) ? rest.replace(/^[,;\s]+/, '') : rest
  const isEnd =
    before === '' || after === '' || /[,.;:!?]$/.test(before) || /^[,.;:!?)]/.test(after)
  return `${before}${isEnd ? ' ' : ', '}${after}`.replace(/[\s,]+$/, '').trim()
}

/** Where some words of a text stand as words of their own ("pau" in « paupières, pau »); where they begin at all, if nowhere so. */
function indexOfWords(text: string, words: string): number {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const isPart =
      (/^\p{L}/u.test(words) && /\p{L}$/u.test(text.slice(0, at))) ||
      (/\p{L}$/u.test(words) && /^\p{L}/u.test(text.slice(at + words.length)))
    if (!isPart) return at
  }
  return text.indexOf(words)
}
