import { openOperations } from '../../vocabulary/operations.ts'
import type { Evidence, Patient, Treatment } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { wasSurelyHad } from './medicines.ts'
import { onceAPatient } from './once-a-patient.ts'
import { agoOf, windowOf } from './time-window.ts'
import { askedWords, betweenThings } from './words.ts'

/**
 * Surgery of any kind as an exclusion: "major surgery within 4 weeks" of who had a nephrectomy 12 days ago, "planned surgery" of whose
 * operation the note has on the list. Only an operation that is surely major counts where a major one is asked. Rule
 * `surgery-in-time@1`.
 */
export function surgeryInTimeVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || !surgery.test(text) || turning.test(text)) return undefined
  const plain = text.replaceAll(aside, ' ')
  for (const part of plain.split(betweenThings)) {
    if (!surgery.test(part)) continue
    const windowed = windowOf(part.replace(ofStudy, ' '))
    if (!windowed || !askedWords(windowed.rest).every((word) => idle.test(word))) continue
    const isMajor = /\b(?:major|majeure)\b/i.test(part)
    const evidence = toCome.test(part)
      ? plannedOf(patient).find(({ isBig }) => isBig || !isMajor)?.evidence
      : windowed.days !== undefined && doneWithin(patient, windowed.days, isMajor)
    if (evidence) return { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
  }
  return undefined
}

const surgery =
  /\b(?:surger(?:y|ies)|surgical (?:procedures?|operations?|interventions?)|operations?|chirurgie)\b/i
const turning =
  /\b(?:no|not|never|without|unless|if|family|donors?|complications? of|failed|because|due to|requir\w*|except(?!ion for)\w*)\b(?! been fully| fully recovered| recovered)/i
/** What a diagnosis needs is not meant. */
const aside =
  /,? ?\(?(?:other than|except|excluding|apart from)(?: for)? (?:for )?(?:diagnos\w+|biops\w+)\)?,?/gi
const ofStudy =
  /\b(?:during|in|within|over|throughout) (?:the )?(?:course of (?:the )?)?(?:study|trial|protocol|treatment)(?: (?:period|duration|participation|treatment))?\b/gi
const toCome = /\b(?:planned|scheduled|upcoming|elective|anticipated|prévue|programmée)\b/i
const idle =
  /^(?:major|majeure|surger\w*|surgical\w*|operation|procedure|intervention|undergo\w*|underwent|invasive|planned|scheduled|upcoming|elective|anticipated|period|course|received|receiving|recent\w*|open|general|need|significant)$/

/** An operation that was done so many days ago or less. */
function doneWithin({ treatments }: Patient, days: number, isMajor: boolean): Evidence | undefined {
  return treatments.find((one) => {
    if (!isOperation(one.name) || !wasSurelyHad(one) || undone.test(one.evidence.text)) return false
    if (isMajor && !isBig(one)) return false
    const ago = agoOf(one.evidence, one.name)
    return ago !== undefined && ago.most <= days
  })?.evidence
}

function isOperation(name: string): boolean {
  return (
    openOperations().inText(name).length > 0 ||
    /(?:\bsurger|\boperat|chirurgie|opération|ectom(?:y|ie)|plast(?:y|ie)$|otom(?:y|ie)|replacement|arthroplast|bypass|pontage|greffe|transplant|hernia repair|valve repair|fixation)/i.test(
      name,
    )
  )
}

/** By its own name, or by the word beside it. */
function isBig({ name, evidence: { text } }: Treatment): boolean {
  if (big.test(name)) return true
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  return (
    at >= 0 && /\bmaj(?:or|eure)\b/i.test(text.slice(Math.max(0, at - 10), at + name.length + 10))
  )
}

const big =
  /nephrectom|néphrectom|colectom|hemicolectom|gastrectom|pancreatect|pancréatect|hepatectom|hépatectom|lobectom|pneumonectom|pneumectom|esophagectom|œsophagectom|oesophagectom|cystectom(?!y tube)|hysterectom|hystérectom|prostatectom|splenectom|splénectom|thoracotom|laparotom|craniotom|crâniotom|craniectom|sternotom|amputation|transplant|greffe (?:rénale|hépatique|cardiaque|pulmonaire|du|de)|bypass|pontage|CABG|(?:hip|knee|valve|joint|aortic) replacement|arthroplast|prothèse (?:totale )?(?:de|du)|(?:cardiac|heart|open|aortic|spinal) surger|chirurgie (?:cardiaque|abdominale|thoracique|du rachis)|spinal fusion|mastectom/i
const undone =
  /\b(?:planned|scheduled|refus\w*|declin\w*|cancel\w*|prévue?|programmée?|annulée?)\b/i

interface Planned {
  readonly isBig: boolean
  readonly evidence: Evidence
}

const plannedOf = onceAPatient(({ lines }: Patient): readonly Planned[] =>
  lines.slice(0, 400).flatMap(({ evidence }): Planned[] => {
    const found = onTheList.exec(evidence.text) ?? waitsFor.exec(evidence.text)
    return found && !notSo.test(evidence.text) ? [{ isBig: big.test(found[0]), evidence }] : []
  }),
)

const operation = String.raw`(?:surgery|operation|\p{L}+(?:ectomy|plasty|otomy)|(?:hip|knee|valve|hernia|aneurysm|joint) (?:replacement|repair)|transplantation|bypass|chirurgie|intervention chirurgicale|opération|\p{L}+(?:ectomie|plastie|otomie)|pontage(?: coronarien)?|prothèse (?:totale )?(?:de|du) \p{L}+|remplacement \p{L}+(?: \p{L}+)?|remplacement de la valve \p{L}+|cure de hernie)`
const onTheList = new RegExp(
  String.raw`(?<!\p{L})${operation}(?: of [^.;,]{3,30})? (?:is|has been|est) (?:now |already |déjà )?(?:planned|scheduled|prévue?|programmée?)(?!\p{L})|(?<!\p{L})${operation} (?:prévue?|programmée?|planned|scheduled)(?!\p{L})`,
  'iu',
)
const waitsFor = new RegExp(
  String.raw`(?<!\p{L})(?:(?:is|are|has been) (?:scheduled|listed|booked|waiting|due)(?: to (?:have|undergo))?(?: for)?|awaiting|awaits|va être opérée?|doit (?:bénéficier|subir)|en attente) (?:an? |the |elective |total |d['’]|d['’]une? |de |une? )*(?:\p{L}+ ){0,2}${operation}(?!\p{L})`,
  'iu',
)
const notSo =
  /\b(?:not|no|never|cancel\w*|postpon\w*|refus\w*|declin\w*|mother|father|wife|husband|brother|sister|if|may|might|considered|pas|annulée?|sœur|frère|mère|père)\b/i
