import { remembering } from '../../base/lru.ts'
import { drugNamed, frenchTreatment } from './shown-drugs.ts'
import { sentenceCase } from './sentence-case.ts'

/** What a study gives or does, as its record names it; the type is the registry's (`DRUG`, `DEVICE`, …). */
export interface TriedTreatment {
  readonly name?: string
  readonly type?: string
  /** What else the record calls it. */
  readonly otherNames?: readonly string[]
}

/** What people call a treatment: by its names, or by its kind where it has no name in that language. */
export type SaidTreatment =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'type'; readonly type: string }

/**
 * Rule `treatment-name@2`: the generic names of the medicines in it, without dose, form and the registry's type; else its
 * own name, cut to what it is. An abbreviation is spelt out where the record does so, in brackets or as another name. In French, what is no medicine and has no French name is said by its kind alone.
 */
export function saidTreatment(treatment: TriedTreatment, language: 'en' | 'fr'): SaidTreatment {
  return read({ treatment, language })
}

interface Asked {
  readonly treatment: TriedTreatment
  readonly language: 'en' | 'fr'
}

/** A list of studies names the same treatments again and again. */
const read = remembering<Asked, SaidTreatment>(
  2_000,
  ({ treatment: { name, type, otherNames }, language }) =>
    JSON.stringify([language, type, name, otherNames]),
  readTreatment,
)

function readTreatment({ treatment, language }: Asked): SaidTreatment {
  const { name = '', type = 'OTHER' } = treatment
  const isDrug = isMedicine(type)
  const whole = bareName(name, isDrug)
  const parts = isDrug ? partsOf(whole) : [whole]
  const beside = isDrug ? [...bracketed(name), ...(treatment.otherNames ?? []).slice(0, 5)] : []
  const said = parts.map((part) => nameOfPart(part.trim(), type, language, beside))
  const names = said.flatMap((one) => one ?? [])
  return names.length > 0 ? { kind: 'names', names } : { kind: 'type', type }
}

/** Its medicines. "DC1/TBVA vaccine" is one: a stroke stands between two only where both are known. */
function partsOf(name: string): readonly string[] {
  return name.split(between).flatMap((part) => {
    const pieces = part
      .split('/')
      .map((piece) => piece.trim())
      .filter((piece) => !isEmpty.test(piece))
    return pieces.every((piece) => drugNamed(piece, 'en')) ? pieces : [pieces.join('/')]
  })
}

const between =
  /(?<!\d),|,(?!\d)|[;，]|(?<=\p{Ll}{3})\+|\+(?=\p{Lu}\p{Ll}{4})|\s(?:\+|&|and|plus|with|or|vs\.?|versus|in combination with|combined with)\s/iu

function nameOfPart(
  part: string,
  type: string,
  language: 'en' | 'fr',
  beside: readonly string[],
): readonly string[] | undefined {
  if (part === '' || isControl(part) || isEmpty.test(part)) return undefined
  const drugs = isMedicine(type) ? drugNamed(part, language, beside) : undefined
  if (drugs) return drugs
  const name = language === 'fr' ? frenchName(part, type) : englishName(part, type)
  return name === undefined ? undefined : [name]
}

/** What stands in brackets in a name. */
function bracketed(name: string): readonly string[] {
  return [...name.matchAll(brackets)].map(([text]) => text.trim().slice(1, -1))
}

/** Whether a treatment is what others are compared with: placebo, sham, usual care, nothing. */
export function isControl(name: string): boolean {
  return controls.test(name)
}

/** Whether it is an examination or a form to fill in that goes with a study, and not what the study tries. */
export function isExamination(name: string): boolean {
  return examinations.test(name)
}

/** A name without the registry's type, brackets, and, of a medicine, dose and form. */
export function bareName(name: string, isMedicine: boolean): string {
  const whole = name.replace(typeBefore, '').replace(armBefore, '')
  const open = whole.replace(brackets, ' ')
  const bare = open.replace(marks, '').replace(doses, ' ')
  const short = isMedicine ? bare.replace(forms, ' ') : bare
  const tidy = short.replace(spaces, ' ').replace(edges, '')
  return tidy === '' ? whole.trim() : tidy
}

function englishName(name: string, type: string): string | undefined {
  if (name.length > longest || name === '') return undefined
  if (genericEnding.test(name)) return sentenceCase(name)
  const [first = '', ...others] = name.split(' ')
  // The first word may be a name that somebody gave: "Polycap", "Netrod", "Infuse".
  const isOurs = !isMedicine(type) && type !== 'DEVICE'
  return isOurs ? sentenceCase(name) : [first, sentenceCase(others.join(' '))].join(' ').trim()
}

function frenchName(name: string, type: string): string | undefined {
  const known = frenchTreatment(name)
  if (known !== undefined) return known
  if (!isMedicine(type) || name.length > longest) return undefined
  if (isCode.test(name) || isShort.test(name)) return name
  if (commonWords.test(name)) return undefined
  if (genericEnding.test(name)) return sentenceCase(name)
  return isOneWord.test(name) ? name : undefined
}

/** Whether the registry's type of a treatment is one of those that are given: drugs, biologicals, supplements. */
export function isMedicine(type: string): boolean {
  return medicines.has(type)
}

const medicines: ReadonlySet<string> = new Set([
  'DRUG',
  'BIOLOGICAL',
  'COMBINATION_PRODUCT',
  'DIETARY_SUPPLEMENT',
  'GENETIC',
])

const longest = 60
const controls =
  /\b(?:placebos?|sham|dummy|vehicle|normal saline|saline|(?:active |inactive |passive )?control(?:s| group| arm)?|(?:standard|usual|routine|conventional|regular)(?: of)?(?: medical| clinical| nursing)? (?:care|treatment|therapy|management|practice|medication)s?|treatment as usual|no (?:treatment|intervention|drug|vaccine|therapy)|wait(?:ing)?[- ]?list|soc|tau|best supportive care|observation(?:al)?(?: only)?|non-?intervention(?:al)?)\b/i
const examinations =
  /\b(?:biops(?:y|ies)|bio-?specimens?|blood (?:samples?|sampling|draws?|collections?|tests?)|samples?|sampling|questionnaires?|surveys?|interviews?|quality[- ]of[- ]life|mri|magnetic resonance|computed tomography|ct scans?|positron|pet(?:\/ct)?|bone scan|x-?ray|laboratory|biomarker|pharmacokinetics?|pharmacological study|assessments?|evaluations?|follow[- ]?up|data collection|(?:chart|records?) review|photograph(?:y|s)?|echocardiogra(?:phy|phic|ms?)|(?:exercise|stress|walk|skin prick|prick) tests?|collections? of|(?:specimens?|secretions?) collections?|pregnancy tests?|electrocardiogra(?:phy|ms?)|ecg|ekg|mammograph?y|medical record|monitoring|no name|n\/?a|none|not applicable)\b/i
const typeBefore =
  /^(?:Behaviou?ral|Biological|Combination Product|Device|Diagnostic Test|Dietary Supplement|Drug|Genetic|Procedure|Radiation|Other)\s*:\s+/i
const armBefore =
  /^(?:(?:treatment |study |experimental )?(?:arm|group|cohort|part|stage|step|phase)\s+\w{1,3}|intervention|experimental)\s*[:–-]\s+/i
const marks = /[®™©]/gu
const brackets = /\s*(?:\([^()]*\)|\[[^[\]]*\]|（[^（）]*）)\s*/g
const amount = String.raw`\d[\d.,]*(?:\s?(?:-|–|to|\/|x)\s?\d[\d.,]*)?`
const unit = String.raw`(?:mg|milligrams?|mcg|micrograms?|[µμ]g|ug|ng|g|grams?|kg|ml|mls|µl|iu|miu|units?|u|meq|mmol|%|percent|ppm|gy|cgy|mci|gbq|mbq|hours?|hrs?|h|min|minutes?|days?|weeks?|wk|months?|times?|cells?)`
const doses = new RegExp(
  String.raw`(?:\b|(?<=\s))${amount}\s?-?${unit}(?:\s?\/\s?(?:\d+\s?)?(?:kg|m2|m²|m\^2|ml|l|day|d|dose|h|hr|hour|week|min)\b)*(?![\p{L}\p{N}])`,
  'giu',
)
const forms =
  /\b(?:tablets?|tabs?|capsules?|caps?|caplets?|pills?|injections?|injectable|infusions?|intravenous(?:ly)?|oral(?:ly)?|topical(?:ly)?|subcutaneous(?:ly)?|intramuscular(?:ly)?|inhal(?:er|ed|ation)|nebuli[sz]ed|solution|suspension|ointment|cream|gel|lotion|spray|drops?|patch(?:es)?|powder|syrup|film-coated|extended[- ]release|once daily|twice daily|daily|weekly|monthly|b\.?i\.?d\.?|q\.?d\.?|t\.?i\.?d\.?|iv|i\.v\.|sc|s\.c\.|im|po|p\.o\.|(?:low|mid|medium|high|full|standard|reduced|half)[- ]dose|dose|group|arm)(?![\p{L}\p{N}])/giu
const spaces = /\s+/g
const edges = /^[\s,;:.+/–-]+|(?:\s(?:in|of|at|per|with|for|via|by))?[\s,;:.+/–-]*$/gi
/** What tells arms, doses and formulations ("F12") apart and names nothing. */
const isEmpty =
  /^(?:F\d{1,2}|(?:(?:study|experimental|intervention(?:al)?|treatments?|drugs?|devices?|procedures?|interventions|sets?|packages?|arms?|groups?|cohorts?|parts?|phases?|doses?|levels?|mtd|in|of|the|than|lower|higher|low|middle|mid|medium|high|full|or|and|[a-z]|\d{1,2}|[ivx]{1,4}|[ⅠⅡⅢⅣ])(?:[\s,:]+|$))+)?$/iu
/** "BAY 1817080", "LY3074828", "BNT162b2": letters and digits that name a medicine that has no name yet. */
const isCode = /^[A-Z][\p{L}-]{0,9}[- ]?\d[\p{L}\d./-]*$/u
/** "MTX", "5-FU": as in English. */
const isShort = /^(?=.*\p{Lu})[\p{Lu}\d][\p{Lu}\d-]{1,6}$/u
/** One to three words of which the first ends as generic names do (WHO's stems). */
const genericEnding =
  /^\p{L}+(?:mab|nib|limus|parib|ciclib|lisib|vir|stat|statin|gliptin|gliflozin|sartan|pril|olol|azole|cillin|mycin|micin|cept|kinra|tide|platin|taxel|rubicin|zomib|domide|gene|leucel|siran|rsen|grel|xaban|gatran|setron|triptan|lukast)(?: \p{L}+){0,2}$/iu
const isOneWord = /^\p{L}[\p{L}-]{3,}$/u
/** English words that stand alone as the name of a treatment, and are no names. */
const commonWords =
  /(?:therapy|therapies|treatments?|medications?|medicines?|drugs?|vaccines?|antibiotics?|steroids?|supplements?|supplementation|chemo|anesthesia|block|blockade|oxygen|milk|water|food|diet|fluids?|juice|oil|extract|sugar|salt|cells?|blood|plasma|serum|protein|iron|zinc|tea|coffee|honey|light|air|combination|regimen|chemoradiation|washout|standard|biological|active|experimental|intervention|induction|maintenance|surgery|radiation|fasting|exercise|education)$/i
