import { diseasesAsked } from './diseases-asked.ts'
import { diseasesOf } from './areas-of.ts'
import { kindsOf } from './facts-of.ts'
import type { Case, Judgement } from './judgement.ts'
import { medicinesAsked, relation, wasSurelyHad } from './medicines.ts'
import { hasOtherWaysIn } from './one-way-in.ts'

/**
 * "Treatment-naive", "untreated", "newly diagnosed and never treated", of an illness for which the record says that a medicine is or
 * was taken: metformin in "drug-naive type 2 diabetes". Insulin of before may have been for days of a hospital stay, which leaves a
 * person naive to it. Rule `naive@2`.
 */
export function naiveVerdict({ text, kind, patient, vocabulary }: Case): Judgement | undefined {
  if (kind !== 'inclusion' || hasOtherWaysIn(text) || turning.test(text)) return undefined
  const ofOne = /\b(?<name>[\w-]+)[- ]na[iï]ve\b/i.exec(text)?.groups?.name
  const asked = ofOne === undefined ? [] : medicinesAsked(ofOne)
  const had = patient.treatments.find(
    (one) =>
      wasSurelyHad(one) &&
      (one.when === 'now' || !/^insulin/i.test(ofOne ?? '')) &&
      asked.some((each) => relation(each, one) === 'is'),
  )
  if (had) return { verdict: 'not met', reason: 'stated facts', evidence: [had.evidence] }
  if (!asksNaive.test(text)) return undefined
  const [named, ...more] = diseasesAsked(text, vocabulary)
  if (!named || more.length > 0) return undefined
  const kinds = kindsOf(named.term, vocabulary)
  const taken = patient.treatments.find(
    (one) =>
      wasSurelyHad(one) &&
      diseasesOf(one).some((term) => kinds.has(term) || kindsOf(term, vocabulary).has(named.term)),
  )
  return taken && { verdict: 'not met', reason: 'stated facts', evidence: [taken.evidence] }
}

const asksNaive =
  /\b(?:drug|treatment|therapy|medication|pharmacotherapy)[- ]na[iï]ve\b|\bnever (?:been )?(?:treated|received (?:any )?(?:drug|treatment|therapy|medication))|\b(?:previously )?untreated\b|\bnot (?:previously|yet) treated\b|\bnaïfs? de (?:tout )?traitement\b|\bjamais traitée?s?\b/i
const turning =
  /\b(?:or|unless|except\w*|if|other than|washout|wash-out|stopped|discontinued|within|for at least|systemic|surgery|surgical|radiation|local|untreated (?:with|by))\b/i
