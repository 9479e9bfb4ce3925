import { type ClassesOfDrug, openDrugClasses } from '../../vocabulary/drug-classes.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import { namesAntigen, withoutSuffix } from '../patient/medicine-name.ts'
import type { Evidence, Treatment } from '../patient/patient.ts'
import { onceAText } from './once-a-text.ts'

/** A medicine or a class of medicines that a criterion names, at characters `start` to `end`. */
export interface AskedMedicine {
  readonly start: number
  readonly end: number
  /** The names of the medicines that it may mean, in lower case; empty for a class. */
  readonly drugs: ReadonlySet<string>
  readonly drugClass?: string
  /** Only named to name an illness of it ("opioid use disorder"): who takes it has not that. */
  readonly ofIllness?: true
  /** Asked as swallowed: "oral SERD". */
  readonly isOral?: true
}

/** A medicine or a class, or another treatment by its name. */
export type AskedTreatment = AskedMedicine | { readonly name: string }

/** The medicines and classes of medicines that a criterion names: `medicinesNamed`, remembered. For the texts of studies alone. */
export const medicinesAsked: (text: string) => readonly AskedMedicine[] = onceAText((text) =>
  medicinesNamed(text),
)

/** The medicines and classes of medicines in a text, the longest names. */
export function medicinesNamed(text: string): readonly AskedMedicine[] {
  const ofClass = openDrugClasses()
    .inText(text)
    .map((found): AskedMedicine => ({ ...found, ...wordsBeside(text, found), drugs: new Set() }))
  const ofDrug = openDrugs()
    .inText(text)
    .filter(({ start, end }) => !ofClass.some((one) => one.start < end && start < one.end))
    .filter(({ start, end }) => !namesAntigen(text.slice(start, end)))
    .map(({ start, end, drugs }): AskedMedicine => ({
      start,
      end,
      ...wordsBeside(text, { start, end }),
      drugs: new Set(
        drugs.flatMap(({ name, substances }) => [name, ...substances]).map((n) => n.toLowerCase()),
      ),
    }))
  return [...ofClass, ...ofDrug].toSorted((a, b) => a.start - b.start)
}

function wordsBeside(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): Pick<AskedMedicine, 'ofIllness' | 'isOral'> {
  return {
    ...(illnessOf.test(text.slice(end)) && { ofIllness: true }),
    ...((/\boral(?:ly)? $/i.test(text.slice(0, start)) ||
      /^oral /i.test(text.slice(start, end))) && {
      isOral: true,
    }),
  }
}

const illnessOf =
  /^(?: use)?[ -](?:disorders?|dependen\w+|abuse\w*|addict\w*|misuse\w*|overdos\w*|intoxicat\w*|poison\w*|withdrawal(?! (?:period|phase|of\b)))\b/i

/** What is only ever injected, infused or put in. */
const neverOral =
  /(?:mab|cept|fusp|parin|parinux|stim|tide|relin|relix|ase)$|^(?:fulvestrant|insulin\b.*|interferon\b.*|peginterferon\b.*|immunoglobulins?.*)/

function isNeverOral({ drugs = [] }: TakenMedicine): boolean {
  return (
    drugs.length > 0 && drugs.every((drug) => neverOral.test(drug) && !/semaglutide/.test(drug))
  )
}

/** Something that a person takes or does not bear, by its name and the medicines that the name may mean. */
export type TakenMedicine = Pick<Treatment, 'name' | 'drugs'> & { readonly evidence: Evidence }

/**
 * Whether something a person takes is what is asked: `is` only where every meaning of its name is; `perhaps` where some
 * are, where it is a wider class or one that shares medicines, or where nothing tells what class it is in. Rule `medicine@1`.
 */
export function relation(asked: AskedMedicine, taken: TakenMedicine): 'is' | 'perhaps' | 'not' {
  const relations = meaningsOf(taken).map((meaning) => ofMeaning(asked, meaning, taken))
  if (relations.length > 0 && relations.every((one) => one === 'is'))
    return isLocal(asked, taken) || asked.ofIllness || (asked.isOral && isNeverOral(taken))
      ? 'perhaps'
      : 'is'
  return relations.some((one) => one !== 'not') || isAlikeByName(asked, taken) ? 'perhaps' : 'not'
}

/** Whether that a person takes none of something means that they take none of what is asked: of it, or of a wider class. */
export function isDenied(asked: AskedMedicine, denied: TakenMedicine): boolean {
  const classes = openDrugClasses()
  return meaningsOf(denied).some((meaning) => {
    if (meaning.drugClass === undefined) return asked.drugs.has(meaning.name)
    if (asked.drugClass !== undefined)
      return classes.withWider(asked.drugClass).sure.has(meaning.drugClass)
    const { drugClass } = meaning
    return [...asked.drugs].some((drug) => classes.ofDrug(drug).sure.has(drugClass))
  })
}

/** "Never treated with", "cannot tolerate": words before a name that a reader of notes may have passed over. */
export function isDoubted({ name, evidence: { resource, text } }: TakenMedicine): boolean {
  if (resource !== undefined) return false
  const at = text.toLowerCase().indexOf(name)
  return doubt.test(text.slice(Math.max(0, at - 50), Math.max(0, at)))
}

/** Surely taken, put in or done, now or before: not planned, refused, failed, for a need only, or doubted. */
export function wasSurelyHad(one: Treatment): boolean {
  return one.presence === 'present' && one.course === undefined && !isDoubted(one)
}

const doubt =
  /\b(?:never|cannot|can['’]?t|could not|couldn['’]?t|unable to|does not|doesn['’]?t|did not|didn['’]?t|not tolerat\w*|hives (?:with|from|after)|rash (?:with|from|after)|jamais|ne (?:tolère|supporte))\b[^.;:,]*$/i

/** One of the things that a name may mean. */
interface Meaning {
  readonly name: string
  readonly drugClass?: string
}

function meaningsOf({ name, drugs }: TakenMedicine): readonly Meaning[] {
  if (drugs && drugs.length > 0) return drugs.map((drug) => ({ name: drug }))
  const found = openDrugClasses()
    .inText(name)
    .map(({ drugClass }): Meaning => ({ name, drugClass }))
  if (found.length > 0) return found
  return classesOf({ name }).sure.size > 0 ? [{ name }] : []
}

function classesOf({ name, drugClass }: Meaning): ClassesOfDrug {
  const classes = openDrugClasses()
  return drugClass === undefined ? classes.ofDrug(name) : classes.withWider(drugClass)
}

function ofMeaning(
  asked: AskedMedicine,
  meaning: Meaning,
  taken: TakenMedicine,
): 'is' | 'perhaps' | 'not' {
  const classes = openDrugClasses()
  if (asked.drugClass === undefined) {
    if (meaning.drugClass === undefined)
      return partsOf(meaning.name).some((part) => asked.drugs.has(part)) ? 'is' : 'not'
    const { drugClass } = meaning
    const isOfIt = [...asked.drugs].some((drug) => classes.ofDrug(drug).sure.has(drugClass))
    return isOfIt ? 'perhaps' : 'not'
  }
  const { sure, perhaps } = classesOf(meaning)
  if (sure.has(asked.drugClass)) return 'is'
  if (perhaps.has(asked.drugClass)) return isDosedSystemic(asked, taken) ? 'is' : 'perhaps'
  if (meaning.drugClass === undefined)
    return sure.size + perhaps.size === 0 && isSaidTaken(taken) ? 'perhaps' : 'not'
  const isWider = classes.withWider(asked.drugClass).sure.has(meaning.drugClass)
  return isWider || classes.share(asked.drugClass, meaning.drugClass) ? 'perhaps' : 'not'
}

/** "Dexamethasone 4 mg daily", "hydrocortisone IV": a corticosteroid that may be a cream or drops, by its dose or way. */
function isDosedSystemic({ drugClass }: AskedMedicine, { name, evidence }: TakenMedicine): boolean {
  if (drugClass !== 'systemic corticosteroids' || /budesonid|triamcinolon/.test(name)) return false
  const at = evidence.text.toLowerCase().indexOf(name)
  const after = evidence.text.slice(at + name.length, at + name.length + 24)
  return at >= 0 && bySystem.test(after)
}

const bySystem =
  /^(?: (?:tablets?|comprimés?|sodium|acetate))? \d+(?:[.,]\d+)? ?mg(?! ?\/ ?(?:ml|g)\b)|^ (?:iv|i\.v\.|intravenous(?:ly)?|oral(?:ly)?|po|by mouth|per os|intraveineuse?)\b/i

/** A medicine of no class that is known counts where a record has it or words of taking lead to it: not a protein measured. */
export function isSaidTaken({ name, evidence: { resource, text } }: TakenMedicine): boolean {
  if (resource !== undefined) return true
  const at = text.toLowerCase().indexOf(name)
  return taking.test(text.slice(Math.max(0, at - 80), Math.max(0, at)))
}

const taking =
  /\b(?:on|uses?|using|takes?|taking|took|taken|treat\w*|receiv\w*|gave|given|start\w*|prescri\w*|therapy|medications?|medicines?|pren(?:d|ait)|trait[ée]\w*|traitements?|sous|re[cç]oit|reçu)\b[^.;]*$/i

function partsOf(name: string): readonly string[] {
  return [name, ...name.split(/ \+ | and /)]
}

/** A cream or drops, unless the class is asked for in that form. */
function isLocal({ drugClass }: AskedMedicine, { name, evidence }: TakenMedicine): boolean {
  if (drugClass !== undefined && /inhaled|topical/.test(drugClass)) return false
  const at = evidence.text.toLowerCase().indexOf(name)
  const around = evidence.text.slice(Math.max(0, at - 30), at + name.length + 30)
  return local.test(around)
}

const local =
  /\b(?:eye|ear|nasal|topical\w*|drops?|creams?|ointments?|gels?|lotions?|foam|inhal\w+|nebuli\w+|puffs?|spray|shampoo|patch(?:es)?|enemas?|suppositor\w+|intra-?articular|epidural|collyres?|crèmes?|pommades?|gouttes?|nasale?|inhal[ée]\w*|lavements?)\b/i

function isAlikeByName({ drugClass }: AskedMedicine, { name }: TakenMedicine): boolean {
  return (
    drugClass !== undefined &&
    classesOf({ name }).sure.size === 0 &&
    endings.some(([ending, kinds]) => ending.test(withoutSuffix(name)) && kinds.includes(drugClass))
  )
}

/** Names that share an ending share a class, where the list does not have them. */
const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/pril$/, ['ACE inhibitors', 'antihypertensives', 'RAS inhibitors']],
  [/sartan$/, ['angiotensin receptor blockers', 'antihypertensives', 'RAS inhibitors']],
  [/statin$/, ['statins', 'lipid-lowering medicines']],
  [/olol$/, ['beta blockers', 'antihypertensives']],
  [/(?:sone|solone|onide)$/, ['corticosteroids', 'systemic corticosteroids']],
  [/(?:mab|cept|kinra|limus)$/, ['biologics', 'immunosuppressants', 'cancer medicines']],
  [/(?:tinib|platin|taxel|rubicin|citabine)$/, ['chemotherapy', 'cancer medicines']],
  [/(?:profen|oxicam|coxib)$/, ['NSAIDs', 'analgesics']],
  [/(?:xaban|gatran|parin)$/, ['anticoagulants', 'oral anticoagulants']],
  [/(?:cillin|mycin|floxacin|cycline)$/, ['antibiotics']],
  [/vir$/, ['antivirals', 'antiretrovirals']],
  [/(?:gliptin|gliflozin|glutide)$/, ['glucose-lowering medicines']],
]
