import type { Evidence, Treatment } from '../patient/patient.ts'
import type { Case, Judgement } from './judgement.ts'
import { medicinesAsked, relation, wasSurelyHad } from './medicines.ts'
import { askedWords, withoutParts } from './words.ts'

/**
 * A daily dose of a corticosteroid as an exclusion, against the dose that the note gives: "prednisone > 10 mg/day or equivalent" and
 * "prednisolone 20 mg daily". Only of prednisone and prednisolone, which are equal by weight. Rule `dose-asked@1`.
 */
export function doseAskedVerdict({ text, kind, patient }: Case): Judgement | undefined {
  if (kind !== 'exclusion' || text.length > longest || turning.test(text)) return undefined
  const found = limit.exec(text)
  const { dose = '' } = found?.groups ?? {}
  if (!found) return undefined
  const rest = withoutParts(text, [{ start: found.index, end: found.index + found[0].length }])
  const asked = medicinesAsked(rest)
  if (asked.length === 0 || /\d/.test(rest)) return undefined
  const left = askedWords(withoutParts(rest, asked)).filter((word) => !idle.test(word))
  if (left.length > 0) return undefined
  const taken = patient.treatments.filter(
    (one) =>
      prednisone.test(one.name) &&
      one.when === 'now' &&
      wasSurelyHad(one) &&
      asked.some((item) => relation(item, one) !== 'not'),
  )
  const over = taken.find((one) => (dailyDose(one) ?? 0) > Number(dose))
  return over && told(over.evidence)
}

function told(evidence: Evidence): Judgement {
  return { verdict: 'not met', reason: 'stated facts', evidence: [evidence] }
}

const longest = 260
const turning =
  /\b(?:no|not|without|never|except\w*|unless|other than|if|inhaled|topical|history|previous\w*|prior to|within|past|last)\b/i
const limit =
  /(?:>|≥|\b(?:greater|more|higher) than(?: or equal to)?|\bexceeding|\babove|\bover|\bat least)\s*(?<dose>\d{1,3}(?:\.\d)?) ?mg ?(?:\/|per|a|of|daily)? ?(?:days?|d\b|daily|of prednison\w+)?(?: (?:per|a) day|\/day| daily)?/i
const idle =
  /^(?:steroid\w*|systemic\w*|oral\w*|chronic\w*|dos(?:e|es|age|ing)?|therap\w*|treatment|use|using|taking|daily|equivalent\w*|prednison\w*|prednisolon\w*|high|long|term|receiving|requir\w*|need|concomitant|concurrent|stable|per|medication)$/
const prednisone = /^(?:methyl)?prednisolon|^prednison/

/** Milligrams of prednisone a day, by what stands behind the name; undefined where none does. */
function dailyDose({ name, evidence: { text } }: Treatment): number | undefined {
  const at = text.toLowerCase().indexOf(name.toLowerCase())
  const after = at < 0 ? '' : text.slice(at + name.length, at + name.length + 36)
  const amount = Number(daily.exec(after)?.groups?.['dose']?.replace(',', '.'))
  if (!Number.isFinite(amount)) return undefined
  return /^methyl/i.test(name) ? amount * 1.25 : amount
}

const daily =
  /^\s?(?:at |à )?(?<dose>\d{1,3}(?:[.,]\d)?) ?mg ?(?:\/ ?(?:day|d|jour|j)(?!\p{L})|per day|a day|daily|once (?:a day|daily)|od\b|par jour|every (?:day|morning)|chaque (?:jour|matin)|le matin|in the morning)/iu
