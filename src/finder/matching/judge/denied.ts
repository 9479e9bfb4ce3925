import { namedIn } from '../patient/named.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { bodyPart, isOfOtherPart } from '../patient/body-part.ts'
import type { Evidence, Finding, Patient } from '../patient/patient.ts'
import { deniedPhrases, type DeniedPhrase } from './denied-phrases.ts'
import { kindsOf, knownOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { isDeniedOfThePast } from './past-event.ts'
import { type RequiredCore, requiredCore } from './required-core.ts'

/**
 * A requirement whose core the note denies: "no gastric varices" and "Gastric fundal varices larger than 2 cm". Who has not the
 * thing has it in no size, place or degree. Rule `denied@1`.
 */
export function deniedVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient } = one
  if (kind !== 'inclusion' || patient.source !== 'note') return undefined
  const core = requiredCore(text)
  if (!core || hasOtherWayIn(one, core)) return undefined
  const evidence = deniedByWords(one, core) ?? deniedByName(one, core)
  if (!evidence || isOfOtherPart(text, evidence.text)) return undefined
  if (!core.isOfPast && isOfThePast(one, core, evidence)) return undefined
  return { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

function isOfThePast({ vocabulary }: Case, core: RequiredCore, evidence: Evidence): boolean {
  return namedIn(core.text, vocabulary).some(({ term }) =>
    isDeniedOfThePast(term, evidence, vocabulary),
  )
}

/** A disease or treatment right after an "or", outside brackets, is another way in. */
function hasOtherWayIn({ text, vocabulary }: Case, core: RequiredCore): boolean {
  const at = Math.max(0, text.indexOf(core.text)) + core.text.length
  const rest = text
    .slice(at)
    .replace(/\([^()]*\)/g, ' ')
    .replace(ofNumbers, ' ')
  const parts = rest.split(/\bor\b|\/|\bou\b/i).slice(1)
  return parts.some((part) => {
    const [alternative = ''] = part.split(/\b(?:and|with|within|who|that|to)\b|[,;.]/i)
    return namedIn(alternative, vocabulary).length > 0 || treatment.test(alternative)
  })
}

const ofNumbers =
  /\bor (?:equal(?: to)?|greater|more|less|fewer|higher|lower|above|below|older|younger|later)\b|\b(?:males?|men) or (?:females?|women)\b/gi

function deniedByWords({ patient, vocabulary }: Case, core: RequiredCore): Evidence | undefined {
  const head = core.words.at(-1) ?? ''
  const asked = new Set([...core.words, ...partsOf(head)])
  const heads = [head, ...partsOf(head)]
  const isOfCore = ({ words }: DeniedPhrase): boolean =>
    heads.includes(words.at(-1) ?? '')
      ? words.every((word) => asked.has(word))
      : holds(core.words, words) && namedIn(words.join(' '), vocabulary).length > 0
  const found = deniedPhrases(patient).find(
    (one) =>
      isOfCore(one) &&
      isOfThatTime(core, one) &&
      isOfThatPlace(core, one) &&
      isOnlyDenied(patient, one.words),
  )
  return found?.evidence
}

/** Words in a row among others. */
function holds(all: readonly string[], words: readonly string[]): boolean {
  return timesIn(all, words) > 0
}

function timesIn(all: readonly string[], words: readonly string[]): number {
  return all.filter((_, at) => words.every((word, index) => all[at + index] === word)).length
}

/** What is denied in one place and named in another ("a fever of five days"; "today no fever") is not plain. */
function isOnlyDenied(patient: Patient, words: readonly string[]): boolean {
  const said = wordsOf(patient).reduce((sum, line) => sum + timesIn(line, words), 0)
  const denied = deniedPhrases(patient).filter((one) => holds(one.words, words)).length
  return said <= denied
}

const wordsOf = onceAPatient(({ lines }: Patient) =>
  lines.slice(0, 3_000).map(({ evidence }) => tokens(evidence.text)),
)

/** A treatment of two parts is not had where one of them is not. */
function partsOf(word: string): readonly string[] {
  return /^(?:radio-?chemo|chemo-?radi(?:o|ation))/.test(word)
    ? ['chemotherapy', 'radiotherapy']
    : []
}

/** What is not so now may have been before; what was not so before may be now; what a plan holds was never done. */
function isOfThatTime({ isOfPast, text }: RequiredCore, { when }: DeniedPhrase): boolean {
  if (treatment.test(text) && operation.test(text) && !isOfPast) return false
  return isOfPast ? when !== 'now' : when !== 'before'
}

/** "No fracture" of a knee says nothing of a hip: a denial of one word counts only where no part of the body goes before it. */
function isOfThatPlace(core: RequiredCore, { words, lead }: DeniedPhrase): boolean {
  return words.length >= 2 || core.words.length === 1 || !bodyPart.test(lead)
}

/** The disease that is the core by its name, denied by that name or by a wider one. */
function deniedByName(one: Case, core: RequiredCore): Evidence | undefined {
  const { patient, vocabulary } = one
  const named = namedIn(core.text, vocabulary)
  const last = named.at(-1)
  if (!last || named.length > 1 || /\p{L}/u.test(core.text.slice(last.end))) return undefined
  if (core.isOfPast) return undefined
  const known = knownOf(last.term, patient, vocabulary)
  if (known.state !== 'absent' || !known.evidence) return undefined
  const finding = patient.findings.find(
    ({ presence, evidence }) => presence === 'absent' && evidence === known.evidence,
  )
  const phrase = finding && phraseFor(finding, patient)
  if (!phrase) return undefined
  const isOfItself = kindsOf(last.term, vocabulary).has(finding.term)
  return isOfItself || !bodyPart.test(phrase.lead) ? phrase.evidence : undefined
}

/** The plain denial that a denied finding was read from, if it was read from one. */
function phraseFor({ words, evidence }: Finding, patient: Patient): DeniedPhrase | undefined {
  const named = tokens(words)
  return deniedPhrases(patient).find(
    (one) => one.evidence.text === evidence.text && holds(one.words, named),
  )
}

const treatment =
  /\b(?:\w*therapy|surgery|surgical|operation|transplant\w*|dialysis|h(?:a)?emodialysis|implant\w*|\w+(?:plasty|ectomy|otomy|ostomy)|stent\w*|pacemaker|defibrillator|bypass|graft|device)\b/i
const operation =
  /\b(?:surgery|surgical|operation|transplant\w*|\w+(?:plasty|ectomy|otomy|ostomy)|bypass|graft)\b/i
