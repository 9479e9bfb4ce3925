import type { Study } from '../../registry/study.ts'
import type { Concept, Vocabulary } from '../../vocabulary/concept.ts'
import type { Finding, Patient } from '../patient/patient.ts'
import { backgroundOf } from './background.ts'

/** How near the illness of a study is to a person's: theirs or a kind of it; wider or of the same part of medicine; or another. */
export type Nearness = 'own' | 'near' | 'other'

/**
 * How near what a study is about is to what a person has, by the illnesses it names: `near` is what one of theirs is a kind of, or in the
 * same part of the vocabulary, a third step down (disorders of the heart's rhythm, diseases of the motor neuron). Undefined where
 * no illness of now is told but signs and background only, since nobody knows the illness yet, and where the study names none that
 * we know. Rule `of-illness@3`.
 */
export function ofIllness(
  patient: Patient,
  vocabulary: Vocabulary,
): (study: Study) => Nearness | undefined {
  const illnesses = patient.findings.flatMap((finding) => {
    const concept = isOwn(finding) ? vocabulary.byName(finding.term) : undefined
    return concept && isIllness(concept) ? [{ finding, concept }] : []
  })
  const background = backgroundOf(patient)
  const isTold = illnesses.some(
    ({ finding }) => finding.presence === 'present' && !background.holdsFinding(finding),
  )
  const own = new Set(illnesses.map(({ concept }) => concept))
  const wider = new Set([...own].flatMap((concept) => vocabulary.ancestors(concept)))
  const parts = new Set([...own].flatMap(partsOf))
  return (study) => {
    const named = isTold ? illnessesNamed(study, vocabulary).filter(isIllness) : []
    if (named.length === 0) return undefined
    if (named.some((one) => own.has(one) || vocabulary.ancestors(one).some((up) => own.has(up))))
      return 'own'
    const isNear = named.some(
      (one) => wider.has(one) || partsOf(one).some((part) => parts.has(part)),
    )
    return isNear ? 'near' : 'other'
  }
}

/** `C10.668.467` of `C10.668.467.500`; what stands no deeper has no part. */
function partsOf({ trees }: Concept): readonly string[] {
  return trees.flatMap((tree) => {
    const [chapter, area, part] = tree.split('.')
    return part === undefined || isOfSigns(tree) ? [] : [`${chapter}.${area}.${part}`]
  })
}

/** Signs (C23) go with illnesses of all chapters, and behaviours (F01) are no illness. */
function isIllness({ trees }: Concept): boolean {
  return trees.some((tree) => !isOfSigns(tree))
}

function isOfSigns(tree: string): boolean {
  return tree.startsWith('C23') || tree.startsWith('F01')
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
