import { otherSense } from '../../eligibility/statement-words.ts'
import type { Evidence } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { knownOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { allAsked } from './measures-asked.ts'
import { isDeniedOfThePast } from './past-event.ts'
import { askedWords } from './words.ts'

/**
 * An exclusion of a disease, however narrowly ("brain metastases unless treated and stable", "symptomatic or active hepatitis B"), of
 * somebody of whom the record denies the disease: who has it not has it in no degree, place or state. Every disease that the
 * exclusion names must be denied. Rule `denied-clear@1`.
 */
export function deniedClearVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient } = one
  if (kind !== 'exclusion' || text.length > longest || turning.test(text)) return undefined
  if (!patient.findings.some(({ presence, of }) => presence === 'absent' && of === 'patient'))
    return undefined
  const [first] = allAsked(text, one).filter((reading) => reading.type === 'concept')
  if (!first || knownOf(first.term, patient, one.vocabulary).state !== 'absent') return undefined
  const [head = ''] = text.replaceAll(inBrackets, ' ').split(exception)
  const parts = head
    .replace(ofNumbers, ' ')
    .split(divider)
    .filter((part) => /\p{L}/u.test(part))
  if (parts.length === 0 || parts.length > 8) return undefined
  const denied: Evidence[] = []
  for (const part of parts) {
    const evidence = deniedIn(part, one)
    if (!evidence) return undefined
    denied.push(evidence)
  }
  return {
    verdict: 'met',
    reason: 'stated facts',
    evidence: [...new Set(denied)].slice(0, 4),
  }
}

/** The words that deny the one disease of a part, where only words that narrow it are beside it. */
function deniedIn(part: string, { patient, vocabulary }: Case): Evidence | undefined {
  const named = diseasesAsked(part, vocabulary)
  const [first, ...more] = named
  if (!first || more.some(({ term }) => term !== first.term)) return undefined
  const before = part.slice(0, first.start)
  const after = part.slice(first.end)
  if (askedWords(before).some((word) => !narrowing.test(word)) || otherSense.test(before))
    return undefined
  if (!goesOn.test(after) || otherSense.test(after.slice(0, 24))) return undefined
  const known = knownOf(first.term, patient, vocabulary)
  if (known.state !== 'absent' || !known.evidence) return undefined
  const finding = patient.findings.find(
    (each) => each.evidence === known.evidence && each.presence === 'absent',
  )
  if (!finding) return undefined
  const isOfBefore = ofBefore.test(part)
  if (isOfBefore && !ofEver.test(known.evidence.text)) return undefined
  return !isOfBefore && isDeniedOfThePast(first.term, known.evidence, vocabulary)
    ? undefined
    : known.evidence
}

const longest = 300
const inBrackets = /\([A-Z][\w-]{0,8}\)/g
const exception = /\b(?:unless|except\w*|other than|apart from|with the exception)\b/i
const divider = /[;,/]|\b(?:or|and|and\/or)\b/i
const ofNumbers = /\bor (?:equal(?: to)?|greater|more|less|higher|lower|above|below)\b/gi
/** What makes an exclusion ask for the contrary, or of somebody else. */
const turning =
  /^\W*(?:\w+ ){0,4}(?:no|not|without|never|lack\w*|absen\w*)\b|\b(?:negative|family|mothers?|maternal|fathers?|parents?|siblings?|relatives?|partners?|donors?|f(?:o)?etus|f(?:o)?etal|risk|prevent\w*|prophyla\w*|contacts?|exposure|exposed|screen\w*|only|isolated|alone)\b/i
const narrowing =
  /^(?:mild|moderate\w*|severe\w*|serious|active|acute|chronic|un\w+ed|unstable|symptomatic|asymptomatic|decompensated|advanced|recurrent|persistent|refractory|progressive|significant\w*|clinical\w*|ongoing|suspected|overt|known|uncontrolled|poorly|controlled|concurrent|concomitant|major|metastatic|secondary|any|diagnos\w*|personal|medical|radiograph\w*|relevant|important|frequent|pre|existing|preexisting)$/i
const goesOn =
  /^\s*(?:$|[.:(]|(?:requiring|with|that|which|who|treated|within|in|at|of|on|during|due|secondary|despite|defined|as|needing|causing|associated|currently|prior|before|to|from|for|by)\b)/i
/** Of a time before: what is not so now may have been. */
const ofBefore =
  /\b(?:history|prior|previous(?:ly)?|past|within|last|ever|recent\w*|antécédents?)\b|\b(?:days?|weeks?|months?|years?)\b/i
const ofEver = /\b(?:history|never|antécédents?|jamais)\b/i
