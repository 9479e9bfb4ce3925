import type { ProtocolSection } from '../registry/study.ts'
import { openDrugs } from '../vocabulary/drugs.ts'

/** What the field of illnesses names: some write into it what is done, given or measured. */
interface AboutIllness {
  /** Without words for people ("Children", "Healthy") and for what nobody has as an illness ("Cardiac Surgery", "Colchicine"). */
  readonly illnesses: readonly string[]
  /** Whether it names something else that a person of the study may have instead: an operation, a medicine. */
  readonly hasOther: boolean
}

/**
 * What a study is about, as far as a person can be asked whether they have it. A name that is not known to be something else is
 * taken for an illness. Rule `about-illness@1`.
 */
export function aboutIllness(protocol: ProtocolSection): AboutIllness {
  const names = listedConditions(protocol).filter((name) => !people.test(name.trim()))
  const illnesses = names.filter((name) => !isOther(name))
  return { illnesses, hasOther: illnesses.length < names.length }
}

/** What the field of illnesses lists, as far as a self-check reads it: more than twice what any shipped record has. */
export function listedConditions({ conditionsModule }: ProtocolSection): readonly string[] {
  return (conditionsModule?.conditions ?? []).slice(0, mostListed)
}

const mostListed = 300

/** What a study is about, without the names that are of no illness. */
export function illnessesOf(protocol: ProtocolSection): readonly string[] {
  return aboutIllness(protocol).illnesses
}

function isOther(name: string): boolean {
  const head = name.replace(complement, '').trim()
  return (other.test(head) && !ill.test(head)) || pregnancy.test(name.trim()) || isMedicine(name)
}

/** By a name that means it in running text: of short ones some are illnesses too ("MS"). */
function isMedicine(name: string): boolean {
  const plain = name.trim().toLowerCase()
  return (
    plain.length > 5 &&
    openDrugs()
      .byName(plain)
      .some((drug) => [drug.name, ...drug.names].some((one) => one.toLowerCase() === plain))
  )
}

const people =
  /^(?:child(?:ren)?|infants?|neonates?|newborns?|adolescents?|adults?|aged|elderly|m[ae]n|wom[ae]n|males?|females?|p(?:a)?ediatrics?|healthy(?: (?:volunteers?|participants?|subjects?))?)$/i

/** A pregnancy is no illness. */
const pregnancy = /^(?:normal |healthy |twin )?pregnan(?:cy|cies|t(?: wom[ae]n)?)$/i

/** "Screening for …", "Prevention of …": what follows is what it is for. */
const complement = /\s+(?:of(?! life)|for|in|with|to|on|after|before|during|under|by)\s.*$/i

/** What is done, given or measured, as the last word of a name or the first before a comma: "Anesthesia, General". */
const other =
  /(?:^|[\s-])(?:surger(?:y|ies)|operations?|an(?:a)?esthesia|analgesia|sedation|premedication|transplant(?:ation)?s?|rehabilitation|\p{L}*plast(?:y|ies)|interventions?|implantation|implants?|replacement|fusion|grafting|grafts?|\p{L}*therap(?:y|ies)|radiation|h(?:a)?emodialysis|h(?:a)?emodiafiltration|echocardiograph(?:y|ies)|imaging|ultrasound|ultrasonography|biops(?:y|ies)|\p{L}+oscop(?:y|ies)|screening|vaccination|vaccines?|immuni[sz]ation|exercise|physical activity|diet|diets|quality of life|ejection fraction|blood pressure|heart rate|pacing|pacemakers?|intubation|ventilation|catheteri[sz]ation|c(?:a)?esarean(?: section)?|delivery|prevention|adherence|compliance|satisfaction|education|knowledge|literacy|pharmacokinetics|safety|efficacy|caregivers?|cessation|blockade|resuscitation)(?:\s*\([^()]*\))?(?:\s*[,;].*)?$/iu

/** Words of an illness or a sign beside them: "High Blood Pressure", "Surgery, Complications". */
const ill =
  /\b(?:high|low|elevated|raised|increased|decreased|reduced|abnormal|impaired|poor|uncontrolled|resistant|premature|preterm|prolonged|preserved|delayed)\b|anaphyla|complicat|fail|reject|infect|diseas|disorder|injur|syndrome|pain|dysfunction|insufficien|deficien|intoleran|reaction|adverse|toxic|bleed|h(?:a)?emorrh|nausea|delirium|induced|related|associated|withdrawal|non[- ]?adher|non[- ]?complian|cancer|tumou?r|neoplasm/i
