import { differsFromLimits } from '../../eligibility/differs.ts'
import { statementTruth } from '../../eligibility/statement.ts'
import type { Reading } from '../../eligibility/reading.ts'
import { isOfOtherPart } from '../patient/body-part.ts'
import type { Evidence } from '../patient/patient.ts'
import { asksOfBefore } from './asks-of-before.ts'
import { isOfTimeBefore } from './contradicted.ts'
import { evidenceFor } from './evidence-for.ts'
import { factsOf, knownOf } from './facts-of.ts'
import { type Case, type Judgement, judgementOf } from './judgement.ts'
import { allAsked } from './measures-asked.ts'
import { isOnlyOfNow } from './only-of-now.ts'
import { isDeniedOfThePast } from './past-event.ts'
import { isPlain } from './plain-disease.ts'
import { isOpenSaying } from './said-surely.ts'
import { asMedicine } from './substances.ts'

/** Ages, sexes, values and diseases that are said, weighed by the criteria language; both ends of an age must agree. Rule `stated@1`. */
export function byStatedFacts(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  const readings = allAsked(text, one)
  const terms = readings.flatMap((reading) => (reading.type === 'concept' ? [reading.term] : []))
  const known = factsOf(patient, terms, vocabulary)
  const truths = known.map((facts) => statementTruth({ kind, text }, readings, facts))
  const [first] = truths
  if (!first || truths.some(({ verdict }) => verdict !== first.verdict)) return undefined
  if (first.verdict === 'unknown') return undefined
  const evidence = evidenceFor(first.readings, patient, vocabulary)
  const isFree = first.verdict === 'not met' && kind === 'exclusion'
  if (isFree && first.readings.some((read) => read.type === 'measure') && asksOfBefore(text))
    return undefined
  if (isFree && isOnlyOfNow(text, evidence))
    return judgementOf('unknown', 'near what the person has', evidence)
  if (first.verdict === 'not applicable')
    return judgementOf('not applicable', 'stated facts', evidence)
  const keepsOut = (first.verdict === 'met') === (kind === 'exclusion')
  if (keepsOut && !isPlain(one, first.readings)) return undefined
  if (keepsOut && first.readings.some((one) => one.type === 'measure' && isOfTimeBefore(text, one)))
    return undefined
  if (evidence.length === 0) return undefined
  if (
    isFree &&
    (isOfOtherMetastases(text, evidence) || isUnfelt(text, evidence) || evidence.some(awaitsMore))
  )
    return judgementOf('unknown', 'near what the person has', evidence)
  if (keepsOut && isOfDialysis(one, first.readings, evidence)) return undefined
  if (keepsOut && isOpenHere(one, first.readings, evidence))
    return judgementOf('unknown', 'near what the person has', evidence)
  if (keepsOut && kind !== 'exclusion' && isOfThePast(one, first.readings)) return undefined
  if (keepsOut && kind !== 'exclusion' && evidence.some((said) => isOfOtherPart(text, said.text)))
    return undefined
  const { limits } = one
  if (
    keepsOut &&
    limits &&
    known.some((facts) => differsFromLimits(first.readings, kind, facts, limits))
  )
    return judgementOf('unknown', 'limits differ', evidence)
  return judgementOf(keepsOut ? 'not met' : 'met', 'stated facts', evidence)
}

/** "No stroke" is of one that was felt: a silent infarct is told by a picture. */
function isUnfelt(text: string, evidence: readonly Evidence[]): boolean {
  return unfelt.test(text) && !evidence.some((one) => unfelt.test(one.text))
}

const unfelt =
  /(?<!\p{L})(?:silent|subclinical|occult|latent|silencieu(?:x|se)s?|infracliniques?|occultes?|latente?s?)(?!\p{L})/iu

/** « Pas d'ostéite à la radio, IRM demandée »: a denial that another test is still to prove. */
function awaitsMore({ text }: Evidence): boolean {
  return moreToCome.test(text)
}

const moreToCome =
  /(?<!\p{L})(?:no|not|pas|absence|neg\p{L}*|nég\p{L}*)(?!\p{L})[^.]*[,;] ?(?:an? |the |une? )?(?:MRI|CT|scan|scanner|IRM|TDM|TEP|PET|EEG|echo|écho|biops\p{L}*|PCR|FNA|culture|scinti\p{L}*|mammogra\p{L}*|colonoscop\p{L}*)[^.;,]{0,20} ?(?:requested|awaited|pending|booked|planned|demandée?s?|prévue?s?|en attente|à (?:faire|venir)|ensuite)(?!\p{L})/iu

/** "No visceral metastases" says nothing of those of the bone. */
function isOfOtherMetastases(text: string, evidence: readonly Evidence[]): boolean {
  if (!/m[eé]tasta/i.test(text)) return false
  const asked = placesIn(text)
  return evidence.some((one) => {
    const said = placesIn(one.text)
    if (asked.size === 0) return [...said].some((place) => place !== 'far')
    return said.size > 0 && [...asked].some((place) => !said.has(place))
  })
}

function placesIn(text: string): ReadonlySet<string> {
  return new Set(metastasesOf.flatMap(([place, pattern]) => (pattern.test(text) ? [place] : [])))
}

const metastasesOf = (
  [
    ['viscera', 'visceral', 'viscérales?'],
    ['brain', 'brain|cerebral|CNS|intracranial', 'cérébrales?|encéphaliques?'],
    ['liver', 'liver|hepatic', 'hépatiques?'],
    ['bone', 'bone|bony|skeletal', 'osseuses?'],
    ['lung', 'lung|pulmonary', 'pulmonaires?'],
    ['nodes', 'nodal|node|lymph node', 'ganglionnaires?'],
    ['adrenal', 'adrenal', 'surrénaliennes?'],
    ['far', 'distant', 'à distance'],
    ['peritoneum', 'peritoneal', 'péritonéales?'],
    ['meninges', 'leptomeningeal', 'leptoméningées?'],
  ] as const
).map(
  ([place, en, fr]) =>
    [
      place,
      new RegExp(
        String.raw`(?<!\p{L})(?:${en}) m[eé]tasta|m[eé]ta(?:stases?)? (?:(?:in|to|of|on) (?:the )?(?:${en})|(?:${fr}))(?!\p{L})`,
        'iu',
      ),
    ] as const,
)

/** A failing kidney alone does not say that a person is on dialysis; where the note speaks of it, `contrary-state@2` reads how. */
function isOfDialysis(
  { text, patient }: Case,
  readings: readonly Reading[],
  evidence: readonly Evidence[],
): boolean {
  const asksNone = readings.some(
    (one) =>
      one.type === 'concept' &&
      one.negated &&
      /dial[yi]s/i.test(text.slice(one.span.start, one.span.end)),
  )
  const saysIt = evidence.some((one) => /dial[yi]s|end[- ]stage|ESRD|ESKD/i.test(one.text))
  return asksNone && (patient.source === 'note' || !saysIt)
}

/** A score of the day a person came in or of before, and a virus that a smear or a blood test, and no tumour, lacks. */
function isOpenHere(
  { text, patient }: Case,
  readings: readonly Reading[],
  evidence: readonly Evidence[],
): boolean {
  if (patient.source !== 'note') return false
  const isScore = readings.some(
    (one) => one.type === 'measure' && one.codes.some((code) => ofTheDay.test(code)),
  )
  const isUse = readings.some((one) => one.type === 'concept' && ofUse.test(one.term))
  if (isUse && evidence.some((one) => asMedicine.test(one.text))) return true
  if (
    isScore &&
    evidence.some((one) => isOpenSaying(one.text, ['of then', 'dated', 'past', 'at a time']))
  )
    return true
  return /HPV|EBV|papillom|Epstein/i.test(text) && evidence.some((one) => elsewhere.test(one.text))
}

const ofTheDay = /^(?:mrs|nihss|barthel|hoehnYahr|nyha)$/
const ofUse =
  /^(?:Substance|Cocaine|Opioid|Heroin|Narcotic|Amphetamine)-Related Disorders$|^(?:Heroin Dependence|Marijuana Abuse)$/
const elsewhere = /(?<!\p{L})(?:smears?|frottis|anal|serolog\p{L}*|sérolog\p{L}*)(?!\p{L})/iu

/** A requirement of today is not unmet by what a person never had before. */
function isOfThePast({ patient, vocabulary }: Case, readings: readonly Reading[]): boolean {
  return readings.some((reading) => {
    if (reading.type !== 'concept' || reading.negated) return false
    const { evidence } = knownOf(reading.term, patient, vocabulary)
    return evidence !== undefined && isDeniedOfThePast(reading.term, evidence, vocabulary)
  })
}
