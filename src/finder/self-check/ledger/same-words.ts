import { isThing } from '../../../words/language/is-thing.ts'
import type { AboutPregnancy, AskedRule } from '../../../words/language/asked.ts'
import type { WrittenRule } from '../plain/asked-rule.ts'
import { wordSet } from '../plain/word-sets.ts'
import type { Account } from './account.ts'
import { valuesOf } from './asked-values.ts'

/**
 * Whether a short rule of what keeps out says what its question asks, and nothing more ("Be pregnant at the time of
 * recruitment"): each of its words is held, or belongs to a frame that changes nothing. Then both answers tell it.
 */
export function saysTheSame(
  { kind, text }: WrittenRule,
  rule: AskedRule,
  { cut, isHeld }: Account,
): boolean {
  if (kind !== 'exclusion' || rule.isTurned || text.length > mostText) return false
  const whole = text.replace(/[\s.,;]+$/, '').length
  const end = Math.min(rule.ask === 'pregnancy' ? endOfFirst(text) : whole, whole)
  if (turning.test(text.slice(0, end))) return false
  const words = wordsOfRule(rule)
  if (!words || (rule.ask !== 'pregnancy' && ofOneSex.test(text))) return false
  const framed = [...text.matchAll(frames)].map(({ 0: found, index }) => [
    index,
    index + found.length,
  ])
  const degrees = isDefined(text, rule) ? degreeWords : noWords
  // "Pregnant women and zorbs": who is pregnant is kept out, whoever else is.
  return cut.words.every((word, at) => {
    const start = cut.starts[at] ?? 0
    if (start >= end) return true
    const isFramed = framed.some(([from = 0, to = 0]) => start >= from && start < to)
    return isHeld[at] === true || isFramed || words.has(word) || degrees.has(word)
  })
}

/** Where the first of a row of people ends, as far as nothing behind it narrows them all. */
function endOfFirst(text: string): number {
  const joint = /,|\b(?:and|or)\b/i.exec(text)
  const rest = joint ? text.slice(joint.index) : ''
  return joint && /^\W*(?:and|or)? ?\p{L}+(?: \p{L}+)?\W*$/iu.test(rest) ? joint.index : text.length
}

const mostText = 90
/** A word that gives a choice, a condition or another person, and what may be said of a group alone. */
const turning =
  /[:;,]|\b(?:not?|non|without|never|unless|except\w*|other|if|only|and|famil\w+|risk|suspect\w*|possib\w*|probab\w*|plan\w*|scheduled|intend\w*|need\w*|requir\w*|expos\w+|contacts?|recent\w*|certain|specific|selected|particular|some|defined as\W*$|children|adults|females? only)\b/i
/** Who is of the other sex is not asked. */
const ofOneSex = /\b(?:(?:wo)?m[ae]n|(?:fe)?males?|girls?|boys?)\b/i
/** "At the time of recruitment", "at screening", "as judged by the doctor" are of every rule. */
const frames =
  /\b(?:at|on|during|upon) (?:the )?(?:(?:time(?: ?point)?|moment|day|start|beginning) of )?(?:the )?(?:study |trial )?(?:recruitment|enrol?lments?|screening|inclusion|randomi[sz]ation|baseline|entry|registration|consent|assessment|study|trial|present)(?: visit)?\b|\b(?:previously|already) (?=diagnosed|known|documented)/gi

/** The words that a question of one thing, of pregnancy or of HIV holds beside those of names; undefined of other questions. */
function wordsOfRule(rule: AskedRule): ReadonlySet<string> | undefined {
  if (rule.ask === 'pregnancy')
    return new Set(rule.about.flatMap((one) => [...ofPregnancy[one], ...persons]))
  if (rule.ask === 'set') return rule.phrase === 'hiv' ? ofHiv : undefined
  if (rule.ask !== 'things' || !ofNow.has(rule.frame)) return undefined
  const [only, ...more] = rule.what.things
  if (!only || more.length > 0) return undefined
  // "To the drug", "with lesions": of what, only the study says.
  if (!isThing(only)) return persons
  if (/^(?:maladie|trouble|problème)$/.test(only.name.fr)) return undefined
  return only.tails.every(({ tail }) => ofItself.has(tail)) ? persons : undefined
}

const ofItself: ReadonlySet<string> = new Set(['time', 'defined', 'aside'])
const ofNow = new Set(['have', 'had', 'take', 'took'])
const noWords: ReadonlySet<string> = new Set()
const persons = wordSet('be being currently known established already yet ongoing')
const ofPregnancy: Readonly<Record<AboutPregnancy, ReadonlySet<string>>> = {
  pregnant: wordSet('pregnant pregnancy pregnancies gravid confirmed actual'),
  nursing: wordSet(
    'nursing lactating lactation breast feeding breastfeeding breastfeed breast-feeding mothers mother or',
  ),
  planned: noWords,
}
const ofHiv = wordSet(
  'hiv human immunodeficiency virus positive seropositive positivity seropositivity infected infection infections test serology known or 1 2 hiv1 hiv2 hiv-1 hiv-2',
)

/** "Grade II zorb (BMI ≥ 35)": the value in brackets is what the degree means. */
function isDefined(text: string, rule: AskedRule): boolean {
  return /\([^()]*[<>≤≥][^()]*\d[^()]*\)\W*$/.test(text) && valuesOf(rule, 'reading').length > 0
}

const degreeWords = wordSet(
  'grade class stage degree i ii iii iv 1 2 3 severe morbid moderate marked',
)
