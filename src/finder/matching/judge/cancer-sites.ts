import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Finding, Patient } from '../patient/patient.ts'
import { onceAPatient } from './once-a-patient.ts'

/**
 * Where a cancer is by the vocabulary's trees: its organ, or the tissue of those that have none (blood, lymph, connective tissue,
 * pigment cells, glia). Two cancers are of one place where one place is within the other.
 */
export function placesOf(term: string, vocabulary: Vocabulary): readonly string[] {
  const trees = vocabulary.byName(term)?.trees ?? []
  return trees.flatMap((tree) => {
    const tissue = tissues.find(([one]) => tree === one || tree.startsWith(`${one}.`))
    if (tissue) return tissue
    return tree.startsWith('C04.588.') ? [tree] : []
  })
}

/** Tissues, and the organ that each also stands for: leukaemia, lymphoma, plasma cells, connective tissue, pigment cells, glia. */
const tissues: readonly (readonly [tree: string, ...organ: string[]])[] = [
  ['C04.557.337', 'C04.588.448'],
  ['C04.557.386', 'C04.588.448'],
  ['C04.557.595', 'C04.588.448'],
  ['C04.557.450'],
  ['C04.557.465.625.650.510', 'C04.588.805'],
  ['C04.557.465.625.600.380', 'C04.588.614'],
]

/** Whether two places are of one organ: one within the other, or both within a place that is no whole system of organs. */
export function isOnePlace(one: string, other: string): boolean {
  const [a, b] = [one.split('.'), other.split('.')]
  const differs = a.findIndex((part, at) => part !== b[at])
  if (differs < 0 || differs === b.length) return true
  const common = a.slice(0, differs).join('.')
  return common.startsWith('C04.588.') && !systems.has(common)
}

/** Systems of several organs, by the vocabulary's trees; the head and neck are one, since their names overlap. */
const systems: ReadonlySet<string> = new Set([
  'C04.588.033',
  'C04.588.274',
  'C04.588.274.476',
  'C04.588.274.476.411',
  'C04.588.322',
  'C04.588.699',
  'C04.588.894',
  'C04.588.894.797',
  'C04.588.945',
  'C04.588.945.418',
  'C04.588.945.418.948',
  'C04.588.945.440',
  'C04.588.945.947',
])

/** A cancer that a person has now, said and not concluded. */
export interface OwnCancer {
  readonly finding: Finding
  readonly places: readonly string[]
}

/** The cancers of now; undefined where one is only possible or of a place that nothing tells, since it may be any. */
export const cancersOfNow = onceAPatient(
  (patient: Patient, vocabulary: Vocabulary): readonly OwnCancer[] | undefined => {
    const found: OwnCancer[] = []
    const isBack = hasComeBack(patient)
    for (const finding of patient.findings) {
      const { term, presence, when, of, rule } = finding
      const isTumour = vocabulary.byName(term)?.trees.some((tree) => /^C04(?:\.|$)/.test(tree))
      if (!isTumour || of !== 'patient' || presence === 'absent') continue
      if (/metasta|benign|adenoma|polyp|nodule/i.test(term)) continue
      const places = placesOf(term, vocabulary)
      if (places.length === 0) continue
      if (presence !== 'present') return undefined
      if ((when !== 'now' && !isBack) || rule !== undefined || isSpread(finding)) continue
      found.push({ finding, places })
    }
    return found
  },
)

/** A cancer of before that has come back, or has spread since, is one of now. */
function hasComeBack({ findings }: Patient): boolean {
  return findings.some(
    ({ term, words, presence, of }) =>
      of === 'patient' &&
      presence === 'present' &&
      /Recurrence|metasta|m[eé]tasta|carcinos|carcinomatos/i.test(`${term} ${words}`),
  )
}

/** "Liver lesions from a colon cancer": a place of spread and no cancer of that place. */
function isSpread({ term, words, evidence: { text } }: Finding): boolean {
  const isWhereSpread = /^(?:Liver|Lung|Brain|Bone|Spinal|Peritoneal|Pleural|Adrenal)/.test(term)
  // "Cancer du sein métastatique" is one of the breast.
  if (/m[eé]tastas|\bmets\b|carcinos|carcinomatos/i.test(words)) return true
  if (!isWhereSpread) return false
  if (/m[eé]tasta/i.test(words)) return true
  const at = text.toLowerCase().indexOf(words.toLowerCase())
  return at >= 0 && /\b(?:metasta\w+|spread|métasta\w+)[^,.;]{0,16}$/i.test(text.slice(0, at))
}
