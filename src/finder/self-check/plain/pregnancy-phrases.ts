import type { AboutPregnancy, AskedRule } from '../../../words/language/asked.ts'
import { filler, wordSet } from './word-sets.ts'

/** "Pregnant or breast-feeding women", "not pregnant", "planning to become pregnant". */
export function pregnancyPhraseOf(words: readonly string[], kind: string): AskedRule | undefined {
  const has = (some: ReadonlySet<string>) => words.some((word) => some.has(word))
  const isAhead = has(intending) && !lastOfPast.test(words.join(' '))
  const isRead = (word: string): boolean =>
    pregnancyWords.has(word) ||
    filler.has(word) ||
    notPregnant.has(word) ||
    (isAhead && (timeAhead.has(word) || /^\d{1,2}$/.test(word)))
  if (!words.every(isRead)) return undefined
  // "May become pregnant" says no plan.
  if (has(maybe) && !has(intending)) return undefined
  const isPlanned = has(planning) && has(ofChild) && !isOtherPlan(words)
  // "Pregnancy or planning to have a child" is both.
  const isPregnant = has(pregnant) && !(isPlanned && onlyPlanned(words) && !has(otherChild))
  const isNursing = has(nursing) || /breast feed/.test(words.join(' '))
  const about: AboutPregnancy[] = [
    ...(isPregnant ? (['pregnant'] as const) : []),
    ...(isPlanned ? (['planned'] as const) : []),
    ...(isNursing ? (['nursing'] as const) : []),
  ]
  if (about.length === 0) return undefined
  const isTurned = has(notPregnant)
  // "Not pregnant and not nursing" is the other way round only where all of it is denied; "pregnant, not nursing" is not.
  if (
    isTurned &&
    !notPregnant.has(words.find((word) => !filler.has(word) && !people.has(word)) ?? '')
  )
    return undefined
  if (kind === 'inclusion' && !isTurned && about.length > 1) return undefined
  return { ask: 'pregnancy', about, isTurned }
}

/** "Pregnancy, lactation or a plan to breast-feed": what is planned is no child. */
function isOtherPlan(words: readonly string[]): boolean {
  const text = words.join(' ')
  if (
    /\b(?:plan\w*|inten\w+) (?:to |on )?(?:be |become |becoming |get |getting |a )?(?:pregnan|conceiv)/.test(
      text,
    )
  )
    return false
  return /\bpregnan\w+\b.* (?:plan|plans|planning|intend|intends|intending|intention) (?:to |on )?(?:breast|nurs|lactat)/.test(
    text,
  )
}

function onlyPlanned(words: readonly string[]): boolean {
  const text = words.join(' ')
  return !areOrPlan.test(text) && (text.match(/pregnan/g) ?? []).length < 2
}

/** "Who are or intend to become pregnant" is both. */
const areOrPlan =
  /\b(?:are|is|be|being|currently) (?:or|and or) (?:who |are |is |currently )*(?:plan|inten|wish|desir|attempt|try|want|seek|expect|hop|aim)/

const otherChild = wordSet('child children baby babies conceive')
const ofChild = new Set([...otherChild, ...wordSet('pregnant pregnancy pregnancies')])
const pregnant = wordSet('pregnant pregnancy pregnancies gravid')
const people = wordSet('female females woman women girl girls mother mothers')
const maybe = wordSet('may might could can')
const intending = wordSet(
  'plan plans planning planned intend intends intending intention wish wishes wishing desire attempting try trying want wants wanting seeking expect expects expecting hope hopes attempt desires intent aim',
)
/** "Planning a pregnancy within 7 months after the last dose" is a plan, with its time. */
const timeAhead = wordSet(
  'day days week weeks month months year years coming final last dose doses treatment drug medication administration after following follow up end completion future near participation participating',
)
/** "A pregnancy in the last 6 months" is none. */
const lastOfPast =
  /\blast (?!(?:study |trial )?(?:dose|treatment|administration|medication|visit|drug))/
const planning = new Set([...intending, ...wordSet('become becoming conceive')])
const nursing = wordSet(
  'lactating lactation breastfeeding breast nursing nurse breastfeed breastfeeds lactate',
)
const notPregnant = wordSet('not nor non no neither')
/** The words with which rules speak of a pregnancy. */
export const pregnancyWords = wordSet(
  'pregnant pregnancy pregnancies gravid lactating lactation lactate breastfeeding breastfeed breast feeding feed nursing nurse female females woman women girl girls mother mothers plan plans planning planned intend intends intending intention wish wishing desire become becoming get getting attempting try trying want wants wanting conceive currently current during within period time course next or known suspected suspicion confirmed positive potentially seeking seek actively expect expects expecting hope hopes attempt desires intent duration while moment now those individuals possibly actual being status baby infant screening inclusion enrollment state persons women exclude excludes excluded excluding participation because baseline randomization',
)
