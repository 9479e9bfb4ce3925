import { tokens } from '../../vocabulary/fold.ts'
import type { Finding, Patient } from '../patient/patient.ts'
import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import { type Background, backgroundOf } from './background.ts'

/** What to look for: diseases by the vocabulary, and words, each with how much it says of the person. */
export interface Wanted {
  readonly concepts: readonly WantedConcept[]
  readonly words: readonly WantedWord[]
}

/** A term of the vocabulary to look for, and what it weighs. */
export interface WantedConcept {
  readonly term: string
  readonly weight: number
}

/** A word to look for, and what it weighs. */
export interface WantedWord {
  /** As `tokens()` gives it. */
  readonly word: string
  readonly weight: number
}

/**
 * Weighs what a person has: what the note opens with, is said again, said as a diagnosis and is narrow in the vocabulary says most;
 * what is background says less, and never more than what the person comes for, and so does where a cancer has spread to beside the
 * cancer. What is denied or a relative's is left out. Rule `main-problem@4`.
 */
export function wantedOf(patient: Patient, vocabulary: Vocabulary): Wanted {
  const background = backgroundOf(patient)
  return {
    concepts: conceptsOf(patient, vocabulary, background),
    words: wordsOf(patient, background),
  }
}

function conceptsOf(
  { findings }: Patient,
  vocabulary: Vocabulary,
  background: Background,
): WantedConcept[] {
  const weights = new Map<Concept, number>()
  const current = new Set<Concept>()
  const isSpreadBeside = isSpread(findings, vocabulary)
  for (const finding of findings) {
    const concept = vocabulary.byName(finding.term)
    if (!concept || finding.of === 'family') continue
    const isBackground = background.holdsFinding(finding)
    const isCurrent = !isBackground && finding.presence === 'present' && !isSign(concept)
    const isPlaceOfSpread = isSpreadBeside(finding)
    const opens = isCurrent && !isPlaceOfSpread && current.size === 0 && background.opens(finding)
    const weight =
      sayingOf(finding) *
      kindOf(concept) *
      (isBackground ? asBackground.finding : 1) *
      (opens ? asOpening : 1) *
      (isPlaceOfSpread ? asSpread : isFarGone(finding, concept) ? asFarGone : 1)
    if (weight === 0) continue
    if (isCurrent && !isPlaceOfSpread) current.add(concept)
    weights.set(concept, (weights.get(concept) ?? 0) * repeated + weight)
  }
  keepBelow(weights, current)
  const sorted = [...weights].toSorted(([, a], [, b]) => b - a).slice(0, mostConcepts)
  return sorted.map(([{ term }, weight]) => ({ term, weight }))
}

/** "Brain metastases" of who has a cancer elsewhere is no illness of the brain of its own. */
function isSpread(
  findings: readonly Finding[],
  vocabulary: Vocabulary,
): (finding: Finding) => boolean {
  const isOfSpread = ({ words }: Finding): boolean => spread.test(words)
  const hasCancer = findings.some(
    (finding) =>
      finding.of === 'patient' &&
      finding.presence === 'present' &&
      !isOfSpread(finding) &&
      vocabulary.byName(finding.term)?.trees.some((tree) => tree.startsWith('C04')),
  )
  return hasCancer ? isOfSpread : () => false
}

const spread = /\bm[eé]tasta|\bmets?\b|^stage (?:IV|4)/iu

/** A cancer of the last stage is what a person comes for, whatever else the note opens with. */
function isFarGone({ evidence: { text } }: Finding, { trees }: Concept): boolean {
  return farGone.test(text) && trees.some((tree) => tree.startsWith('C04'))
}

const farGone =
  /(?<!\p{L})(?:(?<!non-?)m[eé]tastati\p{L}+|(?:stage|stade) (?:IV|4)[ABC]?|M1[abc]?)(?![\p{L}\d])/iu

/** Past history never outranks the illness of now, however often it is said. */
function keepBelow(weights: Map<Concept, number>, current: ReadonlySet<Concept>): void {
  const top = Math.max(0, ...[...current].map((concept) => weights.get(concept) ?? 0))
  if (top === 0) return
  for (const [concept, weight] of weights)
    if (!current.has(concept)) weights.set(concept, Math.min(weight, top * asBackground.most))
}

/** What background weighs beside what the person comes for. */
const asBackground = { finding: 0.4, most: 0.75, word: 0.5 } as const
/** What weighs what a note opens with, where a cancer has spread to, and a cancer of the last stage, beside others. */
const asOpening = 1.5
const asSpread = 0.4
const asFarGone = 1.6
const repeated = 0.5
const mostConcepts = 24

function sayingOf({ presence, when, evidence }: Finding): number {
  if (presence === 'absent' || presence === 'mentioned') return 0
  const diagnosed = diagnosis.test(evidence.text) ? 2 : 1
  const sure = presence === 'possible' ? 0.7 : 1
  return sure * diagnosed * (when === 'history' ? 0.8 : 1)
}

const diagnosis =
  /\b(?:diagnos\w+|confirmed?|biops\w+|patholog\w+|known (?:to have|case)|dx|consistent with|suffer\w+|admitted (?:for|with))\b/i

/** A disease says more than a symptom or sign, and a narrow name more than a broad one. */
function kindOf(concept: Concept): number {
  const depth = Math.max(...concept.trees.map((tree) => tree.split('.').length))
  const narrow = depth <= 2 ? 0.6 : depth === 3 ? 0.85 : 1
  return (isSign(concept) ? 0.3 : 1) * narrow
}

function isSign({ trees }: Concept): boolean {
  return (
    trees.some((tree) => tree.startsWith('C23.888')) ||
    trees.every((tree) => tree.startsWith('C23') || tree.startsWith('F01'))
  )
}

function wordsOf({ lines, treatments }: Patient, background: Background): WantedWord[] {
  const weights = new Map<string, number>()
  lines.slice(0, mostLines).forEach((line, at) => {
    const { affirmed, evidence } = line
    const place = (at < 2 ? 1.5 : 1) * (background.holdsLine(line) ? asBackground.word : 1)
    const said = diagnosis.test(evidence.text) ? 1.5 : 1
    for (const word of new Set(tokens(affirmed)))
      if (isTelling(word)) weights.set(word, (weights.get(word) ?? 0) * 0.6 + place * said)
  })
  for (const { name, presence } of treatments)
    if (presence === 'present')
      for (const word of tokens(name)) weights.set(word, (weights.get(word) ?? 1) * 1.2)
  const sorted = [...weights].toSorted(([, a], [, b]) => b - a).slice(0, mostWords)
  return sorted.map(([word, weight]) => ({ word, weight }))
}

const mostLines = 400
const mostWords = 120

function isTelling(word: string): boolean {
  return word.length > 2 && !/^\d/.test(word) && !common.has(word)
}

/** Words of every note, which tell studies apart by nothing. */
const common: ReadonlySet<string> = new Set(
  tokens(
    `the and for with was were has had have his her she him they them their that this these those who whom which
    what when where while from into onto over under after before during since until about above below between
    patient patients year years old yo man woman male female boy girl lady gentleman child infant day days week
    weeks month months hour hours ago today yesterday time times last past history medical significant notable
    remarkable presents presented presenting presentation complains complaint complaining reports reported states
    stated says said notes noted shows showed revealed reveals found finding findings seen examination exam
    physical normal within limits otherwise also other any some none not but however well very more most less
    mild moderate severe left right upper lower side bilateral positive negative elevated increased decreased
    level levels value high low hospital clinic emergency department room admitted admission brought evaluation
    evaluated evaluate visit follow following followed treated treatment therapy started start given received
    taking takes take medication medications drug drugs daily dose per currently current recent recently first
    second one two three four five six several multiple due because secondary associated including include
    without prior previous previously status post denies denied lives live married work works working home
    family mother father parent parents children wife husband can could will would may might should did does
    been being are its than then there here both each all only just still now new onset began begun
    blood pressure heart rate pulse temperature respiratory laboratory lab labs test tests result results count
    informed consent provide comply trial protocol practical issues general condition course diagnosed diagnosis
    diagnose known case confirmed suspected possible possibly likely use used using worsening worse
    progressive gradual gradually acute chronic symptoms symptom signs sign improve improved
    he it is as at an in on of to or by be no do so if up out off me my we us our you your am pm
    homme femme garçon fille enfant bébé patient patiente ans an mois semaine semaines jour jours depuis avec sans pour
    par sur sous dans chez une des les aux est sont était été a ont elle il son sa ses leur mère père prend prenait
    traité traitée traitement reçu début suivi suivie actuel actuelle actuellement connu connue antécédent antécédents
    présente droite gauche puis pas plus très consulte consultation hôpital examen`,
  ),
)
