import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Evidence, Finding, Patient } from '../patient/patient.ts'
import { diseasesAsked } from './diseases-asked.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { onceAText } from './once-a-text.ts'

/**
 * An illness of a person that is of one narrow family with the one asked for: a vein thrombosis beside a pulmonary embolism, a
 * rhinoconjunctivitis beside a keratoconjunctivitis. They share three steps of the tree of diseases, or four where three are an organ
 * system. Rule `near-kin@1`.
 */
export function nearKin({ text, patient, vocabulary }: Case): readonly Evidence[] {
  const own = familiesOf(patient, vocabulary)
  if (own.size === 0) return []
  return familiesAsked(text, vocabulary).flatMap((family) => own.get(family) ?? [])
}

const familiesAsked = onceAText((text, vocabulary: Vocabulary): readonly string[] =>
  diseasesAsked(text, vocabulary).flatMap(({ term }) => familiesIn(term, vocabulary)),
)

const familiesOf = onceAPatient(
  ({ findings }: Patient, vocabulary: Vocabulary): ReadonlyMap<string, readonly Evidence[]> => {
    const own = new Map<string, Evidence[]>()
    for (const one of findings.filter(isSaid))
      for (const family of familiesIn(one.term, vocabulary))
        own.set(family, [...(own.get(family) ?? []), one.evidence])
    return own
  },
)

function isSaid({ of, presence }: Finding): boolean {
  return of === 'patient' && presence !== 'absent' && presence !== 'mentioned'
}

function familiesIn(term: string, vocabulary: Vocabulary): readonly string[] {
  const trees = vocabulary.byName(term)?.trees ?? []
  return trees.flatMap((tree) => {
    if (noFamily.test(tree)) return []
    const steps = tree.split('.')
    const length = wide.test(tree) ? 4 : 3
    return steps.length < length ? [] : [steps.slice(0, length).join('.')]
  })
}

/** Signs and tissues, germs, what is inherited or there from birth, and what is harmed: kin by name alone. */
const noFamily = /^(?:C01|C04\.(?:557|697|730|834)|C10\.597|C16|C20\.543|C2[2-6]|F01)/
/** The brain, the whole metabolism, growths by their place, and moods and fears. */
const wide =
  /^(?:C10\.228|C18\.452\.(?:648|394)|C04\.588|C12\.|C14\.280\.(?:647|067)|C05\.116|C20\.|C15\.378)/
