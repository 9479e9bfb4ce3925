import type { AgeSpan } from '../../registry/ages.ts'
import type { NamedIllness } from './name-pieces.ts'

/**
 * Abbreviations of several illnesses without those that somebody of that age does not have: "BPD" of a child is no personality disorder.
 * Where one is left it is meant; where none is, all stay.
 */
export function choicesOfAge(
  names: readonly NamedIllness[],
  age: AgeSpan | undefined,
): readonly NamedIllness[] {
  if (!age) return names
  const isOfAge = (term: string): boolean => age.most > (leastAge.get(term) ?? 0)
  return names.map((name) => {
    const [concept, ...others] = [name.concept, ...(name.others ?? [])].filter(({ term }) =>
      isOfAge(term),
    )
    if (!name.others || !concept) return name
    const { others: _, ...alone } = name
    return { ...alone, concept, ...(others.length > 0 && { others }) }
  })
}

const year = 365

/** In days, from what age an illness is told or had at all. */
const leastAge: ReadonlyMap<string, number> = new Map(
  (
    [
      [
        1 * year,
        'Autism Spectrum Disorder|Asperger Syndrome|Multiple Sclerosis|Migraine Disorders|Headache Disorders|Obsessive-Compulsive Disorder|' +
          'Tourette Syndrome|Panic Disorder|Bipolar Disorder|Learning Disabilities|Feeding and Eating Disorders|Metabolic Syndrome|Arthritis, Rheumatoid',
      ],
      [
        13 * year,
        'Borderline Personality Disorder|Pre-Eclampsia|Pregnancy, Ectopic|Postpartum Hemorrhage|Depression, Postpartum|Erectile Dysfunction|' +
          'Pelvic Inflammatory Disease|Liver Diseases, Alcoholic',
      ],
      [
        18 * year,
        'Alzheimer Disease|Lewy Body Disease|Dementia, Vascular|Parkinson Disease|Prostatic Neoplasms|Penile Induration|Coronary Disease|' +
          'Acute Coronary Syndrome|Myocardial Infarction|Giant Cell Arteritis|Polycythemia Vera|Multiple Myeloma|Atrial Fibrillation|Ovarian Neoplasms',
      ],
    ] as const
  ).flatMap(([days, terms]) => terms.split('|').map((term): [string, number] => [term, days])),
)
