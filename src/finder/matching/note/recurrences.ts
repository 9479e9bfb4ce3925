import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Finding } from '../patient/patient.ts'

/**
 * The findings of a note without what is said of a tumour where the note names none: three relapses of a nephrotic syndrome or of
 * gout are no cancer that came back. Rule `recurrence@1`.
 */
export function recurrencesOf(
  findings: readonly Finding[],
  vocabulary: Vocabulary,
): readonly Finding[] {
  const hasTumour = findings.some(
    ({ term }) =>
      !ofTumours.test(term) &&
      vocabulary.byName(term)?.trees.some((tree) => /^C04(?:\.|$)/.test(tree)) === true,
  )
  return hasTumour ? findings : findings.filter(({ term }) => !ofTumours.test(term))
}

const ofTumours = /^Neoplasm Recurrence, Local$/
