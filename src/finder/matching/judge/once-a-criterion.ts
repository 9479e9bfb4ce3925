import { clean } from '../../eligibility/clean.ts'
import type { CriterionKind } from '../../eligibility/headings.ts'
import type { Patient } from '../patient/patient.ts'
import type { JudgeOptions, Judgement } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { onceAText } from './once-a-text.ts'
import { plainly } from './plainly.ts'

/** Judges one criterion's own text against a person. */
export type JudgesCriterion = (
  text: string,
  kind: CriterionKind,
  patient: Patient,
  options: JudgeOptions,
) => Judgement

/** The same, once a person for all studies that ask in the same words within the same limits. */
export function onceACriterion(judge: JudgesCriterion): JudgesCriterion {
  const judgedOf = onceAPatient(() => new Map<string, Judgement>())
  return (text, kind, patient, options) => {
    const { minimumAge, maximumAge, sex, healthyVolunteers } = options.limits ?? {}
    const limits = [
      options.limits !== undefined,
      minimumAge,
      maximumAge,
      sex,
      healthyVolunteers,
      options.takesIll,
    ]
    const key = `${kind} ${options.mode} ${limits.join('|')} ${text}`
    const judged = judgedOf(patient)
    const before = judged.get(key)
    if (before) return before
    const judgement = judge(text, kind, patient, options)
    judged.set(key, judgement)
    return judgement
  }
}

/** A criterion as rules read it: without signs that nobody sees, and plainly said. A very long one is not read to its end. */
export function plainCriterion(text: string, kind: CriterionKind): string {
  return plain[kind](text)
}

const plainOf = (kind: CriterionKind) =>
  onceAText((text) => plainly(clean(text).slice(0, longestCriterion), kind))
const plain: Readonly<Record<CriterionKind, (text: string) => string>> = {
  inclusion: plainOf('inclusion'),
  exclusion: plainOf('exclusion'),
  unspecified: plainOf('unspecified'),
}

const longestCriterion = 4_000
