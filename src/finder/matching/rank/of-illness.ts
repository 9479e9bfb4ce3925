import type { Study } from '../../registry/study.ts'
import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import type { Finding, Patient } from '../patient/patient.ts'

/**
 * Whether a study may be about what a person has: an illness it names is in the same part of a chapter of the vocabulary
 * (vessels, lymph nodes, …) as one of the person's, or wider. Wide on purpose, since a note tells of signs before anybody knows
 * the illness: undefined where only signs are said, or the study names no illness we know. Rule `of-illness@2`.
 */
export function ofIllness(
  patient: Patient,
  vocabulary: Vocabulary,
): (study: Study) => boolean | undefined {
  const own = new Set(
    patient.findings
      .filter(isOwn)
      .flatMap(({ term }) => vocabulary.byName(term) ?? [])
      .flatMap(partsOf),
  )
  return (study) => {
    const named = illnessesNamed(study, vocabulary).flatMap(partsOf)
    if (named.length === 0 || own.size === 0) return undefined
    return named.some((part) => [...own].some((one) => isWithin(one, part) || isWithin(part, one)))
  }
}

/** `C14.907` of `C14.907.940`; signs (C23) go with illnesses of all chapters, and behaviours (F01) are no illness. */
function partsOf({ trees }: Concept): readonly string[] {
  return trees
    .map((tree) => tree.slice(0, 7))
    .filter((part) => !part.startsWith('C23') && !part.startsWith('F01'))
}

function isWithin(part: string, whole: string): boolean {
  return part === whole || part.startsWith(`${whole}.`)
}

function isOwn({ of, presence }: Finding): boolean {
  return of === 'patient' && (presence === 'present' || presence === 'possible')
}

function illnessesNamed({ protocolSection }: Study, vocabulary: Vocabulary): readonly Concept[] {
  const { conditionsModule, identificationModule } = protocolSection
  const texts = [
    ...(conditionsModule?.conditions ?? []),
    ...(conditionsModule?.keywords ?? []),
    identificationModule.briefTitle ?? '',
  ].slice(0, mostTexts)
  const found = new Set<Concept>()
  for (const text of texts) {
    const whole = vocabulary.byName(text)
    if (whole) found.add(whole)
    for (const { concept } of vocabulary.conceptsInText(text, 'record')) found.add(concept)
  }
  return [...found]
}

const mostTexts = 60
