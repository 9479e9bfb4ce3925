import type { AskedRule, AskedTime, SetPhrase } from '../../../words/language/asked.ts'
import { languagePhraseOf } from './language-phrases.ts'
import { doubtOf } from './doctor-doubts.ts'
import { phraseBags } from './phrase-bags.ts'
import { pregnancyPhraseOf } from './pregnancy-phrases.ts'
import { timeAt } from './times.ts'
import { denying, filler, wordSet } from './word-sets.ts'

/**
 * Rules that say a common thing in any of many words: consent, coming to visits, another study, pregnancy. Such a rule is
 * read only where each of its words is one of those that say this thing. Rule `set-phrase@1`.
 */
export function setPhraseOf(
  words: readonly string[],
  kind: 'inclusion' | 'exclusion' | 'unspecified',
): AskedRule | undefined {
  const plain = words.filter((word) => /[\p{L}\p{N}]/u.test(word))
  const meant = bagsNeeding(plain)
  const { rest, times } = meant.length > 0 ? withoutTimes(plain) : noTimes
  for (const { phrase, needs, may, isTimed } of meant) {
    if (times.length > 0 && isTimed !== true && !timeless.has(phrase)) continue
    if (!needs.every((one) => rest.some((word) => one.has(word)))) continue
    // "Walk without assistance", "swallow without difficulty" deny nothing.
    const denied = rest.some(
      (word) =>
        (denying.has(word) && !(word === 'without' && able.has(phrase))) ||
        (phrase === 'comply' && failing.has(word)),
    )
    if (!rest.every((word) => may.has(word) || filler.has(word) || denying.has(word))) continue
    if (isAnotherThing(phrase, rest)) continue
    // "Birth control pill" among what keeps out asks for none.
    if (demands.has(phrase) && denied !== (kind === 'exclusion')) continue
    const [time, ...more] = isTimed === true ? times : []
    if (more.length > 0) continue
    const ofTreatment = phrase === 'otherStudy' && isInterventional(rest)
    const kindOf = ofTreatment ? ({ isOfTreatment: true } as const) : {}
    const asked = {
      ask: 'set' as const,
      phrase,
      isTurned: denied,
      ...kindOf,
      ...(time && { time }),
    }
    const isComing = rest.some(
      (word) =>
        coming.has(word) ||
        (time && atOnce.has(word)) ||
        (time && words.includes('or') && besides.has(word)),
    )
    if (phrase === 'otherStudy' && !isComing && !time && rest.some((word) => past.has(word)))
      return { ...asked, phrase: 'otherStudyEver' }
    if (phrase !== 'otherStudy' || !isComing) return asked
    // "Within 30 days or during the study": what was, or what is to come.
    const ahead = {
      ask: 'set' as const,
      phrase: 'otherStudyAhead' as const,
      isTurned: denied,
      ...kindOf,
    }
    if (!time) return ahead
    return { ask: 'several', joint: denied ? 'and' : 'or', rules: [asked, ahead], isTurned: denied }
  }
  return pregnancyPhraseOf(plain, kind) ?? languagePhraseOf(plain) ?? doubtOf(plain, kind)
}

/** Of one organ, of this study, of medicines in it. */
function isAnotherThing(phrase: SetPhrase, rest: readonly string[]): boolean {
  // "Adequate liver function" is asked of the liver alone.
  if (phrase === 'adequateOrgans') return isOfOne(rest)
  // "Refuses to participate" is of this study; "no use of other medicines during the study" is of medicines.
  // "In complete remission" is no visit that is completed.
  if (phrase === 'comply' && rest.includes('complete')) return !rest.some((word) => done.has(word))
  if (phrase !== 'otherStudy') return false
  // "Voluntary participation in the study" is of this one.
  return isOfThisStudy(rest) || isOfUse(rest) || rest.some((word) => willing.has(word))
}

/** The bags of which one word of each that they need is among some. */
function bagsNeeding(words: readonly string[]): typeof phraseBags {
  const met = new Set<ReadonlySet<string>>()
  for (const word of words) for (const need of needsByWord.get(word) ?? []) met.add(need)
  return met.size === 0 ? [] : phraseBags.filter(({ needs }) => needs.every((one) => met.has(one)))
}

/** What each word is needed for: most words of criteria are of no bag. */
const needsByWord = new Map<string, ReadonlySet<string>[]>()
for (const { needs } of phraseBags)
  for (const need of needs)
    for (const word of need) needsByWord.set(word, [...(needsByWord.get(word) ?? []), need])

interface TimesTaken {
  readonly rest: readonly string[]
  readonly times: readonly AskedTime[]
}

const noTimes: TimesTaken = { rest: [], times: [] }

function withoutTimes(words: readonly string[]): TimesTaken {
  const rest: string[] = []
  const times: AskedTime[] = []
  let at = 0
  while (at < words.length) {
    const [time] = timeAt(words, at).filter(
      ({ value }) => value.kind !== 'before' || value.anchor === 'entry',
    )
    if (time) times.push(time.value)
    else rest.push(words[at] ?? '')
    at = time ? time.end : at + 1
  }
  return { rest, times }
}

const able = new Set<SetPhrase>(['walk', 'swallow', 'comply', 'healthy'])

/** What a study asks for: it keeps out only where it is denied. */
const demands = new Set<SetPhrase>([
  'consent',
  'consentAndComply',
  'comply',
  'contraception',
  'negativePregnancyTest',
  'insurance',
  'telephone',
  'adequateOrgans',
  'measurable',
  'swallow',
  'walk',
])

/** Words that say of another study that it is to come, or at the same time. */
const coming = wordSet('during plan plans planning planned anticipated throughout intend')

/** "Has participated", "previous participation" without a time: ever. */
const past = wordSet('participated previous previously prior past history completed')

/** "Another interventional study", "a study of a drug" is none that only looks on; "non-interventional" is. */
function isInterventional(words: readonly string[]): boolean {
  return (
    words.some((word) => treating.has(word)) &&
    !words.some((word) => word === 'non' || looking.has(word)) &&
    (!words.includes('or') || words.filter((word) => studying.has(word)).length < 2)
  )
}

const treating = wordSet(
  'interventional intervention interventions drug drugs device devices medicine medicines medication medications therapeutic',
)
const studying = wordSet('study studies trial trials research protocol protocols')
const looking = wordSet('observational noninterventional registry')

function isOfUse(words: readonly string[]): boolean {
  return words.some((word) => using.has(word)) && !words.some((word) => tested.has(word))
}

const willing = wordSet('voluntary voluntarily willing willingness agree agrees')
const done = wordSet(
  'study trial protocol procedure procedures visit visits assessment assessments questionnaire questionnaires diary followup follow treatment treatments test tests evaluation evaluations comply adhere attend schedule interview interviews requirements examinations program sessions',
)
const using = wordSet('use uses using used take takes taking medications medication')
const tested = wordSet(
  'investigational experimental trial trials participate participates participation participating participated enrolled enrollment enrolling interventional new agent',
)

function isOfThisStudy(words: readonly string[]): boolean {
  if (words.some((word) => refusing.has(word))) return true
  return (
    / in this (?:clinical |research |same |current )*(?:study|trial|protocol)/.test(
      ` ${words.join(' ')}`,
    ) && !words.some((word) => ofAnother.has(word))
  )
}

const ofAnother = wordSet('another other others different')

/** Words of one organ, and none of all. */
function isOfOne(words: readonly string[]): boolean {
  const named = oneOrgan.filter((one) => words.some((word) => one.has(word)))
  return named.length === 1 && !words.some((word) => allOrgans.has(word))
}

const oneOrgan = ['hepatic liver', 'renal kidney', 'cardiac heart', 'lung', 'coagulation'].map(
  (one) => wordSet(one),
)
const allOrgans = wordSet(
  'organ organs major vital end main key hepatorenal marrow hematologic hematological haematological hematology blood',
)

const refusing = wordSet(
  'refuse refuses refusal reject rejects decline declines declined disagree disagreement unwilling unwillingness unable inability agree agrees',
)

/** "Previous (within 30 days) or concomitant participation". */
const besides = wordSet('concomitant concurrent simultaneous')
const atOnce = wordSet('concomitantly simultaneously concurrently')

/** "Poor compliance", "a risk of non-compliance". */
const failing = wordSet('poor low non bad risk uncooperative noncooperation')

/** A consent is given "prior to screening", which changes nothing of what is asked. */
const timeless = new Set<SetPhrase>(['consent', 'consentAndComply', 'negativePregnancyTest'])
