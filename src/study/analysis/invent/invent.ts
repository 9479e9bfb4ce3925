import type { Fact } from '../../protocol/facts/fact.ts'
import { state } from '../../protocol/state.ts'
import type { StudyVersion } from '../../protocol/versions.ts'
import { drawingOf, type Drawing } from './drawing.ts'
import type { InventedFact, InventedPart, InventionRecipe } from './recipe.ts'

/**
 * Invents participants by a recipe: the same recipe and version give the same facts. The counts of the recipe are kept;
 * all else is drawn, the day of the first dose (`yyyy-MM-dd`) where `firstDays` names none. Each dose is what the version
 * gives by the facts so far. Every fact says that it is invented. Throws RangeError when counts do not add up, or the version
 * gives no dose where one is to be given.
 */
export function inventParticipants(
  recipe: InventionRecipe,
  version: StudyVersion,
  firstDays: readonly string[] = [],
): ReadonlyMap<string, readonly Fact[]> {
  const drawing = drawingOf(recipe.seed)
  const numbers = Array.from({ length: recipe.participants }, (_, at) => at)
  const columns = recipe.fixed.map((one) => assigned(one, recipe.participants, drawing))
  const people = new Map<string, readonly Fact[]>()
  for (const number of numbers) {
    const own = columns.flatMap((parts) => parts[number] ?? [])
    const id = `${recipe.prefix}${String(number + 1).padStart(2, '0')}`
    const firstDay = firstDays[number]
    const inventing = { recipe, version, drawing, ...(firstDay !== undefined && { firstDay }) }
    people.set(id, inventOne(id, inventing, [recipe.everybody, ...own]))
  }
  return people
}

/** The part of each participant: so many of each option, in a drawn order. */
function assigned(
  { options, why }: InventionRecipe['fixed'][number],
  participants: number,
  drawing: Drawing,
): readonly InventedPart[] {
  const parts = options.flatMap(({ count, part }) => Array.from({ length: count }, () => part))
  if (parts.length !== participants)
    throw new RangeError(`${why.en}: ${parts.length} of ${participants} participants are given`)
  return drawing.shuffled(parts)
}

interface Inventing {
  readonly recipe: InventionRecipe
  readonly version: StudyVersion
  readonly drawing: Drawing
  /** `yyyy-MM-dd`; drawn, without it. */
  readonly firstDay?: string
}

/** One participant being invented. */
interface Life extends Inventing {
  readonly id: string
  readonly site: string
  readonly firstDose: Temporal.ZonedDateTime
  readonly draws: ReadonlyMap<string, string>
}

function inventOne(
  id: string,
  inventing: Inventing,
  parts: readonly InventedPart[],
): readonly Fact[] {
  const { recipe, drawing, firstDay } = inventing
  const whole = parts.flatMap((part) => unfolded(part, drawing))
  const draws = new Map<string, string>()
  for (const { draws: ranges = {} } of whole)
    for (const [name, range] of Object.entries(ranges)) draws.set(name, drawing.decimal(range))
  const site = recipe.sites[drawing.below(recipe.sites.length)] ?? ''
  const life: Life = {
    ...inventing,
    id,
    site,
    firstDose: startOf(recipe, drawing, firstDay),
    draws,
  }
  const facts = whole
    .flatMap(({ facts: own = [] }) => own)
    .map((one, at) => ({ ...factOf(one, life), id: `f${String(at + 1).padStart(3, '0')}` }))
  const skipped = new Set(
    whole.flatMap(({ skipsOneOf = [] }) => skipsOneOf[drawing.below(skipsOneOf.length)] ?? []),
  )
  return withDoses(facts, life, skipped)
}

/** A part with one of its parts, and one of that one's. */
function unfolded(part: InventedPart, drawing: Drawing): readonly InventedPart[] {
  const { oneOf = [] } = part
  const drawn = oneOf[drawing.below(oneOf.length)]
  return drawn ? [part, ...unfolded(drawn, drawing)] : [part]
}

function startOf(
  { start, zone }: InventionRecipe,
  drawing: Drawing,
  firstDay: string | undefined,
): Temporal.ZonedDateTime {
  const from = Temporal.PlainDate.from(start.from)
  const days = from.until(start.to, { largestUnit: 'days' }).days
  const [earliest, latest] = [start.earliest, start.latest].map((one) =>
    Temporal.PlainTime.from(one),
  )
  const minutes = earliest && latest ? earliest.until(latest).total('minutes') : 0
  const time = (earliest ?? new Temporal.PlainTime()).add({
    minutes: 5 * drawing.below(Math.floor(minutes / 5) + 1),
  })
  const drawn = from.add({ days: drawing.below(days + 1) })
  const day = firstDay === undefined ? drawn : Temporal.PlainDate.from(firstDay)
  return day.toZonedDateTime({ timeZone: zone, plainTime: time })
}

function factOf(one: InventedFact, life: Life): Omit<Fact, 'id'> {
  const { item, unit, site, visit, details } = one
  return {
    item,
    value: valueOf(one.value, life),
    ...(unit !== undefined && { unit }),
    ...(site !== undefined && { site }),
    ...(visit !== undefined && { visit }),
    at: momentOf(one, life),
    participant: life.id,
    studySite: life.site,
    details: { ...details, invented: true },
  }
}

/** Throws RangeError when a number is used that nothing draws. */
function valueOf(value: InventedFact['value'], life: Life): string | boolean | null {
  if (typeof value !== 'object' || value === null) return value
  if ('from' in value) return life.drawing.decimal(value)
  if ('draw' in value) return drawnNumber(value.draw, life)
  const day = life.firstDose.toPlainDate()
  if ('day' in value) return day.add({ days: value.day }).toString()
  const months = Number(drawnNumber(value.monthsBefore, life))
  return day
    .subtract({ months })
    .subtract({ days: life.drawing.below(27) })
    .toString()
}

function drawnNumber(name: string, { draws }: Life): string {
  const number = draws.get(name)
  if (number === undefined) throw new RangeError(`no part draws ${name}`)
  return number
}

function momentOf({ day, at }: InventedFact, { firstDose }: Life): string {
  const date = firstDose.toPlainDate().add({ days: day })
  if (at === 'day') return date.toString()
  if (typeof at === 'string')
    return instantText(date.toZonedDateTime({ timeZone: firstDose.timeZoneId, plainTime: at }))
  return instantText(firstDose.add({ hours: 24 * day }).add({ minutes: at.minutes }))
}

/** Doses a day apart, each what the version gives by what is known then. Throws RangeError when it gives none. */
function withDoses(
  facts: readonly Fact[],
  life: Life,
  skipped: ReadonlySet<number>,
): readonly Fact[] {
  const { recipe, version, firstDose, id, site } = life
  const all = [...facts]
  for (let day = 0; day < recipe.doses.days; day++) {
    if (skipped.has(day)) continue
    const at = instantText(firstDose.add({ hours: 24 * day }))
    const known = all.filter((one) => isBefore(one.at, at))
    const [next] = state([version], known, at, { site }).nextDoses
    if (next?.kind !== 'give' || !next.dose) {
      const because = next?.because.map(({ type }) => type).join(', ') ?? 'no regimen'
      throw new RangeError(`${id} gets no dose on day ${day + 1} (${because})`)
    }
    const { value, unit } = next.dose.amount
    all.push({
      id: `d${String(day + 1).padStart(2, '0')}`,
      item: recipe.doses.item,
      value,
      unit,
      at,
      participant: id,
      studySite: site,
      details: { invented: true },
    })
  }
  return all.toSorted((one, other) => order(one.at, other.at) || (one.id < other.id ? -1 : 1))
}

/** By instant; a day counts from its first minute. */
function order(one: string, other: string): number {
  return Temporal.Instant.compare(instantOf(one), instantOf(other))
}

function isBefore(one: string, other: string): boolean {
  return order(one, other) <= 0
}

function instantOf(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.includes('T') ? text : `${text}T00:00Z`)
}

/** With its offset, to the minute. */
function instantText(at: Temporal.ZonedDateTime): string {
  return at.toString({ timeZoneName: 'never', smallestUnit: 'minute' })
}
