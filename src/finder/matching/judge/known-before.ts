import type { Evidence, Patient } from '../patient/patient.ts'
import { isLasting } from '../note/lasting.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindOfWhat, kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'

/**
 * An illness that must have been known before, of somebody of whom the note says that they were well until now: "known asthma for
 * at least a year" and "previously healthy". Not where the note names the illness at all. Rule `known-before@1`.
 */
export function knownBeforeVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient, vocabulary } = one
  if (kind !== 'inclusion' || text.length > longest || !ofBefore.test(text)) return undefined
  if (hasOtherWaysIn(text) || isTurned(text) || ofOthers.test(text)) return undefined
  const evidence = wellBefore(patient)
  if (!evidence) return undefined
  const [named, ...more] = diseasesAsked(text, vocabulary)
  if (!named || more.length > 0 || !isLasting(named.term, vocabulary)) return undefined
  const kinds = kindsOf(named.term, vocabulary)
  const above = new Set(kindOfWhat(named.term, vocabulary))
  const isNamed = patient.findings.some(
    ({ of, presence, term }) =>
      of === 'patient' && presence !== 'absent' && (kinds.has(term) || above.has(term)),
  )
  return isNamed ? undefined : { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

const longest = 160
/** The illness must be older than what the person comes for. */
const ofBefore =
  /\b(?:(?:known|past|previous|medical|documented|long-?standing|personal)(?: \w+)? history of|history of|known|antécédents? d[e'’]|connu\w*|pre-?existing|previously diagnosed|(?:requiring|on|receiving) (?:daily|regular|continuous|ongoing|stable|maintenance|long-?term) (?=\p{L})|previous diagnosis|prior diagnosis|long-?standing|(?:diagnos\w+|treated)\b[^.;]{0,60}\bfor (?:at least |more than |over |≥ ?|> ?)?(?:\d+|one|two|three|four|five|six|twelve) (?:months?|years?))(?!\p{L})/iu
const ofOthers =
  /\b(?:famil(?:y|ial)\w*|parents?|relatives?|siblings?|mothers?|fathers?|first[- ]degree|contact|exposure|vaccin\w*)\b/i

/** The words that say that a person had no illness before this one; not where another sentence gives a history. */
const wellBefore = onceAPatient(({ source, lines }: Patient): Evidence | undefined => {
  if (source !== 'note') return undefined
  const said = lines
    .slice(0, mostLines)
    .filter(({ evidence: { text } }) => well.test(text) && !ofKin.test(text))
  return said.some(({ evidence }) => exception.test(evidence.text)) ? undefined : said[0]?.evidence
})

const mostLines = 400
const exception = /\b(?:apart from|except|other than|besides|aside from|sauf|hormis)\b/i
const ofKin =
  /\b(?:mother|father|brother|sister|siblings?|parents?|wife|husband|son|daughter|twin)\b[^.;]{0,40}\bhealthy\b/i
const well =
  /\b(?:previously|formerly|otherwise) (?:been )?(?:completely |entirely )?(?:healthy|well|fit)\b(?! (?:until|till|apart|except|but|aside))|\bno (?:significant |relevant |known |notable |other )?(?:past |previous |prior )(?:medical )?(?:problems?|history|illness(?:es)?|conditions?|diseases?)\b(?! of)|\b(?:past |previous )?medical history (?:is|was) (?:unremarkable|non-?contributory|negative|insignificant)\b|\bno (?:known )?(?:chronic|underlying) (?:medical )?(?:illness(?:es)?|conditions?|diseases?|problems?)\b|\bno comorbidit(?:y|ies)\b|\bsans (?:aucun )?antécédents?(?: (?:particuliers?|notables?|médica\w+))?(?= *[,.;]|$)|\baucun antécédent(?: (?:particulier|notable|médical))?(?= *[,.;]|$)|\bjusque-là en bonne santé\b|\bauparavant en bonne santé\b/i
