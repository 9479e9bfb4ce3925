import { z } from 'zod'
import {
  readAge,
  readChoice,
  readDistanceKm,
  readSex,
  readSort,
  readSpanDays,
} from '../../../finder/question/read-values.ts'
import { type Query, defaultPageSize } from '../../../finder/catalogue/model/query.ts'
import type { House } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { type Asked, type TextField, askedOf, listFields } from '../../../finder/question/asked.ts'
import { type Near, findNear } from './near.ts'
import { type Person, forAnybody, personOf } from './unfit.ts'
import type { Problem } from '../../../finder/question/problem.ts'

/** A search read from an address: what was understood, and in words what was not. */
export interface ReadQuery {
  readonly asked: Asked
  /** The same without what could not be read or has no effect: links are made of this. */
  readonly applied: Asked
  /** What could be read: searched even when there are problems. */
  readonly query: Query
  readonly problems: readonly Problem[]
  readonly near: Near
  /** Whom it is for: also when studies that do not fit are shown, to be marked. */
  readonly person: Person
}

export function readQuery(params: URLSearchParams, page: Page, house: House): ReadQuery {
  const asked = askedOf(params)
  const problems: Problem[] = []
  const texts = readTexts(asked, page, house, problems)
  const lists = readLists(asked, page, problems)
  const near = findNear(asked, lists.country, house, page)
  if (near.kind === 'unknown' || near.kind === 'country')
    problems.push({ field: 'near', text: near.text })
  const place = near.kind === 'found' ? near.point : undefined
  const fitting: Query = present({
    ...texts,
    ...lists,
    near: place,
    withinKm: place && texts.withinKm,
    sort: sortOf(texts, place !== undefined),
    today: house.today(),
  })
  const query = asked.texts.unfit === 'show' ? forAnybody(fitting) : fitting
  const applied = appliedOf(asked, problems, place !== undefined)
  return {
    asked,
    applied,
    query,
    problems: [...bracketProblems(params, page), ...problems],
    near,
    person: personOf(fitting),
  }
}

function appliedOf(asked: Asked, problems: readonly Problem[], hasPlace: boolean): Asked {
  const unread = new Set<string>(problems.map(({ field }) => field))
  const texts = Object.entries(asked.texts).map(([name, text]) => {
    const idle = unread.has(name) || (name === 'within' && !hasPlace)
    return [name, idle ? '' : text]
  })
  const lists = listFields.map((field) => [
    field,
    asked.lists[field].filter((value) => readChoice(field, value) !== undefined),
  ])
  return { texts: Object.fromEntries(texts), lists: Object.fromEntries(lists) }
}

const words = z.string().max(512)
const whole = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .pipe(z.number().max(most))

type Texts = ReturnType<typeof readTexts>

function readTexts(asked: Asked, page: Page, house: House, problems: Problem[]) {
  const say = page.words.search.problems
  function read<T>(field: TextField, schema: z.ZodType<T>, text: string): T | undefined {
    if (asked.texts[field] === '') return undefined
    const result = schema.safeParse(asked.texts[field])
    if (!result.success) problems.push({ field, text })
    return result.data
  }
  return {
    q: read('q', words, say.tooLong),
    cond: read('cond', words, say.tooLong),
    intr: read('intr', words, say.tooLong),
    title: read('title', words, say.tooLong),
    spons: read('spons', words, say.tooLong),
    elig: read('elig', words, say.tooLong),
    withinKm: read('within', reader(readDistanceKm), say.within),
    age: read('age', reader(readAge), say.age),
    sex: read('sex', reader(readSex), say.sex),
    results: read('results', z.enum(['with', 'without']), say.results),
    healthy: read('healthy', reader(readYes), say.healthy),
    updatedWithinDays: read('updated', reader(readSpanDays), say.updated),
    tree: read('tree', reader(knownTree(house)), say.tree),
    sort: read('sort', reader(readSort), say.sort),
    exact: read('exact', reader(readYes), say.exact),
    page: read('page', whole(500), say.page) ?? 1,
    pageSize: read('size', whole(100), say.size) ?? defaultPageSize,
  }
}

/** Turns a function that answers undefined for what it cannot read into a schema. */
function reader<T>(read: (text: string) => T | undefined): z.ZodType<T> {
  return z.string().transform((text, context) => {
    const value = read(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: 'unreadable' })
    return z.NEVER
  })
}

function readYes(text: string): true | undefined {
  return /^(?:1|true|yes|oui)$/i.test(text) ? true : undefined
}

function knownTree(house: House): (text: string) => string | undefined {
  return (text) => (house.vocabulary.byTree(text) ? text : undefined)
}

interface Lists {
  readonly status?: readonly string[]
  readonly phase?: readonly string[]
  readonly type?: readonly string[]
  readonly category?: readonly string[]
  readonly country?: readonly string[]
  readonly sponsorClass?: readonly string[]
}

function readLists(asked: Asked, page: Page, problems: Problem[]): Lists {
  const say = page.words.search.problems
  const lists: Record<string, readonly string[]> = {}
  for (const field of listFields) {
    const values = asked.lists[field]
    const known = values.slice(0, 50).flatMap((value) => readChoice(field, value) ?? [])
    if (values.length > 50) problems.push({ field, text: say.tooMany })
    for (const value of values.slice(0, 50))
      if (readChoice(field, value) === undefined)
        problems.push({ field, text: say.choice(value.slice(0, 60)) })
    if (known.length > 0) lists[field === 'class' ? 'sponsorClass' : field] = [...new Set(known)]
  }
  return lists
}

/** `q[]=a` and `q[x]=a` mean something to other programs and nothing here: better said than ignored. */
function bracketProblems(params: URLSearchParams, page: Page): Problem[] {
  const name = [...params.keys()].find((key) => /[[\]]/.test(key))
  if (name === undefined) return []
  return [{ field: 'q', text: page.words.search.problems.brackets(name.slice(0, 60)) }]
}

/** A place without a distance is a wish to see what is near; with one, the words decide. */
function sortOf(texts: Texts, hasPlace: boolean): NonNullable<Query['sort']> {
  if (texts.sort === 'nearest' && !hasPlace) return 'best'
  return texts.sort ?? (hasPlace && texts.withinKm === undefined ? 'nearest' : 'best')
}

type Present<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key]
} & { [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined> }

/** Leaves out what is undefined, so that "not asked" and "not there" are one. */
function present<T extends object>(values: T): Present<T> {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as Present<T>
}
