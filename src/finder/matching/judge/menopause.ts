import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn } from './one-way-in.ts'
import { askedWords } from './words.ts'

/**
 * Before or after the menopause, and before or after a first child, as a requirement asks it of a woman of whom the note says the
 * contrary; without a word of it, who is under 35 or pregnant is before, and who is 62 or over is after. Rule `menopause@1`.
 */
export function menopauseVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind === 'unspecified' || text.length > 200 || patient.sex?.value !== 'FEMALE')
    return undefined
  const state = stateOf(patient)
  if (kind === 'inclusion' && state?.isSaid && isOneOfPeople(text, state)) return metBy(state)
  if (hasOtherWaysIn(text) || turning.test(text)) return undefined
  const found =
    ofMenopause(text, state) ?? (kind === 'inclusion' ? ofParity(text, patient) : undefined)
  if (!found) return undefined
  const isAll = askedWords(text).every((word) => idle.test(word))
  if (kind === 'inclusion')
    return found.isSo
      ? isAll && state?.isSaid
        ? metBy(found)
        : undefined
      : { verdict: 'not met', reason: 'stated facts', evidence: [found.evidence] }
  return found.isSo && isAll && state?.isSaid
    ? { verdict: 'not met', reason: 'stated facts', evidence: [found.evidence] }
    : undefined
}

function metBy({ evidence }: Pick<State, 'evidence'>): Judgement {
  return { verdict: 'met', reason: 'stated facts', evidence: [evidence] }
}

/** "Males, post-menopausal females or pre-menopausal females with ovarian ablation": any of these people is let in, and one is said. */
function isOneOfPeople(text: string, state: State): boolean {
  const parts = text.replaceAll(/\([^()]*\)/g, ' ').split(/[,;]|\bor\b/i)
  return (
    parts.length > 1 &&
    parts.every((part) => people.test(part)) &&
    parts.some(
      (part) =>
        ofMenopause(part, state)?.isSo === true &&
        women.test(part) &&
        askedWords(part).every((word) => idle.test(word)),
    )
  )
}

const people =
  /^\W*(?:(?:adult|all|any) )*(?:(?:(?:pre|post|peri)-?\s?menopausal )?(?:m[ae]n|males?|wom[ae]n|females?|patients?)|m[ae]n|wom[ae]n)\b/i
const women = /\b(?:wom[ae]n|females?|patients?)\b/i
const turning =
  /\b(?:or|unless|except\w*|if|no|not|never|without|and\/or|either|must|should|contracep\w*|surgically|steril\w+|potential|regardless|history|partners?|mothers?|\/)\b/i
const idle = /^(?:pre-?\s?menopaus\w*|post-?\s?menopaus\w*|menopaus\w*|pre|post)$/i
const before = /\b(?:pre|peri)-?\s?menopaus\w*/i
const after = /\bpost-?\s?menopaus\w*|\bafter (?:the )?menopause\b/i

interface State {
  readonly is: 'before' | 'after'
  readonly isSaid: boolean
  readonly evidence: Evidence
}

interface Found {
  readonly isSo: boolean
  readonly evidence: Evidence
}

function ofMenopause(text: string, state: State | undefined): Found | undefined {
  if (!state || before.test(text) === after.test(text)) return undefined
  // "Perimenopausal" is neither.
  if (/\bperi-?\s?menopaus/i.test(text) && state.is === 'before') return undefined
  return { isSo: before.test(text) === (state.is === 'before'), evidence: state.evidence }
}

const stateOf = onceAPatient((patient: Patient): State | undefined => {
  const { age, pregnant, lines, findings } = patient
  const said = (pattern: RegExp): Evidence | undefined =>
    lines
      .slice(0, 400)
      .find(({ affirmed, evidence }) => pattern.test(affirmed) && !ofOthers.test(evidence.text))
      ?.evidence
  const isAfter = said(saidAfter)
  const isBefore = said(saidBefore)
  if (isAfter && isBefore) return undefined
  if (isAfter) return { is: 'after', isSaid: true, evidence: isAfter }
  if (isBefore) return { is: 'before', isSaid: true, evidence: isBefore }
  if (findings.some(({ term }) => /menopaus|ovarian insufficiency|turner/i.test(term)))
    return undefined
  if (lines.some(({ evidence }) => removed.test(evidence.text))) return undefined
  if (pregnant?.value === 'yes') return { is: 'before', isSaid: false, evidence: pregnant.evidence }
  if (!age) return undefined
  if (age.maxDays < 35 * 365.25) return { is: 'before', isSaid: false, evidence: age.evidence }
  return age.minDays >= 62 * 365.25
    ? { is: 'after', isSaid: false, evidence: age.evidence }
    : undefined
})

const saidAfter =
  /\bpost-?\s?menopaus\w*|\bménopausée?\b|\bmenopause (?:at|since|in)\b|\bménopause (?:à|depuis|en)\b/i
const saidBefore =
  /\bpre-?\s?menopaus\w*|\bpréménopaus\w*|\bnon ménopausée\b|\b(?:regular|normal) (?:menses|periods|menstrual (?:cycles?|periods?))|\b(?:menses|periods|menstrual cycles?) (?:are|is|were) (?:regular|normal)|\brègles régulières|\bcycles réguliers/i
const removed =
  /\b(?:ovariectom\w+|oophorectom\w+|o(?:v|ph)ar\w*ectom\w+|hysterectom\w+|hystérectomie|chemotherapy|chimiothérapie)\b/i
const ofOthers = /\b(?:mother|sister|mère|sœur|was|before|until)\b/i

/** "G2P1" has had a child; "nulliparous" has not. */
function ofParity(text: string, { lines }: Patient): Found | undefined {
  const asksNone = /\bnulliparous\b|\bprimigravid\w*|\bnulligravid\w*/i.test(text)
  const asksSome = /\bmultiparous\b|\bmultigravid\w*/i.test(text)
  if (asksNone === asksSome) return undefined
  for (const { evidence } of lines.slice(0, 400)) {
    const [, gravida, para] = /\bG(\d{1,2}) ?P(\d{1,2})/.exec(evidence.text) ?? []
    if (para === undefined || gravida === undefined) continue
    const had = Number(para) > 0
    if (asksNone && had) return { isSo: false, evidence }
    if (asksSome && !had) return { isSo: false, evidence }
  }
  const contrary = asksNone ? /\bmultipar\w+|\bmultigravid\w*/i : /\bnullipar\w+|\bprimigravid\w*/i
  const found = lines.slice(0, 400).find(({ affirmed }) => contrary.test(affirmed))
  return found && { isSo: false, evidence: found.evidence }
}
