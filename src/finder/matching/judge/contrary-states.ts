import type { Evidence, Patient } from '../patient/patient.ts'
import { type ContraryPair, contraryPairs } from './contrary-pairs.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn } from './one-way-in.ts'
import { isOpenSaying } from './said-surely.ts'

/**
 * Two states of one illness, or of care, of which a person is in one: "castration-resistant" and hormone-sensitive, haemophilia with
 * inhibitors and without, dialysis and a kidney disease of stage 3. What is asked is the one, and the note says the other and nowhere
 * the one; an exclusion of the one alone is clear. Rule `contrary-state@2`.
 */
export function contraryStateVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind === 'unspecified' || patient.source !== 'note' || text.length > longest) return undefined
  const isOut = kind === 'exclusion'
  if (isOut && (severalThings.test(text) || text.length > longestOfOne)) return undefined
  for (const { pair, said } of statesSaid(patient)) {
    if (pair.of && !pair.of.test(text)) continue
    const [first, second] = pair.states
    // "Not on dialysis" has the words of the contrary in it.
    const asksFirst = first.asked.test(text.replaceAll(new RegExp(second.asked.source, 'giu'), ' '))
    if (asksFirst === second.asked.test(text)) continue
    if (hasOtherWaysIn(text) || turning.test(text)) return undefined
    const [own, other] = asksFirst ? said : [said[1], said[0]]
    if (other.surely && !own.isOpen)
      return {
        verdict: isOut ? 'met' : 'not met',
        reason: 'stated facts',
        evidence: [other.surely],
      }
  }
  return undefined
}

const longest = 260
/** An exclusion of one thing alone is clear of who is in the contrary state. */
const longestOfOne = 90
const severalThings = /[,;/]|\b(?:or|and|no|not|without|ou|et)\b/i
const turning =
  /\b(?:unless|except\w*|if|may|history|previous\w*|prior|past|with or without|regardless|irrespective|planned|scheduled|risk|either|or (?!more|older|greater|higher|equal|above))\b/i

interface SaidOfPair {
  readonly pair: ContraryPair
  readonly said: readonly [SaidOfState, SaidOfState]
}

interface SaidOfState {
  /** Where it is surely said of the person now. */
  readonly surely: Evidence | undefined
  /** Whether any words speak of it, of any time. */
  readonly isOpen: boolean
}

/** Of the pairs of which anything is said, what. */
const statesSaid = onceAPatient(({ lines }: Patient): readonly SaidOfPair[] => {
  const own = lines
    .slice(0, 400)
    .map(({ evidence }) => evidence)
    .filter(({ text }) => !ofOthers.test(text))
  return contraryPairs.flatMap((pair): SaidOfPair[] => {
    const [first, second] = pair.states
    const lineOf = pair.of
    const about = lineOf ? own.filter(({ text }) => lineOf.test(text)) : own
    const besides = new RegExp(second.said.source, 'giu')
    // "Not on dialysis" has the words of the contrary in it.
    const ofFirst = stateSaid(first, about, (text) => text.replaceAll(besides, ' '))
    const ofSecond = stateSaid(second, about, (text) => text)
    return ofFirst.surely || ofSecond.surely ? [{ pair, said: [ofFirst, ofSecond] }] : []
  })
})

function stateSaid(
  { said, hinted }: ContraryPair['states'][number],
  lines: readonly Evidence[],
  own: (text: string) => string,
): SaidOfState {
  const speaks = (pattern: RegExp | undefined, text: string) =>
    pattern?.test(text) === true && pattern.test(own(text))
  const saying = lines.filter(({ text }) => speaks(said, text))
  return {
    surely: saying.find(
      ({ text }) =>
        !ofThen.test(text) &&
        !forAWhile.test(text) &&
        !isOpenSaying(text, ['wished', 'planned', 'of then']) &&
        isAffirmed(own(text), said),
    ),
    isOpen: saying.length > 0 || lines.some(({ text }) => speaks(hinted, text)),
  }
}

/** Not behind a denial or a wish: "refuses insulin glargine". */
function isAffirmed(text: string, said: RegExp): boolean {
  const { index = 0 } = said.exec(text) ?? {}
  return !notSo.test(text.slice(0, index))
}

/** What is over, or was for a while: « sous insuline pendant la grossesse ». */
const forAWhile =
  /(?<!\p{L})(?:for (?:an?|one|two|three|four|five|six|\d+) (?:days?|weeks?|months?)|only (?:during|for)|during|pendant|last year|l[’']an dernier|overdose|transient\p{L}*|transitoire\p{L}*|stopped|arrêtée?|sevrée?|ago|il y a)(?!\p{L})/iu
const notSo =
  /(?<!\p{L})(?:no|not|never|without|nor|refus\p{L}*|declin\p{L}*|wants?|afraid|fear\p{L}*|discuss\p{L}*|future|before|candidate|ruled out|pas|jamais|sans|ni|avant|aucune?|future?|craint|peur|envie)(?!\p{L})[^,;.]*$/iu
const ofThen =
  /(?<!\p{L})(?:initially|at (?:first|diagnosis)|previously|formerly|until|once|used to|initialement|au diagnostic|auparavant|jusqu|était|(?<!(?:diagnosed|known|found|début\p{L}*|diagnostiquée?) )(?:in|en) (?:19|20)\d\d)(?!\p{L})/iu
const ofOthers =
  /\b(?:mother(?! of)|father|wife|husband|brother|sister|daughter|père|frère|sœur|if|planned|considered|will|may|prévue?|envisagée?)(?![\p{L}])/iu
