import type { ItemRole, Protocol } from '../../../study/protocol/document/protocol.ts'
import type { Fact } from '../../../study/protocol/facts/fact.ts'
import { calendarDayNumber } from '../../../study/protocol/time/calendar.ts'
import { clockTime, longest } from './clock-time.ts'
import type { PersonProblem } from './person-problem.ts'
import { type TriedEvent, type TriedPerson, byDate, mostEvents } from './tried-person.ts'

/** What an event may be said to be; each reason but “no” is a yes. */
const seriousness: readonly string[] = ['no', 'death', 'lifeThreatening', 'hospitalisation']
const yesNo: readonly string[] = ['yes', 'no']

type More = Pick<TriedPerson, 'visits' | 'events' | 'from' | 'isByDate'>

/** Visits, adverse events and dates of versions as they were typed. */
export function typedMore(
  text: (name: string) => string,
  { visits }: Protocol,
  versions: readonly string[],
): More {
  return {
    visits: Object.fromEntries(visits.map(({ id }) => [id, text(`visit-${id}`)])),
    events: Array.from({ length: mostEvents }, (_, at) => ({
      name: text(`event-${at}-name`),
      at: text(`event-${at}-at`),
      serious: text(`event-${at}-serious`),
      related: text(`event-${at}-related`),
      expected: text(`event-${at}-expected`),
      aware: text(`event-${at}-aware`),
    })),
    from: Object.fromEntries(versions.map((version) => [version, text(`from-${version}`)])),
    isByDate: text('version') === byDate,
  }
}

/** Facts of visits and adverse events, and every field of them that cannot be read. */
export function heldAndAdverseFacts(
  { visits, events, from, isByDate }: TriedPerson,
  protocol: Protocol,
  zone: string,
  problems: PersonProblem[],
): readonly Fact[] {
  if (isByDate) problems.push(...fromProblems(from))
  const [held, adverse] = [itemOf(protocol, 'visit'), itemOf(protocol, 'adverse event')]
  const timeOf = (typed: string, field: string): string => {
    const at = clockTime(typed, zone)
    if (typeof at !== 'string') return at.text
    problems.push({ field, code: typed === '' ? 'noTime' : at })
    return ''
  }
  const heldFacts = Object.entries(visits).flatMap(([visit, typed]): readonly Fact[] => {
    if (held === undefined || typed === '') return []
    const id = `visit-${visit}`
    return [{ id, item: held, value: 'yes', at: timeOf(typed, id), visit }]
  })
  const eventFacts = events.flatMap((event, index): readonly Fact[] => {
    if (adverse === undefined || Object.values(event).every((one) => one === '')) return []
    return [eventFact(event, adverse, index, timeOf, problems)]
  })
  return [...heldFacts, ...eventFacts]
}

function eventFact(
  { name, at, serious, related, expected, aware }: TriedEvent,
  item: string,
  index: number,
  timeOf: (typed: string, field: string) => string,
  problems: PersonProblem[],
): Fact {
  const [id, number] = [`event-${index}`, index + 1]
  if (name.length > longest) problems.push({ field: `${id}-name`, code: 'tooLong' })
  if (aware !== '' && !isDay(aware)) problems.push({ field: `${id}-aware`, code: 'noSuchTime' })
  for (const [field, { value, among }] of Object.entries({
    serious: { value: serious, among: seriousness },
    related: { value: related, among: yesNo },
    expected: { value: expected, among: yesNo },
  }))
    if (value !== '' && !among.includes(value))
      problems.push({ field: `${id}-${field}`, code: 'answer' })
  const details = Object.entries({ serious, related, expected, sponsorAware: aware })
  return {
    // Answers name the event by this.
    id: `${number}. ${name === '' ? item : name}`,
    item,
    value: name === '' ? 'yes' : name,
    at: timeOf(at, `${id}-at`),
    details: Object.fromEntries(details.filter(([, value]) => value !== '')),
  }
}

function fromProblems(from: TriedPerson['from']): readonly PersonProblem[] {
  const typed = Object.entries(from)
  const wrong = typed.filter(([, day]) => day !== '' && !isDay(day))
  const none = typed.every(([, day]) => day === '') ? typed.slice(0, 1) : []
  return [
    ...wrong.map(([version]) => ({ field: `from-${version}`, code: 'noSuchTime' }) as const),
    ...none.map(([version]) => ({ field: `from-${version}`, code: 'noTime' }) as const),
  ]
}

function isDay(text: string): boolean {
  return calendarDayNumber(text) !== undefined
}

function itemOf({ items }: Protocol, role: ItemRole): string | undefined {
  return items.find((item) => item.role === role)?.id
}
