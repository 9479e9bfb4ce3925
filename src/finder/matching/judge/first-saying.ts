import type { Evidence, Line, Patient } from '../patient/patient.ts'

/** The first sentence of a record that says something; only the first 400 are looked at, more than most records have. */
export function firstSaying(
  { lines }: Pick<Patient, 'lines'>,
  says: (line: Line) => boolean,
): Evidence | undefined {
  return lines.slice(0, mostLines).find(says)?.evidence
}

const mostLines = 400
