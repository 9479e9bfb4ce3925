import { diseaseByCode } from './bundle/disease-codes.ts'

/** The illness that a common code of SNOMED CT or ICD-10 stands for, by a name that the vocabulary knows; undefined for others. */
export function illnessOfCode(system: string, code: string): string | undefined {
  return diseaseByCode({ coding: [{ system, code }] })
}
