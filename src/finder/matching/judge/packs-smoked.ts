import type { Patient } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords } from './words.ts'

/**
 * How much somebody smokes or smoked, where a criterion asks of nothing else: "smoking history of ≥ 10 pack-years" and "25
 * pack-years", "more than 5 cigarettes a day" and "smokes ten a day". Rule `packs@1`.
 */
export function packsVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind === 'unspecified' || text.length > longest || !amountAsked.test(text)) return undefined
  if (turning.test(text) || patient.smoking?.value === 'never') return undefined
  const told = amountsTold(patient)
  for (const part of kind === 'exclusion' ? text.split(divider) : [text]) {
    const found = amountAsked.exec(part)
    const { sign = '', count = '', packs } = found?.groups ?? {}
    const rest = found ? part.replace(found[0], ' ') : part
    if (!found || sign === '' || !askedWords(rest).every((word) => idle.test(word))) continue
    if (/\d/.test(rest.replaceAll(window, ' '))) continue
    const own = told.filter((one) => one.isPacks === (packs !== undefined))
    const [one] = own
    if (!one || own.length > 1) continue
    if (!one.isPacks && patient.smoking?.value !== 'current') continue
    const isLess = /<|≤|less|fewer|under|below/i.test(sign)
    const isWithin = /≤|≥|=|least/.test(sign) && one.count === Number(count)
    const isSo = isWithin || (isLess ? one.count < Number(count) : one.count > Number(count))
    if (isSo && kind === 'exclusion')
      return { verdict: 'not met', reason: 'stated facts', evidence: [one.evidence] }
    if (kind === 'inclusion')
      return { verdict: isSo ? 'met' : 'not met', reason: 'stated facts', evidence: [one.evidence] }
  }
  return undefined
}

const longest = 260
const amountAsked =
  /(?<sign>[<>≤≥]=?|\b(?:(?:more|greater|less|fewer) than|at least|over|under|above|below|exceeding|of))\s*(?:or equal to )?(?<count>\d{1,3})\+? ?(?:(?<packs>pack[ -]?-?years?|py\b)|cigarettes?)(?:[ /]*(?:per|a|\/)? ?day| daily)?/i
const divider = /[;,.]|\bor\b(?! (?:equal|more|greater|less))/i
const turning =
  /\b(?:no|not|never|non|without|unless|except\w*|if|quit|stopped|abstain\w*|within)\b(?! (?:\d+|\w+) (?:months?|weeks?|years?)\b)(?! been)/i
const window = /\bwithin \S+ (?:days?|weeks?|months?|years?)/gi
const idle =
  /^(?:smok\w*|tobacco|cigarette|former|exsmoker|heavy|total|cumulative|regular\w*|daily|per|exposure|lifetime)$/

interface Amount {
  readonly count: number
  readonly isPacks: boolean
  readonly evidence: Patient['lines'][number]['evidence']
}

const amountsTold = onceAPatient(({ lines }: Patient): readonly Amount[] =>
  lines.slice(0, 400).flatMap(({ evidence }): Amount[] => {
    const found = saidSmoked.exec(evidence.text)
    const { packs, cigarettes } = found?.groups ?? {}
    const count =
      words.get((packs ?? cigarettes ?? '').toLowerCase()) ?? Number(packs ?? cigarettes)
    return found && Number.isFinite(count) && !ofOthers.test(evidence.text)
      ? [{ count, isPacks: packs !== undefined, evidence }]
      : []
  }),
)

const words: ReadonlyMap<string, number> = new Map([
  ['five', 5],
  ['six', 6],
  ['eight', 8],
  ['ten', 10],
  ['twelve', 12],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['cinq', 5],
  ['huit', 8],
  ['dix', 10],
  ['quinze', 15],
  ['vingt', 20],
  ['trente', 30],
])
const amount = String.raw`\d{1,3}|${[...words.keys()].join('|')}`
const saidSmoked = new RegExp(
  String.raw`(?<![\p{L}\d.,-])(?<packs>${amount})[ -](?:pack[ -]?years?|py\b|PA\b|paquets?[ -]années?)|(?<![\p{L}\d.,-])(?<cigarettes>${amount}) cigarettes? (?:a|per|each|par) (?:day|jour)|(?<cigarettes>\d{1,2}) cig(?:arettes)?\/(?:day|d|j|jour)`,
  'iu',
)
const ofOthers =
  /\b(?:mother|father|wife|husband|brother|sister|partner|parents?|mère|père|conjoint|mari|femme de|previously|used to smoke)\b/i
