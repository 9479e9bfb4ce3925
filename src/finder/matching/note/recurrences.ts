import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Finding } from '../patient/patient.ts'

/**
 * The findings of a note without what is said of a tumour where the note names none, or only another sentence does and this one
 * names what came back: three relapses of a nephrotic syndrome or of gout are no cancer that came back. Rule `recurrence@2`.
 */
export function recurrencesOf(
  findings: readonly Finding[],
  vocabulary: Vocabulary,
): readonly Finding[] {
  const isTumour = ({ term }: Finding) =>
    !ofTumours.test(term) &&
    vocabulary.byName(term)?.trees.some((tree) => /^C04(?:\.|$)/.test(tree)) === true
  const tumours = findings.filter(isTumour)
  return findings.filter((one) => {
    if (!ofTumours.test(one.term)) return true
    if (tumours.length === 0) return false
    const beside = findings.filter(
      ({ evidence, term, presence }) =>
        evidence.start === one.evidence.start && !ofTumours.test(term) && presence === 'present',
    )
    return beside.length === 0 || beside.some(isTumour)
  })
}

const ofTumours = /^Neoplasm Recurrence, Local$/
