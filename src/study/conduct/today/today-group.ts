import type { OutlookLine } from '../derived/outlook.ts'

/** How what is to do today is told apart, the most pressing first. */
export const todayGroups = [
  'clock',
  'held',
  'give',
  'missed',
  'overdue',
  'due',
  'late',
  'early',
  'consent',
  'signature',
] as const

/** Of what kind something is that is to do. */
export type TodayGroup = (typeof todayGroups)[number]

/**
 * Where a line of an outlook stands in what is to do; undefined where nobody has to do anything. What the engine said is
 * only sorted here.
 */
export function todayGroupOf(line: OutlookLine, isSigned: boolean): TodayGroup | undefined {
  switch (line.kind) {
    case 'safety':
      return 'clock'
    case 'dose':
      return doseGroup(line, isSigned)
    case 'visit':
      return visitGroups[line.standing]
    case 'reconsent':
      return line.standing === 'due' ? 'consent' : undefined
    case 'stage':
      return isToSign(line) && !isSigned ? 'signature' : undefined
    case 'question':
      return undefined
  }
}

/** The first dose is no affair of today until the criteria are met and an investigator has signed. */
function doseGroup(
  { standing, details }: OutlookLine,
  isSigned: boolean,
): 'give' | 'held' | undefined {
  const isFirst = details.number === 1
  const isScreening = details.because?.some(({ type }) => screening.has(type)) === true
  if (standing === 'give') return isFirst && !isSigned ? undefined : 'give'
  return standing === 'hold' && !(isFirst && isScreening) ? 'held' : undefined
}

const screening: ReadonlySet<string> = new Set(['eligibility open', 'not yet', 'no consent'])

const visitGroups: Readonly<Record<string, TodayGroup | undefined>> = {
  due: 'due',
  begun: 'due',
  overdue: 'overdue',
  missed: 'missed',
  early: 'early',
  late: 'late',
}

function isToSign({ standing, node }: OutlookLine): boolean {
  return node === 'yes' && (standing === 'screening' || standing === 'treatment')
}
