import { cancersOfNow } from './cancer-sites.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { type AskedMedicine, relation, wasSurelyHad } from './medicines.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn } from './one-way-in.ts'

/**
 * How often an illness was treated before: "no prior systemic therapy" of who has a cancer and took medicines for it, and "progressed
 * after at least one line" of who is said never to have been treated. Rule `line-of-therapy@1`.
 */
export function lineOfTherapyVerdict(one: Case): Judgement | undefined {
  const { text, kind, patient } = one
  if (kind !== 'inclusion' || text.length > 300 || hasOtherWaysIn(text)) return undefined
  const evidence =
    asksNone.test(text) && !turning.test(text)
      ? treatedFor(one)
      : asksSome.test(text) && !turningSome.test(text)
        ? untreated(patient)
        : undefined
  return evidence && { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

const asksNone =
  /\b(?:no|without|not (?:have )?received|never received|have not had|has not had) (?:any )?(?:prior|previous)?[^.;,]{0,10}\b(?:prior |previous )?(?:systemic |anti-?\s?cancer |anti-?neoplastic |cytotoxic |first-line )+(?:therap(?:y|ies)|treatments?|chemotherap(?:y|ies)|regimens?)\b|\b(?:no|without) (?:prior|previous) (?:chemotherap(?:y|ies)|anti-?\s?cancer (?:therapy|treatment))\b|\b(?:chemotherapy|systemic[- ]therapy|systemic treatment)[- ]na[iï]ve\b|^\W*(?:first-line|treatment-na[iï]ve|previously untreated|untreated)\b[^.;]{0,60}\b(?:cancer|carcinoma|melanoma|lymphoma|leuk(?:a)?emia|myeloma|sarcoma|NSCLC|SCLC)\b/i
const turning =
  /\b(?:unless|except\w*|other than|within|in the (?:last|past)|if|allowed|permitted|more than|concurrent|concomitant|with (?:an? )?\w+ inhibitors?|targeting|anti-PD-?\w*|immunotherapy)\b/i

const forCancer: AskedMedicine = {
  start: 0,
  end: 0,
  drugs: new Set(),
  drugClass: 'cancer medicines',
}

/** A cancer medicine that was surely had, by who has one cancer now; what was given beside an operation leaves "of metastatic disease" open. */
function treatedFor({ text, patient, vocabulary }: Case): Evidence | undefined {
  const own = cancersOfNow(patient, vocabulary)
  if (own?.length !== 1) return undefined
  const isOfSpread = /\b(?:metastatic|advanced|recurrent|relapsed|unresectable)\b/i.test(text)
  return patient.treatments.find(
    (each) =>
      (wasSurelyHad(each) || (each.presence === 'present' && each.course === 'failed')) &&
      each.drugs !== undefined &&
      relation(forCancer, each) === 'is' &&
      !(isOfSpread && beside.test(each.evidence.text)) &&
      !otherUse.test(each.evidence.text),
  )?.evidence
}

const beside = /\b(?:(?:neo-?)?adjuvant\w*|(?:post|pre)-?operative\w*|(?:néo-?)?adjuvante?)/i
const otherUse = /\b(?:arthritis|psoria\w*|lupus|crohn|colitis|rhumato\w*|polyarthrite|ectopic)\b/i

const asksSome =
  /\b(?:progress\w*|relapsed?|refractory|recurr\w*|fail(?:ed|ure)|resistant|intoleran\w+|received|treated)\b[^.;]{0,50}\b(?:(?:at least|≥|>=|minimum of)\s*(?:one|two|three|1|2|3)|prior|previous|first-line|second-line|platinum\S*|standard)\b[^.;]{0,40}\b(?:lines?|therap(?:y|ies)|regimens?|treatments?|chemotherap(?:y|ies)|platinum\S*)\b/i
const turningSome =
  /\b(?:or|unless|except\w*|if|no|not|never|without|may|na[iï]ve|untreated|newly)\b(?! (?:equal|more))/i

/** The words that say that nothing was ever given for the illness. */
const untreated = onceAPatient(({ lines, treatments }: Patient): Evidence | undefined => {
  const said = lines
    .slice(0, 400)
    .find(({ evidence }) => neverTreated.test(evidence.text) && !ofOthers.test(evidence.text))
  const isTreated = treatments.some(
    (one) => wasSurelyHad(one) && one.drugs && relation(forCancer, one) === 'is',
  )
  return isTreated ? undefined : said?.evidence
})

const neverTreated =
  /\b(?:(?:has|have|had|was|is)(?: not|n['’]t)(?: yet)? (?:yet )?(?:been treated|started (?:any )?(?:treatment|therapy|chemotherapy)|received (?:any )?(?:treatment|therapy|chemotherapy))|(?:has|have) never (?:been treated|received (?:any )?(?:treatment|therapy|chemotherapy))|treatment[- ]na[iï]ve|chemo(?:therapy)?[- ]na[iï]ve|no (?:treatment|therapy|chemotherapy) (?:so far|yet|to date)|not yet (?:been )?(?:treated|started (?:on )?(?:treatment|therapy|chemotherapy))|jamais traitée?|naï(?:f|ve) de (?:tout )?traitement|n['’]a (?:encore |jamais )?(?:reçu|eu|débuté|commencé) (?:encore )?(?:aucun|de|le) (?:traitement|chimiothérapie)|aucun traitement (?:à ce jour|reçu|encore))/i
const ofOthers =
  /\b(?:hypertension|pressure|cholesterol|infection|sister|brother|mother|father|sœur|frère|mère|père)\b/i
