import { namedIn } from '../patient/named.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Case, Judgement } from './judgement.ts'
import { cancersOfNow } from './cancer-sites.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn } from './one-way-in.ts'
import { askedWords } from './words.ts'

/**
 * The stage of a cancer, as a criterion asks it, against the one stage that the record gives of one: "stage IIIB or IV" and
 * "stage II". A stage without its letter leaves open what the letter decides. Rule `stage@1`.
 */
export function stageVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (kind === 'unspecified' || text.length > longest || !/\bstages?\b/i.test(text))
    return undefined
  const asked = stagesAsked(text)
  if (!asked || turning.test(text)) return undefined
  const said = stageSaid(patient, vocabulary) ?? stageBySpread(patient, vocabulary)
  if (!said) return undefined
  const isOut = asked.ranges.every(([low, high]) => said.high < low || said.low > high)
  const isIn = asked.ranges.some(([low, high]) => said.low >= low && said.high <= high)
  const told = (verdict: Judgement['verdict']): Judgement => ({
    verdict,
    reason: 'stated facts',
    evidence: [said.evidence],
  })
  if (kind === 'inclusion')
    return isOut && !hasOtherWaysIn(text) && !otherWay.test(asked.rest)
      ? told('not met')
      : undefined
  const isAlone = askedWords(asked.rest).every((word) => idle.test(word))
  if (isIn && isAlone && !/\bor\b|[,;]/i.test(asked.rest)) return told('not met')
  return isOut && isAlone ? told('met') : undefined
}

const longest = 300
const turning =
  /\b(?:no|not|without|except\w*|unless|other than|if|history|previous\w*|prior|family|chronic kidney|ckd|renal|kidney|ulcers?|liver|fibrosis|sleep|nkf|acc|aha|gold|fontaine|hoehn|goldberg|tanner|parkinson\w*|dementia|labou?r|phase|heart|cardiac|initial\w*|at diagnosis|retinopathy|glaucoma|hypertension|endometriosis|keratoconus|aki)\b/i
/** Of a requirement, a way in beside the stages. */
const otherWay = /\b(?:or|and\/or)\b|\//i
const idle =
  /^(?:cancer|carcinoma|tumou?r|malignan\w*|disease|metasta\w*|advanced|locally|breast|lung|colon\w*|rectal|prostate|ovarian|melanoma|lymphoma|any|ajcc|figo|tnm|known)$/i

const one = String.raw`(?:IV|I{1,3}|[0-4])(?:[ -]?[ABCabc](?:[1-3]|[ivx]+)?)?(?![\w])`
const list = new RegExp(
  String.raw`\b(?:(?<least>≥|>=|at least)\s*)?(?:(?:clinical|pathological|pathologic|ajcc|figo|tnm|unresectable|metastatic|resectable|locally advanced|inoperable) )*stages?\s+(?<all>${one}(?:(?:\s*(?:,|\/|-|–|to|or|and|,? ?or|through|and\/or)\s*(?:(?:unresectable|metastatic|resectable|inoperable|locally advanced|operable) )*(?:stages? )?)${one})*)(?<more>\s+(?:or|and) (?:higher|above|greater|more))?(?<less>\s+(?:or|and) (?:lower|below|less))?`,
  'gi',
)

type Range = readonly [low: number, high: number]

function stagesAsked(
  text: string,
): { readonly ranges: readonly Range[]; readonly rest: string } | undefined {
  const found = [...text.matchAll(list)]
  if (found.length === 0) return undefined
  const ranges = found.flatMap(({ groups = {} }): Range[] => {
    const each = [...(groups['all'] ?? '').matchAll(new RegExp(one, 'g'))]
    const own = each.map(([written]) => rangeOf(written))
    const [first, second] = own
    if (!first) return []
    if (groups['least'] || groups['more']) return [[first[0], 49]]
    if (groups['less']) return [[0, first[1]]]
    const isSpan = /^\S+(?: [ABC])?\s*(?:-|–|\bto\b|\bthrough\b)/i.test(groups['all'] ?? '')
    return isSpan && second && own.length === 2 ? [[first[0], second[1]]] : own
  })
  if (ranges.some(([low]) => Number.isNaN(low))) return undefined
  return { ranges, rest: text.replaceAll(list, ' ') }
}

/** Stage II is 20 to 29, IIA 20 to 23, IIB 24 to 26, IIC 27 to 29. */
function rangeOf(written: string): Range {
  const [, roman = '', letter = ''] = /^(IV|I{1,3}|[0-4])[ -]?([ABC])?/i.exec(written) ?? []
  const number = { I: 1, II: 2, III: 3, IV: 4 }[roman.toUpperCase()] ?? Number(roman)
  const from = number * 10
  const part = { A: [0, 3], B: [4, 6], C: [7, 9] }[letter.toUpperCase()]
  return part ? [from + (part[0] ?? 0), from + (part[1] ?? 9)] : [from, from + 9]
}

interface Said {
  readonly low: number
  readonly high: number
  readonly evidence: Evidence
}

/** The one stage that the record gives, in a sentence that names a cancer of the person's and no other staged illness. */
const stageSaid = onceAPatient((patient: Patient, vocabulary: Vocabulary): Said | undefined => {
  const found = patient.lines.slice(0, 400).flatMap(({ evidence, affirmed }): Said[] => {
    if (!/\b(?:stage|stade)\b/i.test(affirmed) || notThis.test(evidence.text)) return []
    if (!namesCancer(evidence.text, vocabulary)) return []
    return [...affirmed.matchAll(written)].map(([, stage = '']) => {
      const [low, high] = rangeOf(stage)
      return { low, high, evidence }
    })
  })
  const [first, ...more] = found
  return first && more.every(({ low, high }) => low === first.low && high === first.high)
    ? first
    : undefined
})

/**
 * A cancer of an organ that has spread to another is of stage IV, whichever it is of those that are staged so; not of the testis, the
 * thyroid, the placenta, the blood or the nerves of the young.
 */
const stageBySpread = onceAPatient((patient: Patient, vocabulary: Vocabulary): Said | undefined => {
  const own = cancersOfNow(patient, vocabulary)
  if (own?.length !== 1 || own.some(({ finding }) => stagedOtherwise.test(finding.term)))
    return undefined
  if (patient.lines.some(({ affirmed }) => /\b(?:stage|stade)\b/i.test(affirmed))) return undefined
  const spread = patient.findings.find(
    ({ term, of, presence, when, evidence }) =>
      of === 'patient' &&
      presence === 'present' &&
      when === 'now' &&
      /metasta/i.test(term) &&
      distant.test(evidence.text) &&
      !notDistant.test(evidence.text),
  )
  return spread && { low: 40, high: 49, evidence: spread.evidence }
})

const stagedOtherwise =
  /testic|thyroid|trophoblast|leuk|lymph|myeloma|neuroblast|brain|glio|central nervous|plasmacyt|germ/i
const distant =
  /\b(?:(?:liver|hepatic|bone|bony|osseous|skeletal|brain|cerebral|lung|pulmonary|adrenal|distant|widespread|spinal|vertebral) (?:and \w+ )?metasta\w+|metasta\w+ (?:to|in|involving) (?:the |his |her |both )?(?:liver|bones?|brain|lungs?|adrenals?|spine|skeleton)|widely metastatic|metastatic (?!lymph|node)\w+|métasta\w+ (?:hépatiques?|osseuses?|cérébrales?|pulmonaires?|surrénal\w+|à distance|viscérales?|au foie)|métastatique)/i
const notDistant =
  /\b(?:no|without|non-?|not|suspected|possible|rule out|sans|pas de|absence)\b[^.;]{0,30}m[eé]tasta|\bM0\b|\b(?:work-?up|risk)\b|\b(?:lymph nodes?|axillary|ganglionnaires?)\b[^.;]{0,12}$/i

const written = new RegExp(String.raw`\b(?:stage|stade)\s+(${one})`, 'gi')
const notThis =
  /\b(?:mother|father|sister|brother|wife|husband|initial\w*|was|at diagnosis|originally|first|previous\w*|ago|in (?:19|20)\d\d|history of|kidney|renal|ckd|ulcer|suspected|possible|probabl[ey]|rule out|au diagnostic|initialement)\b/i

function namesCancer(text: string, vocabulary: Vocabulary): boolean {
  return namedIn(text, vocabulary).some(
    ({ term }) => vocabulary.byName(term)?.trees.some((tree) => tree.startsWith('C04.')) ?? false,
  )
}
