import type { FactReading } from '../../protocol/facts/reading.ts'
import type { AdverseEvent } from './participant.ts'

/**
 * An adverse event as it was recorded: `serious` may say which criterion it meets (`hospitalisation`), `grade` is 1 to
 * 5. What is not recorded is unknown, and is counted as that.
 */
export function adverseEventOf({ fact }: FactReading): AdverseEvent {
  const { serious, related, grade, outcome } = fact.details ?? {}
  const number = Number(grade ?? Number.NaN)
  const isGraded = Number.isInteger(number) && number >= 1 && number <= 5
  return {
    fact: fact.id,
    term: String(fact.value ?? ''),
    at: fact.at,
    ...(isGraded && { grade: number }),
    serious: said(serious),
    related: said(related),
    fatal: [serious, outcome].some((one) => one === 'death' || one === 'fatal') || number === 5,
  }
}

/** `true`, `yes` and a word that says in which way are yes. */
function said(value: string | boolean | null | undefined): AdverseEvent['serious'] {
  if (value === undefined || value === null || value === '' || value === 'not known')
    return 'unknown'
  return value === false || value === 'no' || value === 'none' || value === 'false' ? 'no' : 'yes'
}
