import { tokens } from '../../vocabulary/fold.ts'

/** A medicine by name, by the end that international names share (-mab, -pril, -statin), or an everyday treatment. */
export function isTreatment(name: string, known: ReadonlySet<string> = new Set()): boolean {
  const plain = withoutSuffix(name.toLowerCase())
  if (everyday.test(plain)) return true
  if (stems.test(plain) && !notMedicines.test(plain)) return true
  return known.size > 0 && known.has(tokens(plain).join(' '))
}

/**
 * Whether a name that lists give to a vaccine is that of the antigen, which notes and criteria mean as a test of the
 * blood: "HBsAg", "antigène de surface du virus de l’hépatite B". Rule `antigen@1`.
 */
export function namesAntigen(name: string): boolean {
  return antigen.test(name)
}

const antigen = /^(?:Ag ?HB[sec]|HB[sec][- ]?Ag)$|(?<!\p{L})antig[eè]ne?s?(?!\p{L})/iu

/** A biological medicine's name without the four letters that tell makers of it apart: "infliximab-dyyb". */
export function withoutSuffix(name: string): string {
  return name.replace(suffix, '')
}

const suffix = /(?<=\p{L}{5})-\p{L}{4}$/u

/** Stems of the WHO's international nonproprietary names. */
const stems =
  /^[a-z]{2,}(?:mab|nib|pril|sartan|statin|olol|cillin|mycin|micin|floxacin|cycline|azole|vir|tidine|prazole|oxetine|azepam|azolam|dipine|thiazide|gliptin|gliflozin|glitazone|glutide|parin|xaban|gatran|triptan|setron|lukast|semide|platin|taxel|rubicin|bicin|tecan|poside|citabine|trexate|zumab|ximab|cept|kinra|limus|barbital|caine|profen|oxicam|coxib|dronate|fibrate|terol|sone|solone|onide|tropium|ridone|apine|peridol|zodone|triptyline|pramine|faxine|amide|thasone|ciclib|parib|lidomide|zomib)$/
const notMedicines =
  /^(?:hormone|progesterone|testosterone|aldosterone|stone|bone|cortisone-free|amide|concept|accept|except|percept|intercept|precept|concubine|cocaine|vitamin|elixir|ozone|person|reason|season|poison|prison|mason|alone|someone|anyone|everyone|one|none|gone|done|phone|tone|zone)$/
const everyday =
  /^(?:insulin|metformin|aspirin|acetaminophen|paracetamol|warfarin|coumadin|heparin|lasix|steroids?|corticosteroids?|prednisone|antibiotics?|antihypertensives?|chemotherapy|radiation|radiotherapy|dialysis|hemodialysis|haemodialysis|levodopa|lithium|zolpidem|digoxin|methotrexate|tamoxifen|levothyroxine|immunoglobulins?|ivig|oxygen|statins?|nsaids?|opioids?|morphine|oxycodone|bronchodilators?|mastectomy|lumpectomy|transplant(?:ation)?|colectomy|thyroidectomy|colostomy|tonsillectomy|appendectomy|hysterectomy|prostatectomy|cabg|pci|stent|pacemaker|iron|phototherapy|tracheostomy|intubation|splenectomy|cystectomy|nephrectomy|biopsy|surgery|avastin|dilantin|phenobarbital|keppra|plavix|clopidogrel|r-chop|inhalers?|albuterol|contraceptives?|vaccines?|antidepressants?|antipsychotics?|anticoagulants?|anticoagulation)$/
