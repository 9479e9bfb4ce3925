import type { FactReading } from '../facts/reading.ts'
import type { SafetyState } from '../state/answers.ts'
import { type ParticipantCase, itemWithRole } from '../state/participant-case.ts'
import { type JudgedEvent, expeditedClocks } from '../time/expedited.ts'
import { readMoment } from '../time/moment.ts'
import { isTimeProblem } from '../time/problems.ts'

/**
 * The reporting clocks of every adverse event. Severity (a grade) is not seriousness. Details of the event: `serious`
 * (`death`, `lifeThreatening`, another reason, yes or no), `related`, `expected`, `sponsorAware`.
 */
export function safetyAt(participant: ParticipantCase): readonly SafetyState[] {
  const item = itemWithRole(participant, 'adverse event')
  if (item === undefined) return []
  return participant.chart.of(item).map((event) => clocksOf(event, participant))
}

function clocksOf(event: FactReading, participant: ParticipantCase): SafetyState {
  const { id } = event.fact
  const judged = judgedEvent(event)
  const aware = awareDay(event, participant)
  // Without the day the sponsor knew no clock has a date, and whether one runs is still told.
  const clocks = expeditedClocks(aware ?? event.moment.firstDay, judged)
  const unknown = { fact: id, expedited: 'unknown', missing: ['sponsorAware'] } as const
  if (isTimeProblem(clocks)) return unknown
  if (clocks.expedited === 'not met') return { fact: id, expedited: 'none', missing: [] }
  const missing = [...clocks.missing, ...(aware === undefined ? ['sponsorAware'] : [])]
  for (const name of missing) askFor(name, id, participant)
  const { clock, ifExpedited, day0 } = clocks
  const dated = aware === undefined ? {} : { day0 }
  if (clocks.expedited === 'met' && clock)
    return {
      fact: id,
      expedited: clock.days === 7 ? '7 days' : '15 days',
      ...dated,
      ...(aware !== undefined && { due: clock.due, ...followUp(clock.followUpDue) }),
      missing,
    }
  const due = aware === undefined || !ifExpedited ? {} : { ifUnexpectedDue: ifExpedited.due }
  return { fact: id, expedited: 'unknown', ...dated, ...due, missing }
}

function followUp(followUpDue: string | undefined) {
  return followUpDue === undefined ? {} : { followUpDue }
}

const deadly = new Set(['death', 'fatal', 'lifeThreatening', 'life-threatening'])

/** What is not judged is left out; a reason for seriousness is also a yes. */
function judgedEvent({ fact }: FactReading): JudgedEvent {
  const { serious, related, expected } = fact.details ?? {}
  const isSerious = typeof serious === 'string' && serious !== 'no' && serious !== 'false'
  const said =
    typeof serious === 'boolean' ? serious : typeof serious === 'string' ? isSerious : undefined
  const unexpected = yesOrNo(expected)
  return {
    ...(said !== undefined && { serious: said }),
    ...defined('related', yesOrNo(related)),
    ...(unexpected !== undefined && { unexpected: !unexpected }),
    ...(isSerious &&
      serious !== 'yes' &&
      serious !== 'true' && { fatalOrLifeThreatening: deadly.has(serious) }),
  }
}

function defined(name: 'related', value: boolean | undefined) {
  return value === undefined ? {} : { [name]: value }
}

function yesOrNo(value: string | boolean | null | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  if (value === 'yes' || value === 'true') return true
  return value === 'no' || value === 'false' ? false : undefined
}

function awareDay({ fact }: FactReading, { zone }: ParticipantCase): string | undefined {
  const aware = fact.details?.['sponsorAware']
  if (typeof aware !== 'string') return undefined
  const moment = readMoment(aware, zone)
  return isTimeProblem(moment) || moment.firstDay !== moment.lastDay ? undefined : moment.firstDay
}

function askFor(name: string, fact: string, { desk }: ParticipantCase): void {
  const type = name === 'unexpected' ? 'expectedness' : 'missing'
  desk.ask({ type, node: fact, facts: [fact], blocks: false, given: { item: name } })
}
