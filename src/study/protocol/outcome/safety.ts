import { type FactReading, isToldNone } from '../facts/reading.ts'
import type { SafetyClock, SafetyState } from '../state/safety-state.ts'
import { type ParticipantCase, itemWithRole } from '../state/participant-case.ts'
import type { JudgedEvent } from '../time/expedited.ts'
import { clocksOfSteps } from './safety-clocks.ts'
import { type SafetyStep, stepsOfEvent } from './safety-steps.ts'
import { wordsToSponsor } from './sponsor-words.ts'

/**
 * The reporting clocks of every adverse event. Severity (a grade) is not seriousness. Details of the event: `serious`
 * (`death`, `lifeThreatening`, another reason, yes or no), `related`, `expected`; `siteAware` and `sponsorAware`, when each
 * became aware; `reported`, when the authority was told, each time, with spaces between. A fact that corrects another is
 * news of the same event, unless its `change` is `correction` or `judgement`: then what was said before was meant so.
 */
export function safetyAt(participant: ParticipantCase): readonly SafetyState[] {
  const item = itemWithRole(participant, 'adverse event')
  if (item === undefined) return []
  return participant.chart
    .of(item)
    .filter((event) => !isNone(event, participant))
    .map((event) => safetyOf(event, participant))
}

/** Asked, and there was none; an event that was told before stays one, whatever is said of it later. */
function isNone({ fact, value }: FactReading, { chart }: ParticipantCase): boolean {
  return isToldNone(value) && chart.before(fact).length === 0
}

function safetyOf({ fact }: FactReading, participant: ParticipantCase): SafetyState {
  const versions = [...participant.chart.before(fact), fact]
  const steps = stepsOfEvent(versions, participant)
  const clocks = clocksOfSteps(steps, participant)
  const newest = steps.at(-1)
  const missing = newest && clocks.length > 0 ? missingOf(newest) : []
  for (const name of missing) askFor(name, fact.id, participant)
  if (!isGradeFitting(fact.details ?? {}))
    participant.desk.ask({ type: 'severity', node: fact.id, facts: [fact.id], blocks: false })
  return {
    fact: fact.id,
    event: versions[0]?.id ?? fact.id,
    ...foremost(clocks),
    clocks,
    toSponsor: wordsToSponsor(steps, participant),
    missing,
  }
}

/** What is said of an event in one line: by the clock that surely runs and is the shortest, else by the one that would. */
function foremost(
  clocks: readonly SafetyClock[],
): Pick<SafetyState, 'expedited' | 'day0' | 'due' | 'followUpDue' | 'ifUnexpectedDue'> {
  const certain = clocks.find(({ isCertain }) => isCertain)
  const shown = certain ?? clocks[0]
  if (!shown) return { expedited: 'none' }
  const { day0, due, followUpDue } = shown
  const begun = day0 === undefined ? {} : { day0 }
  if (!certain)
    return { expedited: 'unknown', ...begun, ...(due !== undefined && { ifUnexpectedDue: due }) }
  return {
    expedited: certain.days === 7 ? '7 days' : '15 days',
    ...begun,
    ...(due !== undefined && { due }),
    ...(followUpDue !== undefined && { followUpDue }),
  }
}

function missingOf({ judged, aware }: SafetyStep): readonly string[] {
  const isSerious = judged.fatalOrLifeThreatening === true ? true : judged.serious
  const asked = { ...judged, serious: isSerious }
  const names = ['serious', 'related', 'unexpected', 'fatalOrLifeThreatening'] as const
  const missing = names.filter((name: keyof JudgedEvent) => asked[name] === undefined)
  return [...missing, ...(aware === undefined ? ['sponsorAware'] : [])]
}

function askFor(name: string, fact: string, { desk }: ParticipantCase): void {
  const type = name === 'unexpected' ? 'expectedness' : 'missing'
  desk.ask({ type, node: fact, facts: [fact], blocks: false, given: { item: name } })
}

/** Grade 4 threatens life and grade 5 is death; what was said otherwise is asked about, and stays as it was said. */
function isGradeFitting(details: Readonly<Record<string, string | boolean | null>>): boolean {
  const { grade, serious, outcome } = details
  const isDeath = serious === 'death' || serious === 'fatal'
  const isDeadly = isDeath || serious === 'lifeThreatening' || serious === 'life-threatening'
  if (outcome === 'fatal' && typeof serious === 'string' && !isDeath) return false
  if (typeof grade !== 'string') return true
  const number = Number(grade)
  if (serious === undefined || serious === null) return true
  if (number === 5) return isDeath
  if (number === 4) return isDeadly
  return !isDeadly
}
