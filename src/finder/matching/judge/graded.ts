import { isOfOtherPart } from '../patient/body-part.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { hasOtherWaysIn, isTurned } from './one-way-in.ts'

/**
 * A grade on a scale of one illness, as a requirement asks it and the note gives another: "Kellgren-Lawrence grade 3 or 4" and grade 1,
 * "genotype 1" and genotype 3, "Hoehn and Yahr 1-3" and stage 4. Rule `graded@1`.
 */
export function gradedVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || patient.source !== 'note' || text.length > longest) return undefined
  if (!/[\dIV]/.test(text)) return undefined
  for (const [scale, said] of saidOf(patient)) {
    if (!scale.name.test(text) || (scale.not !== ofOneSide && scale.not?.test(text))) continue
    const asked = gradesIn(scale, text)
    const [range, ...others] = asked
    if (!range || others.length > 0 || hasOtherWaysIn(text)) continue
    const rest = text.replace(range.written, ' ')
    if (isTurned(rest) || ofOtherTime.test(text)) continue
    const isOut = said.every(({ grades }) => grades.every((grade) => !range.grades.includes(grade)))
    if (isOut && !said.some(({ evidence }) => isOfOtherPart(text, evidence.text)))
      return {
        verdict: 'not met',
        reason: 'stated facts',
        evidence: [...new Set(said.map(({ evidence }) => evidence))].slice(0, 2),
      }
  }
  return undefined
}

const longest = 260
const ofOtherTime = /\b(?:history|previous\w*|prior|at diagnosis|initial\w*|improve\w*|change)\b/i

interface Scale {
  readonly name: RegExp
  readonly most: number
  /** What a line is about whose grade is of another scale of that name. */
  readonly not?: RegExp
}

const scaleOf = (name: string, most: number, not?: RegExp): Scale => ({
  name: new RegExp(`(?<![\\p{L}])(?:${name})(?![\\p{L}])`, 'iu'),
  most,
  ...(not && { not }),
})

/** One knee tells nothing of the other. */
const ofOneSide =
  /^(?=.*(?<!\p{L})(?:right|left|droite?|gauche)(?!\p{L}))(?!.*(?:right.*left|left.*right|droit.*gauche|gauche.*droit|both|bilat|deux))/isu
const ofOtherGenotype =
  /APOE?|apolipo|HPV|papillom|HBV|VHB|HEV|VHE|hepatitis [ABDE]\b|hépatite [ABDE]\b|UGT|CYP|HLA/i
const ofOtherFibrosis = /lung|pulmon|marrow|myelo|médull|cardia|renal|rénal|skin|cystic|kystique/i

const scales: readonly Scale[] = [
  scaleOf(String.raw`kellgren(?:[- ]?(?:and|&|et)?[- ]?lawrence)?(?: \(KL\))?`, 4, ofOneSide),
  scaleOf(
    String.raw`(?:HCV |hepatitis C (?:virus )?|VHC )?(?:genotypes?|génotypes?)(?: GT)?`,
    6,
    ofOtherGenotype,
  ),
  scaleOf(String.raw`hoehn(?:[- ]?(?:and|&|et)[- ]?yahr)?(?: \(H&Y\))?`, 5),
  scaleOf('GOLD', 4),
  scaleOf('killip', 4),
  scaleOf('(?:modified )?rankin(?: scale)?(?: score)?|mRS', 6),
  scaleOf('fitzpatrick(?: skin)?(?: photo)?(?:types?)?', 6),
  scaleOf('gleason grade group|grade group|ISUP', 5),
  scaleOf('rutherford', 6),
  scaleOf('fontaine', 4),
  scaleOf('gross motor function classification system|GMFCS', 5),
  scaleOf('(?:lupus )?nephritis(?: ISN\\S*)?(?= class)|néphropathie lupique(?: de)?(?= classe)', 6),
  scaleOf('METAVIR|fibrosis(?= (?:stage|score))|fibrose(?= (?:stade|score))', 4, ofOtherFibrosis),
]

const unit = String.raw`(?:[- ,]*(?:grades?|stages?|class(?:es|e)?|scores?|types?|stades?|system|classification|scale|levels?|GT|F|H))*`
const number = String.raw`(?:[0-6](?![\d.,]\d)(?!\s?%)|IV|VI|V|I{1,3})[ab]?(?![\p{L}\d])`
const relation = String.raw`(?:\s*(?:≥|>=|>|<|≤|<=|of|is|=|:|at least|du|de|at|between|from|a|à|-)\s*)*`
const joint = String.raw`(?:\s*(?:-|–|—|to|through|,|or|and|ou|et|à|\/)\s*(?:grades? |stages? |class |F|stade |GT)?)+`

interface Grades {
  readonly written: string
  readonly grades: readonly number[]
}

function gradesIn({ name, most }: Scale, text: string): readonly Grades[] {
  const pattern = new RegExp(
    `(?:${name.source})${unit}(?<sign>${relation})${unit}\\s*(?<all>${number}(?:${joint}${number})*)(?<more>\\s*(?:or (?:higher|more|above|greater|worse)|\\+)|(?<less>\\s*or (?:lower|less|below)))?`,
    'giu',
  )
  return [...text.matchAll(pattern)].flatMap(({ 0: written, groups = {} }): Grades[] => {
    const own = [...(groups['all'] ?? '').matchAll(new RegExp(number, 'giu'))].map(([one]) =>
      valueOf(one),
    )
    const [first = -1, second] = own
    if (own.some((one) => one < 0 || one > most)) return []
    const sign = groups['sign'] ?? ''
    const span = (from: number, to: number): Grades => ({
      written,
      grades: Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at),
    })
    if (groups['less']) return [span(0, first)]
    if (groups['more'] || /≥|>=|at least/.test(sign)) return [span(first, most)]
    if (/≤|<=/.test(sign)) return [span(0, first)]
    if (/>/.test(sign)) return [span(first + 1, most)]
    if (/</.test(sign)) return [span(0, first - 1)]
    const isSpan = own.length === 2 && /-|–|—|\bto\b|through|à|between/i.test(groups['all'] ?? '')
    return isSpan && second !== undefined ? [span(first, second)] : [{ written, grades: own }]
  })
}

function valueOf(written: string): number {
  const [plain = ''] = /^(?:\d|[IV]+)/i.exec(written) ?? []
  return /\d/.test(plain)
    ? Number(plain)
    : ['', 'I', 'II', 'III', 'IV', 'V', 'VI'].indexOf(plain.toUpperCase())
}

interface Said extends Grades {
  readonly evidence: Evidence
}

const saidOf = onceAPatient(({ lines }: Patient): ReadonlyMap<Scale, readonly Said[]> => {
  const own = lines.slice(0, 400).filter(({ evidence }) => !notThis.test(evidence.text))
  return new Map(
    scales.flatMap((scale): [Scale, readonly Said[]][] => {
      const said = own.flatMap(({ evidence }) =>
        scale.name.test(evidence.text) && !scale.not?.test(evidence.text)
          ? gradesIn(scale, evidence.text).map((one) => ({ ...one, evidence }))
          : [],
      )
      return said.length === 0 ? [] : [[scale, said]]
    }),
  )
})

const notThis =
  /\b(?:mother|father|sister|brother|wife|husband|was|previously|ago|initially|at admission|on (?:admission|arrival)|pre-?(?:stroke|morbid)|before|avant|à l[’']entrée|à l[’']admission|antérieure?|père|mère|frère|sœur|initialement|auparavant)(?![\p{L}])/iu
