import { type AgeOn, ageOn } from '../../protocol/time/age.ts'
import { compareMoments, type Moment, readMoment } from '../../protocol/time/moment.ts'
import { isTimeProblem } from '../../protocol/time/problems.ts'
import { type ConductCase, itemOf, zoneOf } from '../model/case.ts'
import { currentFacts } from '../model/current.ts'
import type { KeptFact } from '../model/facts.ts'

/** Completed years from when on a person signs for themselves: a law, which no protocol states. Every site here has the same. */
export const ageOfMajority = 18

/**
 * Whether a participant whose guardians signed must sign for themselves, because they have come of age since. `unknown`: the day of
 * birth is not recorded, or not finely enough to tell.
 */
export type OwnConsent = 'not needed' | 'due' | 'given' | 'unknown'

/** Whether consent of their own is due of a participant as of the moment of the case. */
export function ownConsent(of: ConductCase): OwnConsent {
  const now = readMoment(of.state.now, zoneOf(of))
  return isTimeProblem(now) ? 'unknown' : ownConsentAt(of, now)
}

/**
 * Whether a dose of a regimen waits for consent of their own at a moment: only where the study has set so. What is not known waits.
 * For who cannot consent a legal guardian may sign after they have come of age.
 */
export function waitsForOwnConsent(of: ConductCase, regimen: string, at: Moment): boolean {
  const isSet = of.run.settings.some((one) => one.sets === 'own consent' && one.regimen === regimen)
  if (!isSet) return false
  const own = ownConsentAt(of, at)
  return (
    (own === 'due' || own === 'unknown') && !consentsOf(of).some((one) => isOfGuardian(of, one))
  )
}

/** Whether a legal guardian signed for somebody who was of age by then. */
function isOfGuardian(of: ConductCase, { at, details }: KeptFact): boolean {
  const moment = readMoment(at, zoneOf(of))
  const age = isTimeProblem(moment) ? undefined : ageOfParticipant(of, moment)
  return details?.['by'] === 'legal guardian' && (age?.years.least ?? 0) >= ageOfMajority
}

function ownConsentAt(of: ConductCase, now: Moment): OwnConsent {
  const consents = consentsOf(of).filter(({ at }) => {
    const moment = readMoment(at, zoneOf(of))
    return isTimeProblem(moment) || compareMoments(moment, now) !== 1
  })
  const { treatment, visits } = of.state.withdrawn
  if (consents.length === 0 || (treatment !== undefined && visits !== undefined))
    return 'not needed'
  if (consents.some(({ details }) => details?.['by'] === 'participant')) return 'given'
  const age = ageOfParticipant(of, now)
  if (!age) return 'unknown'
  if (age.years.most < ageOfMajority) return 'not needed'
  return age.years.least >= ageOfMajority ? 'due' : 'unknown'
}

/** The consents of a participant that nothing corrects or takes out, in the order in which they were signed. */
export function consentsOf(of: Pick<ConductCase, 'facts' | 'protocol' | 'run' | 'participant'>) {
  return factsWithRole(of, 'consent')
}

/** The withdrawals of a participant that nothing corrects or takes out, in the order in which they were said. */
export function withdrawalsOf(of: Pick<ConductCase, 'facts' | 'protocol' | 'run' | 'participant'>) {
  return factsWithRole(of, 'withdrawal')
}

function factsWithRole(
  of: Pick<ConductCase, 'facts' | 'protocol' | 'run' | 'participant'>,
  role: 'consent' | 'withdrawal',
): readonly KeptFact[] {
  const item = itemOf(of.protocol, role)?.id
  if (item === undefined) return []
  return currentFacts(of.facts, item, zoneOf(of)).filter(({ value }) => value !== null)
}

/** How old a participant is at a moment by the recorded day of birth; undefined where it is not known, or they were not born yet. */
export function ageOfParticipant(
  of: Pick<ConductCase, 'facts' | 'protocol' | 'run' | 'participant'>,
  { firstDay, lastDay }: Pick<Moment, 'firstDay' | 'lastDay'>,
): AgeOn | undefined {
  const item = itemOf(of.protocol, 'birth date')?.id
  const birth = item === undefined ? undefined : currentFacts(of.facts, item).at(-1)?.value
  if (typeof birth !== 'string') return undefined
  const born = readMoment(birth, zoneOf(of))
  if (isTimeProblem(born)) return undefined
  const age = ageOn(born, { firstDay, lastDay })
  return isTimeProblem(age) ? undefined : age
}
