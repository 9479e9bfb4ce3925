import type { AskedRule, AskedThing, AskedTime } from '../../../words/language/asked.ts'
import type { WrittenRule } from './asked-rule.ts'
import type { ReadAsk } from './rule-reader.ts'
import { another } from './likes.ts'
import { hasTime } from '../../../words/language/has-time.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import { timeAt } from './times.ts'
import { walkAlong } from './walk.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'

/**
 * A question against its rule, to the last word: the time of what is asked is asked with it, and an answer tells nothing where a
 * time or a condition of it was left out ("cured for at least 3 years", "treated ones are let in when stable"). Undefined where
 * what is left is another illness ("genetic forms of"), or was of nearly everybody at some time. Rule `last-word@1`.
 */
export function toLastWord(
  line: WrittenRule,
  ask: ReadAsk,
  vocabulary: Vocabulary,
): ReadAsk | undefined {
  if (isOtherKind(line.text, ask.rule)) return undefined
  const rule = withAnother(withItsTime(line.text, onceNeeded(line.text, ask.rule), vocabulary))
  if (isOfNearlyAll(rule)) return undefined
  const isOut = (line.kind === 'exclusion') !== rule.isTurned
  const isPart = isOut ? narrowsException(line.text, rule) : isAtOneTime(line.text, rule)
  const isWide = !isOut && losesTime(line.text, rule)
  return {
    ...ask,
    rule: {
      ...rule,
      ...(isPart && { isPart: true }),
      ...(isWide && { isWide: true }),
    },
  }
}

/** "Genetic forms of zorb", "blurg of non-quixic cause": what was asked without these words is another illness, or the study's own. */
function isOtherKind(text: string, rule: AskedRule): boolean {
  if (rule.isWide !== true || rule.ask !== 'things' || !owning.has(rule.frame)) return false
  const named = rule.what.things.filter(isThing)
  const isBare = named.some(
    ({ like, tails, name }) => name.kind === undefined && like.length + tails.length === 0,
  )
  if (isBare && (formsOf.test(text) || causedOtherwise.test(text))) return true
  return (
    named.some(({ name }) => name.fr.startsWith('hypertension artérielle')) && !ofArteries(text)
  )
}

const owning: ReadonlySet<string> = new Set(['have', 'had', 'concerns'])
const formsOf =
  /\b(?:genetic|hereditary|inherited|familial|monogenic|syndromic|secondary|idiopathic|primary|atypical|rare|other|non-\w+) (?:and \w+ |or \w+ )?(?:forms?|causes?|types?|variants?|etiolog\w+|aetiolog\w+|subtypes?) of\b/i
const causedOtherwise =
  /\b(?:due to|caused by|because of|secondary to|attribut\w+ to|explained by|of|from|with) (?:an? |any )?(?:non[ -]\w+|other|another|alternative|different|known|identifiable|reversible|\w+ than \w+) (?:causes?|etiolog\w+|aetiolog\w+|reasons?|origins?)\b/i

/** "Primary pulmonary artery hypertension", "portal hypertension" is no high blood pressure. */
function ofArteries(text: string): boolean {
  const found = text.matchAll(
    /\b((?:[\w-]+ ){0,3})hypertension|\bhypertensi(?:ve|on)\b|\b(?:high|elevated|raised) blood pressure|\bHTN\b|\bSBP\b|\bDBP\b|\b(?:dia|sy)stolic/gi,
  )
  return [...found].some(([, before = '']) => !ofOtherVessels.test(before))
}

const ofOtherVessels =
  /\b(?:pulmonary|portal|porto\w*|intracranial|ocular|venous|lung|capillary|idiopathic)\b/i

/** "An operation" at any time, when only some were meant: nearly everybody had one. */
function isOfNearlyAll(rule: AskedRule): boolean {
  if (rule.ask === 'several') return rule.rules.some(isOfNearlyAll)
  if (rule.ask !== 'things' || rule.isWide !== true) return false
  const isEver = rule.frame === 'had' || rule.frame === 'took'
  return rule.what.things.some((one) => {
    if (!isThing(one) || one.tails.length > 0 || one.name.of !== undefined) return false
    if (/^lésion(?: \(|$)/.test(one.name.fr)) return true
    return isEver && one.like.length === 0 && nearlyAll.test(one.name.fr)
  })
}

const nearlyAll =
  /^(?:opération|inflammation|infection|antibiotique|antihistaminique|anti-inflammatoire|vaccin|fièvre|toux|vomissement|nausée|diarrhée|rhume|fatigue|maux de tête|saignement|blessure|plaie|éruption|lésion|accident|chute|aspirine|paracétamol|antidouleur|examen|radiographie|anesthésie|stress)s?(?: \([^()]*\))?$/

/** "Zorbled anaphylaxis in the last 6 months": the one time of a rule of one thing is asked with it. */
function withItsTime(text: string, rule: AskedRule, vocabulary: Vocabulary): AskedRule {
  if (rule.isWide !== true || rule.ask !== 'things') return rule
  if (rule.frame !== 'had' && rule.frame !== 'took') return rule
  const [only, ...others] = rule.what.things
  if (!only || others.length > 0 || !isThing(only) || hasTime(only)) return rule
  const time = timeOf(text, vocabulary)
  if (!time) return rule
  const timed = { ...only, tails: [...only.tails, { tail: 'time' as const, time, isAside: false }] }
  return { ...rule, what: { ...rule.what, things: [timed] } }
}

/** The time at the end of a rule of one clause, and the only one in it. */
function timeOf(text: string, vocabulary: Vocabulary): AskedTime | undefined {
  const plain = text
    .replaceAll(/\s*\([^()]*\)/g, '')
    .replaceAll(/\b\d+\s?(?:-|–|to)\s?(?=\d+ (?:hours|days|weeks|months|years)\b)/gi, '')
    .replaceAll(
      /(?<!\b(?:in|within|during|over|for)) the (?=(?:last|past|previous) )/gi,
      ' in the ',
    )
    .trim()
  if (severalClauses.test(plain) || (plain.match(lengths)?.length ?? 0) !== 1) return undefined
  const { words } = walkAlong(plain, vocabulary).rule
  const last = words.at(-1) === '.' ? words.length - 1 : words.length
  for (let at = 1; at < last; at++) {
    const found = timeAt(words, at).find(
      ({ end, value }) => end === last && value.kind === 'within',
    )
    if (found) return found.value
  }
  return undefined
}

const severalClauses =
  /[,;:/]|\b(?:and|or|but|nor|not|no|without|if|unless|except\w*|after|since|from)\b/i
const length =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|(?:last|past|previous|a|an)) ?-?(?:hours?|days?|weeks?|months?|years?)\b/i
const lengths = new RegExp(length.source, 'gi')

/** "Other than a cured one ‖ for 3 years": who has one that is let off only so is not told by a no. */
function narrowsException(text: string, rule: AskedRule): boolean {
  if (rule.isWide !== true || rule.ask !== 'things') return false
  const named = rule.what.things.filter(isThing)
  if (named.some(({ tails }) => tails.some(({ tail }) => tail === 'except'))) return true
  const isOfSome = named.some(({ like, name, tails }) =>
    [
      ...like.map(({ en }) => en),
      name.en,
      ...tails.flatMap((one) => (one.tail === 'said' ? one.said.en : [])),
    ].some((en) => inState.test(en)),
  )
  return isOfSome && (lettingIn.test(text) || alsoTreated.test(text))
}

/** "History of a zorb needing a tube": the tube was needed then, and is not now. */
function onceNeeded(text: string, rule: AskedRule): AskedRule {
  if (rule.ask !== 'several' || !/^\W*(?:\w+ ){0,2}?(?:history|prior|previous)\b/i.test(text))
    return rule
  const rules = rule.rules.map((one) =>
    one.ask === 'things' && one.frame === 'need' ? { ...one, frame: 'had' as const } : one,
  )
  return { ...rule, rules }
}

/** "A cancer other than the one under study": another cancer. */
function withAnother(rule: AskedRule): AskedRule {
  if (rule.ask !== 'things') return rule
  const things = rule.what.things.map((one) => {
    if (!isThing(one)) return one
    const isItself = (tail: AskedThing['tails'][number]): boolean =>
      tail.tail === 'except' &&
      tail.things.things.every(
        (other) =>
          isThing(other) &&
          other.like.length === 0 &&
          (other.name.fr === one.name.fr || other.name.fr === 'maladie'),
      )
    if (!one.tails.some(isItself)) return one
    const like = one.like.includes(another) ? one.like : [another, ...one.like]
    return { ...one, like, tails: one.tails.filter((tail) => !isItself(tail)) }
  })
  return { ...rule, what: { ...rule.what, things } }
}

const inState =
  /\b(?:untreated|active|badly controlled|unstable|with symptoms|severe|serious|worsening|progressing)\b/i
/** "Treated ones are eligible if stable": those that are not stay out. */
const lettingIn =
  /\b(?:allowed|permitted|eligible|acceptable|(?:may|can|could|might) (?:also )?(?:be )?(?:included?|enrol\w*|participat\w*|considered)|not (?:be )?exclu\w+)\b/i
const alsoTreated =
  /\b(?:or|and) (?:\w+ ){0,4}(?:treated|stable|resolved|controlled)\b[^.;]{0,40}\b\d/i

/** "eGFR below 30 at least once": what is measured today does not tell it. */
function isAtOneTime(text: string, rule: AskedRule): boolean {
  if (rule.ask !== 'things' || rule.what.things.every(isThing)) return false
  return /\b(?:at least once|at least one (?:occasion|time|measurement)|on (?:one|any|\d+) occasions?|ever|at any time|highest|lowest|peak|nadir|historical\w*|previously|documented (?:in|within|during))\b/i.test(
    text,
  )
}

/** "Asthma by a guideline ‖ for at least 1 year": a yes leaves the time open. */
function losesTime(text: string, rule: AskedRule): boolean {
  if (rule.isWide === true || rule.ask !== 'things' || !length.test(text)) return false
  return !/"time"|"reading"/.test(JSON.stringify(rule))
}
