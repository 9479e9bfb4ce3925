import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords } from './words.ts'

/**
 * How many children a pregnancy is of: "singleton pregnancy" and "pregnant with twins". Only where the record says it of the
 * pregnancy of now, and the criterion asks for nothing else. Rule `plurality@1`.
 */
export function pluralityVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind === 'unspecified' || patient.source !== 'note') return undefined
  const asksOne = single.test(text)
  const asksMore = several.test(text)
  if (asksOne === asksMore || turning.test(text)) return undefined
  const said = saidOf(patient)
  if (!said) return undefined
  const isSo = asksOne === (said.count === 'one')
  if (isSo && askedWords(text).some((word) => !idle.test(word))) return undefined
  if (!isSo && kind === 'exclusion' && askedWords(text).some((word) => !idle.test(word)))
    return undefined
  return {
    verdict: isSo === (kind === 'inclusion') ? 'met' : 'not met',
    reason: 'pregnancy',
    evidence: [said.evidence],
  }
}

const single =
  /\b(?:single(?:ton)?|mono-?f(?:o)?etal)\b(?:[ -](?:live|viable|intra-?uterine|living|ongoing)){0,3}[ -](?:pregnanc|gestation|f(?:o)?etus)|\bsingletons?\b|\bgrossesses? (?:unique|mono-?fœtale|monofoetale)/i
const several =
  /\b(?:multiple|twin|triplet|multifetal|higher[- ]order)\b[ -](?:pregnanc|gestation|f(?:o)?etus|birth)|\b(?:twins|triplets)\b|\bgrossesses? (?:multiple|gémellaire)/i
const turning =
  /\b(?:or|no|not|non|without|except\w*|unless|if|history|previous\w*|prior|past|newborns?|infants?|born|child(?:ren)?|siblings?)\b/i
const idle =
  /^(?:single\w*|mono\w*|multiple|multifetal|twin\w*|triplet\w*|pregnan\w*|gestation\w*|f(?:o)?etus|f(?:o)?etal|intrauterine|live|living|viable|ongoing|current|higher|order|birth|grossesse|unique|gémellaire|women)$/i

interface Said {
  readonly count: 'one' | 'more'
  readonly evidence: Evidence
}

/** What the record says of it, where it says one thing only. */
const saidOf = onceAPatient(({ lines }: Patient): Said | undefined => {
  const found = lines.slice(0, 400).flatMap(({ evidence, affirmed }): Said[] => {
    if (ofOthers.test(evidence.text)) return []
    if (twins.test(affirmed)) return [{ count: 'more', evidence }]
    return single.test(affirmed) ? [{ count: 'one', evidence }] : []
  })
  const [first, ...more] = found
  return first && more.every(({ count }) => count === first.count) ? first : undefined
})

const twins =
  /\b(?:pregnant|expecting|carrying)\b[^.;]{0,30}\b(?:twins|triplets)\b|\b(?:twin|triplet|multiple|(?:mono|di)chorionic(?: (?:mono|di)amniotic)? twin) (?:pregnancy|gestation)\b|\benceinte de (?:jumeaux|jumelles|triplés)\b|\bgrossesse (?:\p{L}+ )?(?:bi-?)?(?:gémellaire|multiple|triple|trigémellaire|bichoriale|monochoriale bi-?amniotique|bi-?amniotique)/iu
const ofOthers =
  /\b(?:mother|sister|brother|wife|previous\w*|prior|earlier|first pregnancy|ago|history|in (?:19|20)\d\d|antécédents?|précédente?)\b/i
