import type { PersonProblem } from './person-problem.ts'
import type { Protocol, ProtocolItem } from '../../../study/protocol/document/protocol.ts'
import type { Fact } from '../../../study/protocol/facts/fact.ts'
import { readValue } from '../../../study/protocol/facts/read-value.ts'
import { heldAndAdverseFacts, typedMore } from './read-more.ts'
import { clockTime, longest } from './clock-time.ts'
import { type TriedPerson, type TriedRow, formItems, mostRows } from './tried-person.ts'

/** A person who can be judged: facts, and the instant at which they are. */
export interface ReadPerson {
  readonly facts: readonly Fact[]
  readonly now: string
}

/** What was typed, as it was typed: unknown fields and lines beyond the most are left out. `versions` are those of the study. */
export function typedPerson(
  form: URLSearchParams,
  protocol: Protocol,
  versions: readonly string[],
): TriedPerson {
  const text = (name: string): string => (form.get(name) ?? '').trim()
  const { answers } = formItems(protocol)
  const count = Math.min(Math.max(0, Number.parseInt(text('rows'), 10) || 0), mostRows)
  return {
    now: text('now'),
    recorded: text('recorded'),
    answers: Object.fromEntries(
      answers.map(({ id }) => [id, text(`none-${id}`) === 'none' ? 'none' : text(`a-${id}`)]),
    ),
    rows: Array.from({ length: count }, (_, row) => ({
      item: text(`row-${row}-item`),
      at: text(`row-${row}-at`),
      value: text(`row-${row}-value`),
      site: text(`row-${row}-site`),
    })),
    ...typedMore(text, protocol, versions),
  }
}

/** Facts of what was typed, or every field that cannot be read. Times are by the clocks of the zone. */
export function readTriedPerson(
  person: TriedPerson,
  protocol: Protocol,
  zone: string,
): ReadPerson | { readonly problems: readonly PersonProblem[] } {
  const problems: PersonProblem[] = []
  const now = clockTime(person.now, zone)
  if (typeof now === 'string')
    problems.push({ field: 'now', code: person.now === '' ? 'now' : now })
  const recorded = clockTime(person.recorded || person.now, zone)
  if (typeof recorded === 'string' && person.recorded !== '')
    problems.push({ field: 'recorded', code: recorded })
  const at = typeof recorded === 'string' ? '' : recorded.text
  const facts = [
    ...answerFacts(person, protocol, { at, zone }, problems),
    ...rowFacts(person, protocol, zone, problems),
    ...heldAndAdverseFacts(person, protocol, zone, problems),
  ]
  if (problems.length > 0 || typeof now === 'string') return { problems }
  return { facts, now: now.text }
}

type Problems = PersonProblem[]

function answerFacts(
  { answers }: TriedPerson,
  protocol: Protocol,
  { at, zone }: { readonly at: string; readonly zone: string },
  problems: Problems,
): readonly Fact[] {
  return formItems(protocol).answers.flatMap((item) => {
    const value = answers[item.id] ?? ''
    if (value === '') return []
    const field = `a-${item.id}`
    const fact: Fact = { id: field, item: item.id, value, at }
    const code = answerProblem(fact, item, zone)
    if (code) problems.push({ field, code, item })
    return [fact]
  })
}

function answerProblem(
  fact: Fact,
  item: ProtocolItem,
  zone: string,
): PersonProblem['code'] | undefined {
  if (String(fact.value).length > longest) return 'tooLong'
  const read = readValue(fact, item, zone)
  if (typeof read !== 'string') return undefined
  return item.type === 'date' ? 'noSuchTime' : 'answer'
}

function rowFacts(
  { rows }: TriedPerson,
  protocol: Protocol,
  zone: string,
  problems: Problems,
): readonly Fact[] {
  const items = new Map(formItems(protocol).rows.map((item) => [item.id, item]))
  return rows.flatMap((row, index) => {
    if (row.item === '' && row.at === '' && row.value === '') return []
    const item = items.get(row.item)
    if (!item) {
      problems.push({ field: `row-${index}-item`, code: 'noItem' })
      return []
    }
    return rowFact(row, item, { index, zone }, problems)
  })
}

function rowFact(
  row: TriedRow,
  item: ProtocolItem,
  { index, zone }: { readonly index: number; readonly zone: string },
  problems: Problems,
): readonly Fact[] {
  const at = clockTime(row.at, zone)
  if (typeof at === 'string')
    problems.push({ field: `row-${index}-at`, code: row.at === '' ? 'noTime' : at, item })
  const fact = measured(row, item, `row-${index}`, typeof at === 'string' ? '' : at.text)
  const code = rowProblem(row, fact, item, zone)
  if (code) problems.push({ field: `row-${index}-value`, code, item })
  return [fact]
}

function rowProblem(
  { value, site }: TriedRow,
  fact: Fact,
  item: ProtocolItem,
  zone: string,
): PersonProblem['code'] | undefined {
  if (value.length > longest || site.length > longest) return 'tooLong'
  if (item.type === 'event') return undefined
  if (value === '') return 'noValue'
  const read = readValue(fact, item, zone)
  if (typeof read !== 'string') return undefined
  if (read === 'not plausible') return 'notPlausible'
  return read === 'unit not convertible' ? 'unit' : 'notUnderstood'
}

/** A number without a unit is in the unit that stands beside the item's name. An event needs no value. */
function measured(
  { item, value, site }: TriedRow,
  known: ProtocolItem,
  id: string,
  at: string,
): Fact {
  const isBare = known.type === 'quantity' && /^-?[\d.,]+$/.test(value)
  return {
    id,
    item,
    value: value === '' ? 'yes' : isBare ? value.replace(',', '.') : value,
    at,
    ...(isBare && { unit: known.unit ?? '1' }),
    ...(site !== '' && { site }),
  }
}
