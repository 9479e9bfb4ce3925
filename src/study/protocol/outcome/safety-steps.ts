import type { Fact } from '../facts/fact.ts'
import type { ParticipantCase } from '../state/participant-case.ts'
import type { JudgedEvent } from '../time/expedited.ts'
import { type Moment, readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'

/** What was known of an adverse event from one moment on: first that it was, then each time that there was news of it. */
export interface SafetyStep {
  /** The fact that first said so, and the one that says it now. */
  readonly since: Fact
  readonly fact: Fact
  readonly judged: JudgedEvent
  /** When the sponsor became aware of it: of this, or of something that came later. */
  readonly aware?: Moment
}

/** The steps of one event, from its facts, the oldest first. What is judged later is so from the beginning. */
export function stepsOfEvent(
  versions: readonly Fact[],
  participant: Pick<ParticipantCase, 'zone' | 'sponsorZone'>,
): readonly SafetyStep[] {
  const steps: { since: Fact; fact: Fact }[] = []
  for (const fact of versions) {
    const last = steps.at(-1)
    const change = fact.details?.['change']
    if (last && (change === 'correction' || change === 'judgement')) last.fact = fact
    else steps.push({ since: fact, fact })
  }
  return steps.map((step, at) => {
    const later = steps.slice(at).map(({ fact }) => fact)
    const aware = firstOf(later, (fact) => awareMoment(fact, participant))
    return { ...step, judged: judgedFrom(later), ...(aware && { aware }) }
  })
}

/** Seriousness is as it was at that step; of whether it is related and expected, the first word counts, whenever it was said. */
function judgedFrom(later: readonly Fact[]): JudgedEvent {
  const [own] = later
  const related = firstOf(later, ({ details }) => yesOrNo(details?.['related']))
  const expected = firstOf(later, ({ details }) => yesOrNo(details?.['expected']))
  return {
    ...(own && seriousness(own)),
    ...(related !== undefined && { related }),
    ...(expected !== undefined && { unexpected: !expected }),
  }
}

/** What is not judged is left out; a reason for seriousness is also a yes. */
function seriousness({ details }: Fact): JudgedEvent {
  const serious = details?.['serious']
  if (typeof serious === 'boolean') return { serious }
  if (typeof serious !== 'string') return {}
  const isSerious = serious !== 'no' && serious !== 'false'
  const isReason = isSerious && serious !== 'yes' && serious !== 'true'
  return {
    serious: isSerious,
    ...(isReason && { fatalOrLifeThreatening: deadly.has(serious) }),
  }
}

const deadly: ReadonlySet<string> = new Set([
  'death',
  'fatal',
  'lifeThreatening',
  'life-threatening',
])

function firstOf<Found>(
  facts: readonly Fact[],
  find: (fact: Fact) => Found | undefined,
): Found | undefined {
  for (const fact of facts) {
    const found = find(fact)
    if (found !== undefined) return found
  }
  return undefined
}

function yesOrNo(value: string | boolean | null | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'yes' || value === 'true') return true
  return value === 'no' || value === 'false' ? false : undefined
}

/** Its day is one of the sponsor's clocks; a date that is not of one day is none. */
function awareMoment(
  { details }: Fact,
  { zone, sponsorZone = zone }: Pick<ParticipantCase, 'zone' | 'sponsorZone'>,
): Moment | undefined {
  const aware = details?.['sponsorAware']
  if (typeof aware !== 'string') return undefined
  const moment = readMoment(aware, sponsorZone)
  return isTimeProblem(moment) || moment.firstDay !== moment.lastDay ? undefined : moment
}
