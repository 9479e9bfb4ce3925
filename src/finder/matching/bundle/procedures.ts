import type { z } from 'zod'
import { cannotConceive } from './circumstance-words.ts'
import { codedWords, codesIn, codesInWords, withoutTag } from './coded.ts'
import type { Within } from './gathering.ts'
import { medicineByCode } from './medicine-codes.ts'
import { doneBy } from './medications.ts'
import type { Coded, immunizationShape, procedureShape } from './shapes.ts'
import { sideOf } from './times.ts'

/** Reads a Procedure by its status; one that is dated in the future is only planned. */
export function readProcedure(one: z.infer<typeof procedureShape>, within: Within): void {
  const { gathered, today, entry } = within
  const done = doneBy(one.status ?? '')
  const words = wordsOrSaid(one.code, procedureByCode(one.code), within)
  if (!done || !words) return
  const date =
    one.performedDateTime ??
    one.performedPeriod?.start ??
    one.occurrenceDateTime ??
    one.occurrencePeriod?.start
  const isPlanned = sideOf(date, today) === 'future'
  const evidence = { resource: entry.place, text: words }
  const presence = isPlanned ? 'mentioned' : done.presence
  gathered.treatment({ name: withoutTag(words).toLowerCase(), ...done, presence, evidence })
  const isSo = presence === 'present' || presence === 'possible'
  gathered.line(evidence, isSo ? words : '')
  if (presence === 'present' && cannotConceive.test(words)) gathered.cannotConceive ??= evidence
}

/** Reads an Immunization: a vaccine that was given, or was not. Its name names no disease of the person. */
export function readImmunization(one: z.infer<typeof immunizationShape>, within: Within): void {
  const done = doneBy(one.status ?? '')
  const words = wordsOrSaid(one.vaccineCode, medicineByCode(one.vaccineCode), within)
  if (!done || !words) return
  const name = withoutTag(words).toLowerCase()
  const evidence = { resource: within.entry.place, text: words }
  const full = /vacc|immuni[sz]/.test(name) ? name : `${name} vaccine`
  within.gathered.treatment({ name: full, ...done, evidence })
  within.gathered.line(evidence)
}

function wordsOrSaid(coded: Coded | undefined, byCode: string | undefined, within: Within) {
  const words = codedWords(coded) || byCode
  if (words) return words
  const codes = codesInWords(coded)
  within.problems.add(within.entry.place, codes === '' ? 'nothing' : 'code', codes)
  return undefined
}

function procedureByCode(coded: Coded | undefined): string | undefined {
  for (const code of codesIn(coded, 'snomed')) if (byCode.has(code)) return byCode.get(code)
  return undefined
}

/** Common procedures of SNOMED CT. */
const byCode: ReadonlyMap<string, string> = new Map([
  ['80146002', 'Appendectomy'],
  ['38102005', 'Cholecystectomy'],
  ['236886002', 'Hysterectomy'],
  ['232717009', 'Coronary artery bypass graft'],
  ['415070008', 'Percutaneous coronary intervention'],
  ['302497006', 'Hemodialysis'],
  ['265764009', 'Renal dialysis'],
  ['367336001', 'Chemotherapy'],
  ['108290001', 'Radiation therapy'],
  ['70536003', 'Kidney transplant'],
  ['18027006', 'Liver transplant'],
])
