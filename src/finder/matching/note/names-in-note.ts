import { signsIn } from '../../vocabulary/note-names.ts'
import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import { fracturesIn } from '../patient/fractures.ts'
import { type Named, tellsNothing } from '../patient/named.ts'
import { cancersOfOrgans } from './cancer-of-organ.ts'
import { cognatesIn } from './cognates.ts'
import { geneticsIn } from './genetics.ts'
import { misspeltSignsIn } from './misspelt.ts'
import { medicalWordsIn } from './medical-words.ts'
import { namedByPlace } from './named-by-place.ts'
import type { NoteSentence } from './note-sentence.ts'
import { isNamedOtherwise } from './named-otherwise.ts'
import { namedTreatments } from './treatments.ts'
import { type NoteWords, sensesIn } from './senses.ts'

/** Diseases, symptoms and signs that a sentence of a note names; no two overlap, the longer one stays. */
export function namesInNote(
  sentence: NoteSentence,
  note: NoteWords,
  vocabulary: Vocabulary,
): Named[] {
  const { text, language } = sentence
  const found: Named[] = [...geneticsIn(text), ...fracturesIn(text)]
  for (const { start, end, name } of signsIn(text, language))
    found.push({ start, end, term: termOf(name, vocabulary) })
  const senses = sensesIn(text, language, note, vocabulary)
  const unsure = unsureAt(text, language)
  for (const { start, end, term } of senses) {
    const concept = vocabulary.byName(term)
    if (!concept || isDisease(concept)) found.push({ start, end, term: termOf(term, vocabulary) })
  }
  const kept = found.filter(
    (one) => !unsure.has(one.start) || senses.some((sense) => sense.start === one.start),
  )
  const writer = language === 'fr' ? 'note in French' : 'note'
  for (const { start, end, concept } of vocabulary.conceptsInText(text, writer))
    if (isDisease(concept) && !/^[A-Z]{2,4}$/.test(text.slice(start, end)))
      kept.push({ start, end, term: concept.term })
  if (language === 'fr') kept.push(...cognatesIn(text, vocabulary))
  for (const { start, end, name } of misspeltSignsIn(text, language, vocabulary)) {
    const isKnown = kept.some((one) => one.start < end && start < one.end)
    if (isKnown) continue
    const [sign] = signsIn(name, language)
    const concept = vocabulary.byName(sign?.name ?? name)
    if (sign || (concept && isDisease(concept)))
      kept.push({ start, end, term: termOf(sign?.name ?? name, vocabulary) })
  }
  kept.push(...cancersOfOrgans(text, vocabulary))
  if (language === 'en') kept.push(...cancersIn(text, vocabulary))
  const listed = kept.filter((one) => isOnePhrase(text, one) && !isNoIllness(text, one))
  const others = medicalWordsIn(text, language).filter(
    (one) =>
      !listed.some((two) => one.start < two.end && two.start < one.end) &&
      !isNamedOtherwise(text, one) &&
      openDrugs().byName(text.slice(one.start, one.end)).length === 0,
  )
  const unlisted = namedByPlace(text, language).filter(
    (one) =>
      ![...listed, ...others].some((two) => one.start < two.end && two.start < one.end) &&
      isNoTreatment(sentence, one, vocabulary),
  )
  return withoutOverlaps([...listed, ...others, ...unlisted]).filter(
    (one) => !isTooGeneral(one, text, language),
  )
}

function isNoIllness(text: string, named: Named): boolean {
  const written = text.slice(named.start, named.end)
  return isNamedOtherwise(text, named) || aTest.test(written) || aMarker.test(written)
}

/** A marker of cells (CD19, CD20) is no illness, whatever it is nearly spelt like. */
const aMarker = /^CD ?-?\d{1,3}[a-z]?(?: ?(?:\+|positi(?:ve|f)s?))?$/iu

/** "Colposcopy in June" is a look at something, and no illness. */
const aTest = /^\p{L}*(?:scop(?:y|ies?)|graph(?:y|ies?))$/iu

function isNoTreatment(
  sentence: NoteSentence,
  { start, end }: Named,
  vocabulary: Vocabulary,
): boolean {
  const text = sentence.text.slice(start, end)
  return namedTreatments({ ...sentence, text }, new Set(), vocabulary).length === 0
}

/** "Breast ca": a place and the short word for a cancer of it. */
function cancersIn(text: string, vocabulary: Vocabulary): Named[] {
  return [...text.matchAll(shortCancer)].flatMap((match): Named[] => {
    const concept = vocabulary.byName(`${match[1] ?? ''} cancer`)
    return concept
      ? [{ start: match.index, end: match.index + match[0].length, term: concept.term }]
      : []
  })
}

const shortCancer = /(?<!\p{L})(\p{L}{4,}) [Cc][Aa](?![\p{L}\d]|[- ]?(?:19|125|15))/gu

/** Names of one thing written in several ways come to the vocabulary's term where it has one. */
function termOf(name: string, vocabulary: Vocabulary): string {
  const found =
    terms.get(name) ??
    (vocabulary.byName(name) ?? vocabulary.byName(name.replace(/^Acute /, '')))?.term ??
    name
  terms.set(name, found)
  return found
}

/** A time of life of which the vocabulary knows only the complaints. */
const terms = new Map<string, string>([['Menopause', 'Menopause']])

/** Where an abbreviation of several meanings stands, which only `senses.ts` decides. */
function unsureAt(text: string, language: 'en' | 'fr'): ReadonlySet<number> {
  return new Set([...text.matchAll(unsure[language])].map(({ index }) => index))
}

const unsure = {
  en: /(?<![\p{L}\d])(?:BPD|MTS|RA|MS|AS|MR|AR|PD|PE|CP|MG|ALL|PCP|HA|CF|UC|HL|TS|SS|ED|PID|PDA|ASD|GBS|MM|SI|IE|PV|ET|BP|SMA|PH|HS|PAC|RDS|PND|APS|SGA|OA|PET|HSP|SBP|HE)(?![\p{L}\d])/gu,
  fr: /(?<![\p{L}\d])(?:PR|EP|PC|TC|IM|IA|RA|IC|MM|SPA|TS|IRA|BAV|MAP|ACR|LES|CAV|HIV|AVB|SGA|STA|PAC|SA)(?![\p{L}\d])/gu,
} as const

/** Behaviours and plain words of the vocabulary (hope, parents) are no findings. */
function isDisease({ trees }: Concept): boolean {
  return trees.some((tree) => tree.startsWith('C') || tree.startsWith('F03'))
}

/** A name does not go on over a comma or a full stop: "never-smoker, lung". */
function isOnePhrase(text: string, { start, end }: Named): boolean {
  return !/[,;:()]\s|\.\s\p{Lu}/u.test(text.slice(start, end).replace(/^\p{L}\.\s/u, ''))
}

/** French words that are also English names, or mean something else here. */
const plainFrench =
  /^(?:mange|absence|coma|gale|fit|lens|pain|rate|rage|gaz|sale|mal|as|son|dent|lent|fort|mort|bras|main|dos|os|accident)$/i

function isTooGeneral({ term, start, end }: Named, text: string, language: 'en' | 'fr'): boolean {
  const written = text.slice(start, end)
  if (language === 'fr' && plainFrench.test(written)) return true
  if (/^gouttes?$/iu.test(written) && isDrop(text, start, end)) return true
  if (term === 'Disease Progression' && turnsBad.test(written)) return true
  if (/^r[ée]gression$/i.test(written) && /^\s(?:compl|parti|tumor)/i.test(text.slice(end)))
    return true
  if (term === 'Infections' && isDenied.test(text.slice(Math.max(0, start - 30), start)))
    return false
  if (tooGeneral.has(term)) return true
  return term === 'Hypersensitivity' && !/(?:to|à|aux?)\s*$/i.test(text.slice(end, end + 4))
    ? true
    : /^(?:normal|negative)$/i.test(text.slice(start, end))
}

/** « Une goutte de sang », « 3 gouttes », « goutte épaisse »: of a liquid, and no gout. */
function isDrop(text: string, start: number, end: number): boolean {
  return (
    /^s|^ (?:à|au|de|d['’]|dans|par|[ée]paisse)(?!\p{L})|^ d['’]|^-/iu.test(
      text.slice(end - (/s$/i.test(text.slice(start, end)) ? 1 : 0), end + 12),
    ) || /(?:\d ?|(?<!\p{L})(?:une|la|chaque|derni[èe]re|en) )$/iu.test(text.slice(0, start))
  )
}

/** An exacerbation is of an illness that has its own name, and no tumour that grows. */
const turnsBad = /exacerbat|d[ée]compensat|pouss[ée]e|flare/iu

/** "No infections" tells something, "infection" by itself hardly. */
const isDenied =
  /(?<!\p{L})(?:no|without|denies|nil) (?:(?:recent|current|active|serious|intercurrent|further|known|obvious|signs? of|evidence of) )*$/iu

/** Names that say nothing of a person by themselves, or are measured, asked or told elsewhere. */
const tooGeneral: ReadonlySet<string> = new Set([
  ...tellsNothing,
  'Hypersensitivity',
  'Drug Hypersensitivity',
  'Parasitemia',
  'Granuloma',
  'Critical Illness',
  'Rare Diseases',
  'Infections',
  'Inflammation',
  'Genetic Diseases, Inborn',
  'Body Temperature Changes',
  'Puberty',
  'Gravidity',
  'Breast Feeding',
  'Hernia',
  'Syncope, Vasovagal, Neurally Mediated',
  'Tobacco Use Disorder',
  'Genetic Predisposition to Disease',
  'Prognosis',
  'Sequelae',
])

function withoutOverlaps(found: readonly Named[]): Named[] {
  const kept: Named[] = []
  const sorted = found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  for (const one of sorted)
    if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one)
  return kept.toSorted((a, b) => a.start - b.start)
}
