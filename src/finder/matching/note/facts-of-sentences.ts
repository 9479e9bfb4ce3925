import type { Vocabulary } from '../../vocabulary/concept.ts'
import type {
  Allergy,
  Evidence,
  Finding,
  Measured,
  Patient,
  Treatment,
} from '../patient/patient.ts'
import { allergiesIn, allergySpans } from './allergies.ts'
import { findingsIn } from './findings.ts'
import { isLasting } from './lasting.ts'
import { measuresIn } from './measures.ts'
import type { NoteSentence } from './note-sentence.ts'
import type { noteWords } from './senses.ts'
import { testedIn } from './serology.ts'
import { setPhrasesIn } from './set-phrases.ts'
import { treatmentsIn } from './treatments.ts'
import { valuesLeft } from './values-left.ts'

/** What the sentences of a note are read with. */
export interface ReadWith {
  readonly vocabulary: Vocabulary
  readonly words: ReturnType<typeof noteWords>
  readonly known: ReadonlySet<string>
}

/** The facts of some sentences, where the sentences begin that said any, and what was left of those. */
export interface FactsOfSentences extends Pick<
  Patient,
  'findings' | 'measures' | 'treatments' | 'allergies'
> {
  readonly read: Set<number>
  /** Values and results of sentences of which something else was read. */
  readonly left: readonly Evidence[]
}

/** Reads sentences one by one, as far as there are not too many facts of a kind. */
export function factsOfSentences(
  sentences: readonly NoteSentence[],
  options: ReadWith,
): FactsOfSentences {
  const findings: Finding[] = []
  const measures: Measured[] = []
  const treatments: Treatment[] = []
  const allergies: Allergy[] = []
  const left: Evidence[] = []
  const read = new Set<number>()
  for (const sentence of sentences) {
    const own = factsOf(sentence, options, {
      findings: findings.length < mostFacts,
      measures: measures.length < mostFacts,
      treatments: treatments.length < mostFacts,
    })
    findings.push(...own.findings)
    measures.push(...own.measures)
    treatments.push(...own.treatments)
    allergies.push(...own.allergies)
    if (left.length < mostFacts) left.push(...leftOf(sentence, own))
    if (Object.values(own).some((facts) => facts.length > 0)) read.add(sentence.start)
  }
  return {
    findings: findings.slice(0, mostFacts),
    measures,
    treatments: treatments.slice(0, mostFacts),
    allergies: allergies.slice(0, mostFacts),
    read,
    left,
  }
}

/** Of each kind; what is said first counts most. */
export const mostFacts = 1_500

type OwnFacts = Pick<Patient, 'findings' | 'measures' | 'treatments' | 'allergies'>

function factsOf(
  sentence: NoteSentence,
  { vocabulary, words, known }: ReadWith,
  asked: { readonly findings: boolean; readonly measures: boolean; readonly treatments: boolean },
): OwnFacts {
  const spans = allergySpans(sentence)
  const phrases = setPhrasesIn(sentence)
  const found = asked.findings
    ? [
        ...findingsIn(sentence, words, vocabulary, spans).filter((one) => !isWithin(one, phrases)),
        ...testedIn(sentence),
        ...phrases,
      ]
    : []
  const measures = asked.measures ? measuresIn(sentence) : []
  const treatments = asked.treatments ? treatmentsIn(sentence, known, vocabulary, spans) : []
  const findings = found
    .filter((one) => !isDeniedCare(one, treatments))
    .map((one) => afterTreatment(one, treatments, sentence.text, vocabulary))
  return { findings, measures, treatments, allergies: allergiesIn(sentence, spans, vocabulary) }
}

function leftOf(sentence: NoteSentence, own: OwnFacts): readonly Evidence[] {
  return valuesLeft(sentence, {
    words: [
      ...own.findings.map(({ words }) => words),
      ...[...own.treatments, ...own.allergies].map(({ name }) => name),
    ],
    values: own.measures.map(({ value }) => value),
  })
}

/** "Ne boit pas d'alcool": the phrase says it, not the word in it. */
function isWithin({ term, words }: Finding, phrases: readonly Finding[]): boolean {
  return phrases.some((one) => one.term === term && one.words.includes(words))
}

/** « Pas de prothèse valvulaire »: that a treatment was not had denies no illness. */
function isDeniedCare({ presence, words }: Finding, named: readonly Treatment[]): boolean {
  return named.some(
    (one) =>
      one.name === words.toLowerCase() && (presence === 'absent' || one.presence === 'absent'),
  )
}

/** "Tried Lyrica (weight gain)": what stands in brackets behind a treatment that ended was its effect. Rule `ended-with@1`. */
function afterTreatment(
  finding: Finding,
  treatments: readonly Treatment[],
  text: string,
  vocabulary: Vocabulary,
): Finding {
  if (finding.when === 'history' || finding.presence !== 'present') return finding
  const isEffect = treatments.some(({ name, when, presence }) => {
    if (when !== 'history' || presence !== 'present') return false
    const at = text.toLowerCase().indexOf(name)
    const told = at < 0 ? undefined : effect.exec(text.slice(at + name.length))?.[1]
    if (told?.includes(finding.words) && !isLasting(finding.term, vocabulary)) return true
    const bracket = /^[^,;.()]{0,16}\(([^()]*)\)/.exec(text.slice(at + name.length))?.[1]
    return at >= 0 && bracket !== undefined && bracket.includes(finding.words)
  })
  return isEffect ? { ...finding, when: 'history' } : finding
}

/** "Topiramate gave her kidney stones and Inderal made her faint": the effect, to the end of what is said of it. */
const effect =
  /^(?:[^.;,]{0,30}?\s|\s)?((?:made|gave|caused|brought on|triggered|set off|led to|produced|provoked|(?:dropped|stopped|withdrawn) (?:after|for|because of|due to)|(?:x ?\d+,? )?then) [^.;,]{0,60})/iu
