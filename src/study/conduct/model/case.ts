import type { Reader, Tx } from '../../../people/records/model/records.ts'
import type { Keys } from '../../../people/records/model/keys.ts'
import type { ItemRole, Protocol, ProtocolItem } from '../../protocol/document/protocol.ts'
import { state } from '../../protocol/state.ts'
import type { ParticipantState } from '../../protocol/state/participant-state.ts'
import { type KeptFact, plainFact, readFacts } from './facts.ts'
import { type Participant, readParticipant } from './participant.ts'
import { readStudyRun, type StudyRun, versionsFor } from './run.ts'

/** A participant with all that is known of them, and what the version they are on says of it now. */
export interface ConductCase {
  readonly participant: Participant
  readonly run: StudyRun
  readonly facts: readonly KeptFact[]
  readonly state: ParticipantState
  /** The document of the version they are on. */
  readonly protocol: Protocol
}

/** A participant's case as of a moment; undefined where there is none. */
export async function readCase(
  db: Reader | Tx,
  keys: Keys,
  id: string,
  now: Date,
): Promise<ConductCase | undefined> {
  const participant = await readParticipant(db, keys, id)
  const run = participant && (await readStudyRun(db, participant.study))
  if (!participant || !run) return undefined
  return caseOf(participant, run, await readFacts(db, participant), now)
}

/** What is said of a participant by these facts. Throws RangeError where their site works by no version. */
export function caseOf(
  participant: Participant,
  run: StudyRun,
  facts: readonly KeptFact[],
  now: Date,
): ConductCase {
  const { site } = participant
  const versions = versionsFor(run, site)
  // By the clocks of the site: what is due now is then told by them, as all else is.
  const clock = siteClockText(now, zoneOf({ run, participant }))
  const judged = state(versions, facts.map(plainFact), clock, {
    site,
    sponsorZone: run.timeZone,
  })
  const on = versions.find(({ protocol }) => protocol.version === judged.version.version)
  if (!on) throw new RangeError('a participant is on a version that their site does not work by')
  return { participant, run, facts, state: judged, protocol: on.protocol }
}

/** The item that means something to the engine, such as the one of consent. */
export function itemOf({ items }: Protocol, role: ItemRole): ProtocolItem | undefined {
  return items.find((item) => item.role === role)
}

/** The clocks of the site where a participant is seen. */
export function zoneOf({ run, participant }: Pick<ConductCase, 'run' | 'participant'>): string {
  return run.sites.find(({ site }) => site === participant.site)?.timeZone ?? 'UTC'
}

/** A moment by the clocks of a zone, with its offset: `2026-11-26T10:00:00+01:00`. */
export function siteClockText(now: Date, zone: string): string {
  const at = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  return at.toString({ timeZoneName: 'never' })
}

/** Whether a second person confirms each dose of a regimen: the study says so, or the version that the participant is on. */
export function needsSecondPerson(
  { run, protocol }: Pick<ConductCase, 'run' | 'protocol'>,
  regimen: string,
): boolean {
  const own = protocol.regimens.find(({ id }) => id === regimen)
  return run.areDosesConfirmed || own?.secondPerson === true
}
