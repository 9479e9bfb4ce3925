import { areasIn } from '../../vocabulary/areas.ts'
import type { Vocabulary } from '../../vocabulary/concept.ts'
import { organsAsked } from './organs-asked.ts'
import { treatedBy } from '../../vocabulary/treats.ts'
import { diseasesAsked } from './diseases-asked.ts'
import { kindOfWhat } from './facts-of.ts'
import type { Evidence, Finding, Line, Treatment } from '../patient/patient.ts'
import { onceAPatient } from './once-a-patient.ts'
import { onceAText } from './once-a-text.ts'
import { areasOfValue } from './unremarkable.ts'

/** Something that is so of a person, or was not understood, with the areas of medicine it speaks of. */
export interface InAreas {
  readonly evidence: Evidence
  readonly areas: ReadonlySet<string>
}

/**
 * All that a record says in any area of medicine: diseases with what they are kinds of, medicines, values that are not
 * plainly unremarkable, the words said to be so of the person, and what was not understood. Worked out once a person.
 */
export const areasOf = onceAPatient((patient, vocabulary: Vocabulary): readonly InAreas[] => {
  const all = [
    ...patient.findings.filter(isOwn).map((finding) => ({
      evidence: finding.evidence,
      areas: areasIn(namesOf(finding, vocabulary), 'said'),
    })),
    ...patient.treatments.filter(isSaid).map((one) => ({
      evidence: one.evidence,
      areas: areasIn([one.name, ...(one.drugs ?? []), ...diseasesOf(one)].join(' ; '), 'said'),
    })),
    ...patient.measures.map((measured) => ({
      evidence: measured.evidence,
      areas: new Set(areasOfValue(measured)),
    })),
    ...patient.lines.slice(0, mostLines).map((line) => ({
      evidence: line.evidence,
      areas: areasOfLine(line),
    })),
    ...(patient.notUnderstood ?? []).slice(0, mostLines).map((evidence) => ({
      evidence,
      areas: areasIn(evidence.text, 'said'),
    })),
  ]
  return all.filter(({ areas }) => areas.size > 0)
})

const mostLines = 3_000

/** The diseases after which a score asks: a high one is no diagnosis, and no silence. */
export function diseasesOfScore(what: string): readonly string[] {
  return scores.get(what) ?? []
}

const scores: ReadonlyMap<string, readonly string[]> = new Map(
  `
phq9 hamd madrs bdi epds: Depression|Depressive Disorder, Major
gad7: Anxiety Disorders
ymrs: Bipolar Disorder
panss: Schizophrenia
ybocs: Obsessive-Compulsive Disorder
pcl5: Stress Disorders, Post-Traumatic
mmse moca cdr adasCog: Dementia|Alzheimer Disease
audit: Alcoholism
epworth ahi: Sleep Apnea Syndromes
das28 cdai: Arthritis, Rheumatoid
basdai asdas basfi: Spondylitis, Ankylosing
pasi: Psoriasis
easi scorad: Dermatitis, Atopic
edss: Multiple Sclerosis
updrs hoehnYahr: Parkinson Disease
nihss: Stroke
sledai: Lupus Erythematosus, Systemic
alsfrs: Amyotrophic Lateral Sclerosis
ft4 ft3 tsh: Thyroid Diseases
psa gleason: Prostatic Neoplasms
acq act: Asthma`
    .trim()
    .split('\n')
    .flatMap((line): (readonly [string, readonly string[]])[] => {
      const [codes = '', terms = ''] = line.split(': ')
      return codes.split(' ').map((code) => [code, terms.split('|')])
    }),
)

/** What a treatment is given for, by the names of its medicines. */
export function diseasesOf({ name, drugs = [] }: Pick<Treatment, 'name' | 'drugs'>): string[] {
  return [...new Set([name.toLowerCase(), ...drugs].flatMap(treatedBy))]
}

function isSaid({ presence }: Pick<Finding, 'presence'>): boolean {
  return presence !== 'absent'
}

function isOwn(finding: Finding): boolean {
  return finding.of === 'patient' && isSaid(finding)
}

function namesOf({ term, words }: Finding, vocabulary: Vocabulary): string {
  return [words, term, ...kindOfWhat(term, vocabulary)].join(' ; ')
}

/** "Lungs clear" names an area and says that nothing is wrong with it. */
function areasOfLine({ evidence, affirmed }: Line): ReadonlySet<string> {
  // A test or a treatment that is still to come says neither yes nor no of its area.
  if (isToTell.test(evidence.text)) return areasIn(evidence.text, 'said')
  const said = areasIn(affirmed, 'said')
  if (said.size === 0) return said
  const clauses = evidence.text.split(/[;,.()]|\b(?:and|but|et|mais)\b/i)
  const wrong = clauses.filter((clause) => !nothingWrong.test(clause))
  const left = areasIn(wrong.join(' ; '), 'said')
  return new Set([...said].filter((area) => left.has(area)))
}

const isToTell =
  /(?<!\p{L})(?:sent(?! (?:by|home))|awaited|awaiting|pending|requested|to be (?:done|repeated|confirmed)|repeat(?= in)|not (?:yet )?(?:done|tested|back|available|known)|en (?:attente|cours)|demandée?s?|envoyée?s?|(?:non|jamais|pas) (?:encore )?(?:faite?s?|réalisée?s?|recherchée?s?|dosée?s?|connue?s?|reçue?s?)|à venir|to follow|à (?:faire|refaire|contrôler|recontrôler|confirmer|vérifier))(?!\p{L})/iu

const nothingWrong =
  /(?<!\p{L})(?:normal\w*|unremarkable|clear|regular|intact|negative|wnl|non-?\s?tender|soft|supple|without|no|not|never|jamais|denies|denied|sans|aucune?|pas d[e'’]|normaux|libres?|réguli\w+|souples?|négati\w+|family|mother|father|brother|sister|mère|père|frère|sœur|familia\w+)(?!\p{L})/iu

/**
 * The areas that a criterion asks about. A general word asks for its whole field only where it is not part of the name
 * of one disease: "infection" does, "tuberculosis infection" does not.
 */
export const areasAsked = onceAText((written, vocabulary: Vocabulary): ReadonlySet<string> => {
  const text = written.replace(collagen, 'connective tissue disease')
  let general = text.replace(ofDevices, (whole) => ' '.repeat(whole.length))
  for (const { start, end, term } of diseasesAsked(text, vocabulary).toReversed()) {
    if (!isOneDisease(term, vocabulary)) continue
    const before = general.slice(0, start).replace(leadingWord, '')
    const after = general.slice(end).replace(/^\s+\p{L}+/u, '')
    general = `${before} ; ${after}`
  }
  const bare = text.replace(implanted, ' ')
  const asked = [...areasIn(general.replace(implanted, ' '), 'wide'), ...areasIn(bare, 'near')]
  const isOfImplants = bare !== text && areasIn(text, 'near').has('near implants')
  const organs = organsAsked(text)
  return new Set([...asked, ...organs, ...(isOfImplants ? ['near implants'] : [])])
})

/** By an old name. */
const collagen = /\bcollagen[- ]vascular (?:diseases?|disorders?)\b/gi
/** An organ in the name of a device or a test asks for no illness of it at large. */
const ofDevices =
  /\b(?:(?:prosthetic|artificial|mechanical|replacement) (?:heart|cardiac) valves?|cardiac (?:telemetry|monitor\w*)|heart (?:rate|rhythm) monitor\w*)\b/gi

/** What is put in says that it is there, not that its organ is ill. */
const implanted =
  /\b(?:pacemakers?|(?:implant\w* )?(?:cardioverter[- ])?defibrillators?(?: \(ICD\))?|cardiac resynchroni[sz]ation(?: therapy)?(?: devices?)?)\b/gi

/** "cancer of the breast", "infection with": the word belongs to the name after it. */
const leadingWord = /\p{L}+\s+(?:with|of|by|due to|par|de|du|à)\s+(?:the |la |le |l['’])?$/iu

/** Not a whole chapter of illnesses, nor all that one kind of germ does. */
function isOneDisease(term: string, vocabulary: Vocabulary): boolean {
  const trees = vocabulary.byName(term)?.trees ?? []
  return !manyDiseases.has(term) && trees.every((tree) => tree.split('.').length > 2)
}

const manyDiseases: ReadonlySet<string> = new Set([
  'Bacterial Infections',
  'Mycoses',
  'Respiratory Tract Infections',
  'Hematologic Diseases',
  'Hemorrhagic Disorders',
  'Blood Coagulation Disorders',
  'Hemorrhage',
  'Thrombosis',
  'Thromboembolism',
  'Bone Marrow Diseases',
  'Congenital Abnormalities',
  'Eye Diseases',
  'Cardiovascular Abnormalities',
  'Neoplasm Metastasis',
  'Mental Disorders',
  'Central Nervous System Diseases',
  'Brain Diseases',
])
