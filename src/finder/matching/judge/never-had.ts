import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { type AskedMedicine, isDenied, isDoubted, medicinesAsked, relation } from './medicines.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'
import { withoutParts } from './words.ts'

/**
 * A requirement of a medicine that was had, whatever became of it ("inadequate response to methotrexate"), of who is said never to have
 * had any of it. Rule `never-had@1`.
 */
export function neverHadVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (!patient.treatments.some(({ presence }) => presence === 'absent')) return undefined
  if (kind !== 'inclusion' || text.length > longest || !wasHad.test(text)) return undefined
  const asked = medicinesAsked(text)
  if (asked.length === 0 || hasOtherWaysIn(text)) return undefined
  const rest = withoutParts(text, asked).replaceAll(
    /(?:,|\s)+(?:or|and|and\/or)\s+(?=[\s,.;)]|$)/gi,
    ' ',
  )
  if (isTurned(rest) || notSo.test(rest)) return undefined
  const denied = asked.map((one) => neverOf(one, patient))
  if (denied.includes(undefined)) return undefined
  const evidence = denied.flatMap((one) => one ?? [])
  return {
    verdict: 'not met',
    reason: 'stated facts',
    evidence: [...new Set(evidence)].slice(0, 3),
  }
}

const longest = 260
const wasHad =
  /\b(?:inadequate(?:ly)? (?:respon\w+|controlled)|insufficient respon\w+|non-?respon\w+|fail(?:ed|ure|ing)|refractory|resistan\w+|intoleran\w+|prior|previous(?:ly)?|treated with|treatment with|received|receiving|taking|on (?:a )?stable|progress\w+ (?:on|after|despite)|respon(?:se|d\w*) to|exposure to|réponse (?:insuffisante|inadéquate)|échec)(?![\p{L}])/iu
const notSo =
  /\b(?:na[iï]ve|contra-?indicat\w*|candidates?|eligible|ineligible|planned|will|to receive|untreated)\b/i

/** The words that say that none of it was ever had, where nothing of it is said to be or have been taken. */
function neverOf(asked: AskedMedicine, { treatments }: Patient): Evidence | undefined {
  const related = treatments.filter(({ presence }) => presence !== 'mentioned')
  const isHad = related.some(
    (one) => one.presence !== 'absent' && !isDoubted(one) && relation(asked, one) !== 'not',
  )
  if (isHad) return undefined
  return related.find(
    (one) =>
      one.presence === 'absent' &&
      one.course === undefined &&
      never.test(one.evidence.text) &&
      !neverElse.test(one.evidence.text) &&
      isDenied(asked, one),
  )?.evidence
}

const never =
  /(?<!\p{L})(?:never (?:been |yet |previously )?(?:had|received|taken|took|tried|used|treated|given|prescribed|exposed|on)|na[iï]ve|no (?:prior|previous|history of)|not (?:yet )?(?:received|had|tried|taken)|jamais (?:été )?(?:eu|reçu|pris|essayé|utilisé|traitée?|exposée?|sous)|n['’]a pas (?:encore )?(?:reçu|eu|pris)|aucun (?:antécédent|traitement antérieur))(?![\p{L}])/iu
/** "N'a jamais eu de réaction au méthotrexate" is of who has it. */
const neverElse =
  /(?<!\p{L})(?:réactions?|problèmes?|effets?|troubles?|nausées?|toxicit\p{L}*|allergi\p{L}*|intoléran\p{L}*|bénéfices?|réponses?|interr\p{L}*|arrêt\p{L}*|oubli\p{L}*|manqu\p{L}*|chang\p{L}*|sans|plus (?:de|que) \d|reactions?|problems?|side effects?|nausea|intoleran\p{L}*|benefit|response|missed|stopped|without|off|reduced|more than|less than|at (?:a )?(?:full|high)|doses? (?:reduction|change))(?!\p{L})/iu
