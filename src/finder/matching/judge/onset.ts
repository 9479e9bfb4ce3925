import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindsOf } from './facts-of.ts'
import { countOfTime, lengthsSaid, smallNumber, unitOfTime } from './lengths-said.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn } from './one-way-in.ts'
import { type Days, daysOfCount, unitDays } from './spans-of-time.ts'
import { agoOf } from './time-window.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * How long ago the trouble that a person comes for may have begun, against when it did by the note: "within 4.5 hours of symptom
 * onset" and "for three days". Only what is surely too long or too short is told. Rule `onset@1`.
 */
export function onsetVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient } = one
  if (kind !== 'inclusion' || text.length > longest || hasOtherWaysIn(text)) return undefined
  if (turning.test(text)) return undefined
  const asked = within.exec(text) ?? longAgo.exec(text)
  const days = asked ? daysOf(asked) : undefined
  const begun =
    days === undefined || !asked ? undefined : (happened(one, asked[0]) ?? begunOf(patient))
  if (!asked || days === undefined || !begun) return undefined
  const isLeast = /more than|>|≥|at least|longer/i.test(asked.groups?.sign ?? '')
  const isOut = isLeast ? begun.span.most < days : begun.span.least > days
  return isOut
    ? { verdict: 'not met', reason: 'stated facts', evidence: [begun.evidence] }
    : undefined
}

const longest = 260
const turning =
  /\b(?:unless|except\w*|if|may|or (?:within|after|later)|wake-?up|worsening|relapse|last (?:dose|treatment)|randomi[sz]ed)\b/i
const amount = String.raw`(?<count>\d{1,3}(?:\.\d)?|one|two|three|four|five|six|seven|eight|ten|twelve)[ -]?(?<unit>hours?|hrs?|h|days?|weeks?|months?)\b`
const within = new RegExp(
  String.raw`\b(?:within|in|less than|<|≤|no more than|up to) (?:the (?:first|last|previous) )?${amount} (?:of|from|after|following|since) (?:the )?(?:[\w-]+ ){0,3}?(?:onset|symptoms|beginning of symptoms|start of symptoms)\b`,
  'i',
)
const longAgo = new RegExp(
  String.raw`\b(?:onset|duration) of (?:the )?(?:[\w-]+ ){0,2}?symptoms? (?:of |for |is |was )?(?<sign>within|less than|<|≤|more than|>|≥|at least|longer than) ?(?:the last |the previous )?${amount}|\bsymptom (?:onset|duration) (?:of |is |was )?(?<sign>within|less than|<|≤|more than|>|≥|at least) ?(?:the last |the previous )?${amount}`,
  'i',
)

function daysOf({ groups }: RegExpExecArray): number | undefined {
  const { count = '', unit = '' } = groups ?? {}
  const number = /^[\d.]+$/.test(count) ? Number(count) : smallNumber(count)
  const days = unitDays(unit.startsWith('h') ? 'h' : (codes[unit.slice(0, 2).toLowerCase()] ?? ''))
  return number === undefined || days === undefined ? undefined : number * days
}

const codes: Readonly<Record<string, string>> = { da: 'd', we: 'wk', mo: 'mo' }

interface Begun {
  readonly span: Days
  readonly evidence: Evidence
}

/** When the one event that is asked was, where the note dates each time of it: "a stroke three weeks ago". */
function happened({ text, patient, vocabulary }: Case, window: string): Begun | undefined {
  const [named, ...more] = diseasesAsked(text, vocabulary)
  if (!named || more.some(({ term }) => term !== named.term)) return undefined
  // "Stented within 24 hours of onset" is a time of then.
  const rest = withoutParts(text, [named, ...more]).replace(window, ' ')
  if (askedWords(rest).some((word) => !ofEvent.test(word))) return undefined
  const kinds = kindsOf(named.term, vocabulary)
  const own = patient.findings.filter(({ of, term }) => of === 'patient' && kinds.has(term))
  const dated = own.flatMap(({ presence, evidence, words }) => {
    const span = presence === 'present' ? agoOf(evidence, words) : undefined
    return span ? [{ span, evidence }] : []
  })
  return dated.length === 1 && own.length === 1 ? dated[0] : undefined
}

const ofEvent = /^(?:acute|first|new|isch(?:a)?emic|symptom\w*|onset|recent|moderate|severe|mild)$/i

/** When the complaint of the note's first sentences began, where one time alone is given for it. */
const begunOf = onceAPatient((patient: Patient): Begun | undefined => {
  if (patient.source !== 'note') return undefined
  const said = lengthsSaid(patient).filter(({ isOfComplaint }) => isOfComplaint)
  const ago = patient.lines.slice(0, 3).flatMap(({ evidence }) => {
    const found = [...evidence.text.matchAll(began)]
    const [match] = found
    const number = smallNumber(match?.groups?.count ?? '')
    const days = daysOfCount('1', match?.groups?.unit ?? '')
    return found.length === 1 && number !== undefined && days !== undefined
      ? [{ span: { least: (number - 0.5) * days, most: (number + 1) * days }, evidence }]
      : []
  })
  const all: Begun[] = [...said, ...ago]
  const [first, ...more] = all
  return more.length === 0 ? first : undefined
})

const began = new RegExp(
  String.raw`\b(?:began|started|beginning|starting|came on|onset|appeared|developed)\b(?: (?:suddenly|gradually|about|approximately|around))? ${countOfTime} ${unitOfTime} (?:ago|earlier|before|prior)\b`,
  'gi',
)
