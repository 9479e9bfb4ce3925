import type { Vocabulary } from '../../vocabulary/concept.ts'
import { type Named, namedIn } from '../patient/named.ts'
import { onceAText } from './once-a-text.ts'

/** The diseases that a criterion names: `namedIn`, remembered. For the texts of studies alone; what a record says is not kept. */
export const diseasesAsked: (text: string, vocabulary: Vocabulary) => readonly Named[] =
  onceAText(namedIn)
