import { tokens } from '../../vocabulary/fold.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Evidence, Line, Patient, PatientAge } from '../patient/patient.ts'
import { readable } from '../patient/readable.ts'
import { affirmedIn } from './affirmed.ts'
import { ageIn } from './age.ts'
import { circumstancesIn, type PersonCircumstances } from './circumstances.ts'
import { factsOfSentences, mostFacts } from './facts-of-sentences.ts'
import { recurrencesOf } from './recurrences.ts'
import { isForeignSentence, isTellingItsLanguage, languageOf } from './language.ts'
import { inContext, type NoteSentence } from './note-sentence.ts'
import { asOfRelative, tellsOfOneself, withOwnWords } from './of-relative.ts'
import { obstetricWeeksIn } from './obstetric.ts'
import { noteWords } from './senses.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { sexIn } from './sex.ts'
import { unreadIn } from './unread-sentences.ts'
import { vitalFindings } from './vital-signs.ts'
import { newestFirst } from './newest.ts'

/** What a note is read with. */
export interface NoteOptions {
  readonly vocabulary: Vocabulary
  /** Names of treatments to look for besides those told by their own ending: a catalogue's, say. */
  readonly treatments?: readonly string[]
  /** `yyyy-MM-dd`: the day on which a person whose day of birth is given is as old as is told, if the note has no date. */
  readonly today?: string
}

/**
 * Reads a clinical note in English or French into facts about one person, by rules alone. Never throws; what is
 * not understood is left out, and the sentences it stands in are named. A note of a megabyte is read in about a second.
 */
export function readNote(note: string, options: NoteOptions): Patient {
  const text = readable(note).replace(apostrophes, "'")
  const ofRelative = asOfRelative(text)
  if (ofRelative === undefined) return readText(note, text, options)
  return withOwnWords(readText(note, ofRelative, options, true), text)
}

/** As word processors write them: « l’absence d’asthme » is read as "l'absence d'asthme". */
const apostrophes = /[\u2018\u2019\u02BC]/g

function readText(
  note: string,
  text: string,
  { vocabulary, treatments = [], today }: NoteOptions,
  isOfRelative = false,
): Patient {
  const all = sentencesOf(text).slice(0, mostSentences)
  const unread = note.length - (all.length < mostSentences ? text.length : (all.at(-1)?.end ?? 0))
  const language = languageOf(text)
  const { plain, foreign } = apart(all)
  const isForeign = foreign.length > 0 && !plain.some((one) => isTellingItsLanguage(one.text))
  if (language === 'other' || isForeign) return unreadNote(all, unread)
  const age = ageIn(plain, language, today)
  const isChild = age ? age.maxDays < 13 * 365 : childWords.test(text.slice(0, 400))
  const byParent =
    isOfRelative ||
    ((fromParent.test(text.slice(0, 600)) ||
      (ownChild.test(text.slice(0, 600)) && !tellsOfOneself(text))) &&
      (!age || age.maxDays < 16 * 365))
  const sentences = inContext(text, plain, language, { isChild, byParent })
  const words = noteWords(text)
  const known = new Set(treatments.map((name) => tokens(name).join(' ')))
  const options = { vocabulary, words, known }
  const { findings, measures, read, left, ...rest } = factsOfSentences(sentences, options)
  const isObstetric = !isChild && words.has(obstetric)
  const sex = sexIn(plain, language)
  const circumstances = possibleFor(circumstancesIn(sentences, isObstetric), age, sex?.value)
  const weeks = circumstances.pregnant?.value === 'yes' ? obstetricWeeksIn(sentences) : []
  const values = newestFirst([...measures, ...weeks]).slice(0, mostFacts)
  const { pregnant } = circumstances
  for (const one of [age, sex, ...Object.values(circumstances)])
    if (one?.evidence.start !== undefined) read.add(one.evidence.start)
  const notUnderstood = notUnderstoodOf(unreadIn(sentences, read), left, foreign)
  return {
    source: 'note',
    ...(unread > 0 && { unread }),
    language,
    ...(age && { age }),
    ...(sex && { sex }),
    ...circumstances,
    ...(!sex && pregnant?.value === 'yes' && { sex: { ...pregnant, value: 'FEMALE' as const } }),
    findings: [...recurrencesOf(findings, vocabulary), ...vitalFindings(values, age)],
    measures: values,
    ...rest,
    ...(notUnderstood.length > 0 && { notUnderstood }),
    lines: linesOf(sentences, foreign),
  }
}

/** Sentences that were not understood, and what was left of the others. */
function notUnderstoodOf(
  whole: readonly Evidence[],
  parts: readonly Evidence[],
  foreign: readonly Evidence[],
): readonly Evidence[] {
  const own = parts.filter(
    ({ start = 0, end = 0 }) =>
      !whole.some((one) => (one.start ?? 0) <= start && end <= (one.end ?? 0)),
  )
  return inOrder([...whole, ...own, ...foreign], (one) => one)
}

function linesOf(
  sentences: readonly NoteSentence[],
  foreign: readonly Evidence[],
): readonly Line[] {
  const read = sentences.map((one) => ({ evidence: evidenceOf(one), affirmed: affirmedIn(one) }))
  return inOrder([...read, ...foreign.map(saidNothing)], ({ evidence }) => evidence)
}

/** What is read, and the sentences in other languages, which state nothing. */
function apart(all: readonly Sentence[]): {
  plain: readonly Sentence[]
  foreign: readonly Evidence[]
} {
  const plain = all.filter(({ text }) => !isForeignSentence(text))
  const own = new Set(plain)
  return { plain, foreign: all.filter((one) => !own.has(one)).map(evidenceOf) }
}

function evidenceOf({ text, start, end }: Sentence): Evidence {
  return { text, start, end }
}

/** A line that states nothing of the person. */
function saidNothing(evidence: Evidence): Line {
  return { evidence, affirmed: '' }
}

function inOrder<T>(all: readonly T[], of: (one: T) => Evidence): readonly T[] {
  return all.toSorted((one, other) => (of(one).start ?? 0) - (of(other).start ?? 0))
}

/** A pregnancy that is told beside a small child, a boy or a man is another's. */
function possibleFor(
  told: PersonCircumstances,
  age: PatientAge | undefined,
  sex: 'FEMALE' | 'MALE' | undefined,
): PersonCircumstances {
  if (sex !== 'MALE' && (age === undefined || age.maxDays >= 8 * 365)) return told
  const { pregnant: _, lactating: __, ...rest } = told
  return rest
}

const obstetric =
  /(?<!\p{L})(?:OGTT|gestation\w*|f[o]?etal|fetus|LMP|antenatal|gravida|G\d ?P\d|obstetric\w*|trimester|pregnan\w*|grossesse|enceinte|aménorrhée \(SA\)|SA)(?!\p{L})/iu
const childWords =
  /\b(?:neonat\w*|newborn|NICU|SCBU|weeker|n[ée]onat\w*|infant|baby|toddler|child|nouveau-n[ée]|nourrisson|b[ée]b[ée]|enfant|p[ée]diatr\w+|paediatr\w+|pediatr\w+)\b/i
const fromParent =
  /(?<!\p{L})(?:['’]s (?:mum|mom|dad|mother|father)|(?:text|message|email|e-mail|letter|note) from (?:mum|mom|dad|mother|father|parents?)|(?:le papa|la maman|la m[èe]re|le p[èe]re) de|its about|(?:i was|when i was) pregnant with (?:him|her|them)|update on \p{Lu}\p{Ll}+|(?:his|her) (?:dad|father|daddy) and (?:me|i)|me and (?:his|her) (?:dad|father|daddy)|(?:je suis|ici|c['’]est) (?:la maman|le papa|la m[èe]re|le p[èe]re) d(?:e |['’])|(?:c['’]est pour|au sujet de|concernant|pour) (?:mon|ma|notre) (?:fils|fille|p(?:e|['’])tite?|b[ée]b[ée]|gar[çc]on|gars|puce|loulou)|(?:notre|ma|mon) petite? \p{Lu}\p{Ll}+ a \d)(?!\p{L})/iu
const ownChild =
  /(?<!\p{L})(?:my (?:son|daughter|baby|little (?:boy|girl)|child|kid|\d)|ma (?:petite )?fille|mon (?:fils|b[ée]b[ée]|petit)|notre (?:fils|fille)|our (?:son|daughter))(?!\p{L})/iu

/** A note in another language: nothing is stated of the person, and every sentence is one that was not understood. */
function unreadNote(sentences: readonly Sentence[], unread: number): Patient {
  const all = sentences.map(evidenceOf)
  return {
    source: 'note',
    ...(unread > 0 && { unread }),
    language: 'other',
    findings: [],
    measures: [],
    treatments: [],
    allergies: [],
    notUnderstood: all.slice(0, mostFacts),
    lines: all.map(saidNothing),
  }
}

/** More is not one person's note; the rest is left unread so that the answer comes in time. */
const mostSentences = 6_000
