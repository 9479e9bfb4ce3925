import { measuresNamedIn } from '../../eligibility/measures.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import { onceAPatient } from './once-a-patient.ts'

/** A test or a measure that a note says is normal or negative, with the words that say so. */
export interface NormalResult {
  /** The codes of the measures. */
  readonly codes: readonly string[]
  /** The tests, by `testsIn`. */
  readonly tests: readonly string[]
  readonly evidence: Evidence
}

/**
 * What an English note says to be normal today: "the ECG is normal", "normal creatinine", "a normal head CT", "afebrile". What was so
 * before or at another time is left. Rule `normal-result@1`.
 */
export const normalResults = onceAPatient(({ source, lines }: Patient): readonly NormalResult[] =>
  source === 'note' ? lines.slice(0, mostLines).flatMap(({ evidence }) => normalIn(evidence)) : [],
)

const mostLines = 1_000

function normalIn(evidence: Evidence): NormalResult[] {
  const text = evidence.text.slice(0, 1_000)
  if (!hint.test(text) || notOfToday.test(text)) return []
  const phrases = text.split(clauseEnd).flatMap((clause) => {
    const said = isNormal.exec(clause)?.groups?.what ?? normalIt.exec(clause)?.groups?.what
    return said === undefined || turned.test(clause) ? [] : [said]
  })
  const isAfebrile = /\bafebrile\b|\bapyrétique\b/i.test(text)
  return [
    ...phrases.map((said) => ({
      codes: [...new Set(measuresNamedIn(said))],
      tests: testsIn(said),
      evidence,
    })),
    ...(isAfebrile ? [{ codes: ['temperature'], tests: [], evidence }] : []),
  ].filter(({ codes, tests }) => codes.length + tests.length > 0)
}

const hint =
  /\b(?:normale?s?|normaux|unremarkable|negative|wnl|within normal limits|afebrile|apyrétique)\b/i
const notOfToday =
  /\b(?:ago|previous(?:ly)?|prior|earlier|initial(?:ly)?|last (?:week|month|year|visit)|at that time|before|baseline|mother|father|brother|sister|wife|husband|family)\b/i
const clauseEnd = /[;.]|,(?! and)|\b(?:but|although|while|with|except|which)\b/i
const turned =
  /\b(?:not|ab|above|below|upper|lower|never|to|times|if|until|nearly|near|almost|except)\b|\bno(?!rmal)\b/i
const isNormal =
  /(?<what>[^,;]{2,90}?)\s(?:(?:is|are|was|were|remain(?:s|ed)?|came back|returned|appear(?:s|ed)?|:)\s)?(?:completely |entirely |otherwise |also |all |both |within )?(?:normal(?: limits)?|normale?s?|normaux|unremarkable|negative|wnl)\b\s*$/i
const normalIt = /\bnormal (?<what>[\p{L}][\p{L} -]{2,60})/iu

/** The tests that a text names, each by a name of its own. */
export function testsIn(text: string): readonly string[] {
  return tests.flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []))
}

const tests: readonly (readonly [string, RegExp])[] = [
  ['ecg', /\b(?:ecg|ekg|electrocardiogra(?:m|phy|phic))\b/i],
  [
    'chest x-ray',
    /\b(?:chest (?:x-?\s?rays?|radiograph\w*|films?|roentgenogram)|cxr|radio(?:graphie)? (?:du |de )?thora\w+)\b/i,
  ],
  [
    'head imaging',
    /\b(?:(?:head|brain|cranial|cerebral) (?:ct|mri|computed tomography|magnetic resonance|scan|imaging)|(?:ct|mri|computed tomography|magnetic resonance imaging)(?: scan)? of the (?:head|brain))\b/i,
  ],
  ['echocardiogram', /\becho(?:cardiogra(?:m|phy|phic))?\b|(?<!\p{L})[ée]chocardiographie/iu],
  ['urinalysis', /\b(?:urinalysis|urine (?:analysis|dipstick|test))\b/i],
  ['blood culture', /\bblood cultures?\b/i],
  ['urine culture', /\burine cultures?\b/i],
  ['stool culture', /\bstool cultures?\b/i],
  ['throat culture', /\bthroat (?:cultures?|swabs?)\b/i],
  ['rheumatoid factor', /\brheumatoid factor\b/i],
  ['antinuclear antibodies', /\b(?:antinuclear antibod(?:y|ies)|ANA)\b/],
  ['troponin', /\btroponins?\b/i],
  ['liver tests', /\bliver (?:function tests?|enzymes?|tests?)\b/i],
  ['blood count', /\b(?:complete |full )?blood counts?\b|\bCBC\b/],
  ['colonoscopy', /\bcolonoscop\w+\b/i],
  ['mammogram', /\bmammogra\w+\b/i],
  ['eeg', /\b(?:eeg|electroencephalogra\w+)\b/i],
  ['lumbar puncture', /\b(?:lumbar puncture|cerebrospinal fluid|csf)\b/i],
  ['thyroid tests', /\bthyroid function\b/i],
]
