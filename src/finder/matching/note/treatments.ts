import type { NoteSpan } from './span.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import { tokens } from '../../vocabulary/fold.ts'
import { careIn } from '../../vocabulary/note-names.ts'
import { isTreatment } from '../patient/medicine-name.ts'
import type { Treatment } from '../patient/patient.ts'
import { courseOf } from './courses.ts'
import { dosedIn } from './dosed.ts'
import { furtherDrugsIn } from './further-drugs.ts'
import { misspeltDrugsIn } from './misspelt.ts'
import { isMeasured } from './measured-substance.ts'
import type { NamedTreatment } from './named-treatment.ts'
import type { NoteSentence } from './note-sentence.ts'
import { isOtherwise } from './treated-otherwise.ts'

/** Treatments a sentence names, and how each stands. `known` holds names (from a catalogue, say) as `tokens()` gives them. */
export function treatmentsIn(
  sentence: NoteSentence,
  known: ReadonlySet<string>,
  vocabulary: Vocabulary,
  allergies: readonly NoteSpan[],
): Treatment[] {
  const { text, start, end, section } = sentence
  if (section === 'allergies' || section === 'family') return []
  const named = namedTreatments(sentence, known, vocabulary)
  return named.slice(0, mostInSentence).flatMap((one): Treatment[] => {
    if (allergies.some(({ from, to }) => one.start >= from && one.end <= to)) return []
    const course = courseOf(sentence, one, named)
    if (!course) return []
    const name = text.slice(one.start, one.end).toLowerCase()
    const { drugs } = one
    return [{ name, ...(drugs && { drugs }), ...course, evidence: { text, start, end } }]
  })
}

const mostInSentence = 60

/** Medicines by any name, and other treatments, the longest names; no two overlap. */
export function namedTreatments(
  { text, language }: NoteSentence,
  known: ReadonlySet<string>,
  vocabulary: Vocabulary,
): NamedTreatment[] {
  const found: NamedTreatment[] = careIn(text, language).map(
    ({ start, end, name, kind = 'therapy' }) => {
      const drugs = kind === 'drug' ? drugsNamed(name) : []
      return { start, end, kind, ...(drugs.length > 0 && { drugs }) }
    },
  )
  for (const { start, end, drugs: meant } of openDrugs().inText(text)) {
    if (isPlainWord(text, start, end, language)) continue
    const drugs = [...new Set(meant.map((drug) => drug.name.toLowerCase()))].slice(0, 8)
    found.push({ start, end, kind: 'drug', drugs })
  }
  for (const one of furtherDrugsIn(text, language))
    if (!isPlainWord(text, one.start, one.end, language)) found.push(one)
  for (const match of text.matchAll(word)) {
    const { index: start } = match
    const end = start + match[0].length
    if (found.some((one) => one.start < end && start < one.end)) continue
    if (operation.test(match[0])) found.push({ start, end, kind: 'operation' })
    else if (isTreatment(match[0], known) || known.has(tokens(match[0]).join(' ')))
      found.push({ start, end, kind: 'drug' })
  }
  for (const { start, end, name } of misspeltDrugsIn(text, vocabulary)) {
    if (found.some((one) => one.start < end && start < one.end)) continue
    const drugs = drugsNamed(name)
    found.push({ start, end, kind: 'drug', drugs })
  }
  for (const one of dosedIn(text))
    if (!found.some((two) => one.start < two.end && two.start < one.end)) found.push(one)
  return longest(found).filter(
    (one) =>
      !isMeasured(text, one) && !isOtherwise(text, one) && !isDiseaseName(text, one, vocabulary),
  )
}

function drugsNamed(name: string): readonly string[] {
  const all = openDrugs()
    .byName(name)
    .map((drug) => drug.name.toLowerCase())
  return all.slice(0, 8)
}

const word = /\p{L}[\p{L}\d-]{3,}/gu
const operation =
  /(?:ectomy|plasty|otomy|ostomy|pexy|desis|ectomie|plastie|otomie|ostomie|pexie|desectomie)$/i

/** A name of a medicine that the note's language has as a word of its own. */
function isPlainWord(text: string, start: number, end: number, language: 'en' | 'fr'): boolean {
  const written = text.slice(start, end)
  if (/^\p{L}{1,2}$/u.test(written)) return true
  if (plainWords[language].test(written)) return true
  return /^[a-z]{1,3}$/.test(written)
}

const plainWords = {
  en: /^(?:b[êe]ta-?2|casein|msm|gla|water|air|oxygen|alcohol|ethanol|sugar|salt|blood|plasma|milk|cheese|egg|nuts?|peanuts?|gluten|pollen|dust|smoke|nicotine|tobacco|cannabis|cocaine|heroin|marijuana|caffeine|coffee|tea|sunlight|sepia|today|relief|balance|control|complete|clear|focus|calm|ease|rescue|advance|alert|normal|regular|prevail|aware|fresh|gold|silver|lead|mercury|carbon|nitrogen|hydrogen|urine|stool|serum|protein|fat|fats|fibre|fiber|cortisol|androgens?|prolactin|thyroglobulin|troponin|myoglobin|ferritin|transferrin|hemoglobin|haemoglobin|fibrinogen|thrombin|prothrombin|complement|latex|nickel|dairy|soya?|wheat|fish|shellfish|strawberr\w+|grass|cat|dog|bee|wasp|venom|ace|igf-1|acth|tsh|fsh|lh|hcg|psa|dna|rna|kit|ret|met|ros1|alk|factor|factor v leiden|estradiol level|protein c|protein s|beta-?hcg|histamine|dopamine level|gas|nitrite|nitrites|ketones?|lactate|gelatin|starch|honey|vinegar|chocolate|bread|pasta|rice|meat)$/i,
  fr: /^(?:b[êe]ta-?2|caséine|pas|dizaine|vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|quinzaine|centaine|ras|raa|eau|air|oxygène|alcool|sucre|sel|sang|plasma|lait|œufs?|oeufs?|arachides?|gluten|pollens?|poussière|nicotine|tabac|cannabis|cocaïne|héroïne|caféine|café|thé|vin|bière|plomb|mercure|azote|urines?|selles|sérum|protéines?|cortisol|prolactine|thyroglobuline|troponine|ferritine|hémoglobine|fibrinogène|complément|latex|nickel|soja|blé|poisson|crustacés|fraises?|chat|chien|abeille|guêpe|ace|acth|tsh|fsh|lh|hcg|psa|adn|arn|facteur|lactates?|cétones?|nitrites?|gélatine|miel|chocolat|pain|riz|viande|or|os|un|an|des|sein|col|main|dent|foie|fond|index|sans|plus|stable|normal|actif|active|corps|choc|terrain|suite|contact|lsd|lsg|lid|lig|tep|fluorescéine)$/i,
} as const

/** "Latex allergy", "heparin-induced thrombocytopenia": the name of the disease is no treatment. */
function isDiseaseName(
  text: string,
  { start, end, kind }: NamedTreatment,
  vocabulary: Vocabulary,
): boolean {
  if (kind !== 'drug' && kind !== 'class') return false
  if (
    /^[\s-]{0,2}(?:receptor|induced|resistant|sensitive|dependent|deficien\w+|allerg\w+|level|antibod\w+|misuse|abuse|overdose|dependence|positive|negative|index|antagonist)\b/i.test(
      text.slice(end),
    )
  )
    return !/^[\s-]{0,2}(?:level|positive)/i.test(text.slice(end)) || kind === 'class'
  if (
    /(?:\banti-?|d[ée]ficits? en |carence en |carence |récepteurs? (?:de |du |à )?l?['’]?a?)$/i.test(
      text.slice(Math.max(0, start - 18), start),
    )
  )
    return true
  const near = text.slice(Math.max(0, start - 30), end + 40)
  const offset = Math.max(0, start - 30)
  return vocabulary
    .conceptsInText(near, 'note')
    .some(
      (one) =>
        one.start + offset <= start && one.end + offset >= end && one.end - one.start > end - start,
    )
}

function longest(found: readonly NamedTreatment[]): NamedTreatment[] {
  const kept: NamedTreatment[] = []
  const rank = ({ kind }: NamedTreatment) => (kind === 'drug' ? 1 : 0)
  const sorted = found.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || rank(b) - rank(a) || a.start - b.start,
  )
  for (const one of sorted) {
    const other = kept.find((two) => one.start < two.end && two.start < one.end)
    if (!other) kept.push(one)
    else if (one.drugs && !other.drugs && one.start === other.start && one.end === other.end)
      kept[kept.indexOf(other)] = { ...other, drugs: one.drugs }
  }
  return kept.toSorted((a, b) => a.start - b.start)
}
