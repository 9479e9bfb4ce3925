import { tokens } from '../../vocabulary/fold.ts'
import type { Evidence, Patient } from '../patient/patient.ts'
import type { Case } from './judgement.ts'
import { onceAPatient } from './once-a-patient.ts'
import { askedWords } from './words.ts'

/**
 * Sentences that say of the person two telling words of the criterion in a row: "midline shift", whether any rule knows it or not.
 * Rule `near-phrase@1`.
 */
export function nearPhrases({
  text,
  patient,
}: Pick<Case, 'text' | 'patient'>): readonly Evidence[] {
  const telling = new Set(askedWords(text).filter((word) => word.length > 4 && !common.test(word)))
  if (telling.size < 2) return []
  const words = tokens(text)
  const said = pairsSaid(patient)
  return words.flatMap((word, at) => {
    const next = words[at + 1]
    if (next === undefined || !telling.has(word) || !telling.has(next)) return []
    return said.get(`${word} ${next}`) ?? []
  })
}

const pairsSaid = onceAPatient(({ lines }: Patient): ReadonlyMap<string, readonly Evidence[]> => {
  const said = new Map<string, Evidence[]>()
  for (const { affirmed, evidence } of lines.slice(0, mostLines)) {
    const words = tokens(affirmed)
    words.forEach((word, at) => {
      const next = words[at + 1]
      if (next === undefined || word.length < 5 || next.length < 5) return
      const found = said.get(`${word} ${next}`)
      if (found) found.push(evidence)
      else said.set(`${word} ${next}`, [evidence])
    })
  }
  return said
})

const mostLines = 1_000
/** What is examined, not what is found. */
const common =
  /^(?:physical|examination|informed|consent|blood|laboratory|test|medical|emergency|department|room|care|unit|right|left|lower|upper|magnetic|resonance|imaging|computed|tomography|general|health|normal|protocol)$/
