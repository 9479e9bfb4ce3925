import { tokens } from '../../vocabulary/fold.ts'
import type { Treatment } from '../patient/patient.ts'
import { askedWords } from './words.ts'
import type { Case, Judgement } from './judgement.ts'

/**
 * Treatments a criterion names that the record names too. Only where nothing else is asked does having one
 * now decide; a kind of medicine the person takes one of, or a past one, is never presumed clear. Rule `treated@1`.
 */
export function treatmentVerdict({ text, kind, patient }: Case): Judgement | undefined {
  const asked = askedWords(text)
  const named = patient.treatments.filter(
    ({ name, presence }) => presence !== 'mentioned' && isNamed(name, asked, text),
  )
  const has = named.find(({ presence }) => presence !== 'absent')
  const evidence = [has ?? named[0]].flatMap((one) => one?.evidence ?? [])
  if (!named[0]) return undefined
  if (isAll(asked, named) && !bounded.test(text)) {
    const isNow = has?.presence === 'present' && has.when === 'now'
    if (isNow || !has) {
      const letsIn = isNow !== (kind === 'exclusion')
      return { verdict: letsIn ? 'met' : 'not met', reason: 'stated facts', evidence }
    }
  }
  if (kind !== 'exclusion' || !has) return undefined
  return { verdict: 'unknown', reason: 'near what the person has', evidence }
}

function isNamed(name: string, asked: readonly string[], text: string): boolean {
  const words = tokens(name)
  if (words.length > 0 && words.every((word) => asked.includes(word))) return true
  return kinds.some(([ending, kind]) => ending.test(name) && kind.test(text))
}

/** True when the criterion asks of these treatments, by their own names, and of nothing else. */
function isAll(asked: readonly string[], named: readonly Treatment[]): boolean {
  const names = new Set(named.flatMap(({ name }) => tokens(name)))
  return (
    asked.some((word) => names.has(word)) &&
    asked.every((word) => names.has(word) || taking.test(word))
  )
}

const taking =
  /^(?:tak(?:e|ing|en)|use|using|user|receiv\w*|treat(?:ment|ed)?|therapy|medication|drug|ongoing|concomitant|concurrent|chronic|daily|systemic|oral)$/

/** A dose, a time, a denial, an allergy or an exception asks for more than that it is taken. */
const bounded =
  /\d|\b(?:no|not|without|never|except|unless|other than|allerg\w*|hypersensitiv\w*|intoleran\w*|contra\w*|respon\w*|fail\w*|resistan\w*|refractory|need\w*|prior|previous|past|history|stable)\b/i

/** Names that share an ending share a kind. */
const kinds: readonly (readonly [RegExp, RegExp])[] = [
  [/pril$/, /\bace[- ]?inhibitors?\b|angiotensin[- ]converting|antihypertensive/i],
  [/sartan$/, /\barbs?\b|angiotensin (?:ii )?receptor|antihypertensive/i],
  [/statin$/, /\bstatins?\b|hmg[- ]coa|lipid[- ]lowering/i],
  [
    /olol$/,
    /\b(?:beta|β)[- ]?(?:adrenergic )?(?:blockers?|blocking|antagonists?)|antihypertensive/i,
  ],
  [
    /(?:sone|solone|onide|steroids?)$/,
    /\b(?:cortico|gluco)?(?:cortico)?steroids?\b|immunosuppress/i,
  ],
  [
    /(?:limus|azathioprine|methotrexate|mab|cept|kinra)$/,
    /\bimmunosuppress|biologic|biotherap|antibod(?:y|ies)\b/i,
  ],
  [/(?:profen|oxicam|coxib|^aspirin|^nsaids?)$/, /\bnsaids?\b|anti-?inflammator|antiplatelet/i],
  [/(?:xaban|gatran|parin|warfarin|coumadin)$/, /\banti-?coagula|blood thinner/i],
  [/(?:oxetine|triptyline|faxine|pramine)$/, /\banti-?depressants?|ssris?\b|psychotropic/i],
  [/(?:apine|ridone|peridol|lithium)$/, /\banti-?psychotics?|psychotropic|mood stabili/i],
  [
    /(?:cillin|mycin|floxacin|cycline|antibiotics?)$/,
    /\bantibiotics?|antibacterials?|antimicrobials?/i,
  ],
  [
    /(?:platin|taxel|rubicin|bicin|citabine|chemotherapy)$/,
    /\bchemotherap|cytotoxic|antineoplastic/i,
  ],
  [
    /(?:insulin|metformin|gliptin|gliflozin|glutide)$/,
    /\banti-?diabetic|hypoglyc\w+ agents?|glucose[- ]lowering/i,
  ],
]
