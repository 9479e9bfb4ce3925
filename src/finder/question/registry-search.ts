import { enums } from '../registry/enums.ts'
import { filterKeys, readFilterKeys } from '../registry/pieces/filter-keys.ts'
import type { ListField, RawQuestion, TextField } from './asked.ts'
import { isOfOldPage, ofOldPage } from './old-registry-page.ts'

/** A search of the registry's own page, as one of ours. */
export interface RegistrySearch {
  /** The parameters of our search. */
  readonly params: URLSearchParams
  /** What of it our search cannot ask, as it was written: `docs:prot`, `start=2020-01-01_`. */
  readonly left: readonly string[]
}

/**
 * Reads the parameters of an address of the registry's search page, as it is or as it was until 2024 (`cond`, `term`, `locStr`, `aggFilters`, `recrs`, …); undefined where
 * nothing in it is the registry's alone, so that an address of our own stays as it is.
 */
export function readRegistrySearch(raw: RawQuestion): RegistrySearch | undefined {
  const isOld = isOfOldPage(raw)
  if (!isOld && ![...raw.keys()].some((name) => foreign.has(name))) return undefined
  const search = new Carried(isOld ? ofOldPage(raw) : raw)
  if (isOld && search.take('age') !== '') search.params.set('age', search.take('age'))
  for (const [name, ours] of words) search.say(ours, search.take(name))
  search.place()
  for (const [filter, key] of search.keys()) search.filter(filter, key)
  const sort = search.take('sort')
  const ours = sorts.get(sort.split(':')[0] ?? '')
  if (ours !== undefined) search.params.set('sort', ours)
  else if (sort !== '') search.left.push(`sort=${sort}`)
  search.size()
  for (const name of notAsked) {
    const value = search.take(name)
    if (value !== '') search.left.push(`${name}=${value}`)
  }
  return search
}

/** What is searched by words, and where ours are; several of them are searched together. */
const words: readonly (readonly [name: string, ours: TextField])[] = [
  ['cond', 'cond'],
  ['intr', 'intr'],
  ['titles', 'title'],
  ['spons', 'spons'],
  ['lead', 'spons'],
  ['term', 'q'],
  ['locn', 'q'],
  ['outc', 'q'],
  ['patient', 'q'],
  ['id', 'q'],
]

const notAsked = [
  'ageRange',
  'start',
  'primComp',
  'studyComp',
  'firstPost',
  'resFirstPost',
  'lastUpdPost',
]

/** Names that no search of ours has. */
const foreign: ReadonlySet<string> = new Set([
  'term',
  'locn',
  'titles',
  'outc',
  'lead',
  'id',
  'patient',
  'state',
  'city',
  'locStr',
  'lat',
  'lng',
  'distance',
  'distanceUnit',
  'aggFilters',
  'rank',
  'viewType',
  'limit',
  ...notAsked,
])

const sorts: ReadonlyMap<string, string> = new Map([
  ['@relevance', 'best'],
  ['LastUpdatePostDate', 'updated'],
  ['StudyFirstPostDate', 'newest'],
])

class Carried implements RegistrySearch {
  readonly params = new URLSearchParams()
  readonly left: string[] = []
  readonly #raw: RawQuestion

  constructor(raw: RawQuestion) {
    this.#raw = raw
  }

  take(name: string): string {
    return (this.#raw.get(name) ?? '').trim()
  }

  /** Words of the registry's search language mean nothing here. */
  say(ours: TextField, text: string): void {
    if (text === '') return
    if (/\b[A-Z]{4,10}\s*\[/.test(text)) this.left.push(text)
    else this.params.set(ours, [this.params.get(ours) ?? '', text].join(' ').trim())
  }

  /** A town has a distance around it; a country alone is a filter. */
  place(): void {
    const [city, state, country] = [this.take('city'), this.take('state'), this.take('country')]
    const parts = [city, state, country].filter((part) => part !== '')
    const written = this.take('locStr') || parts.join(', ')
    const [lat, lng] = [this.take('lat'), this.take('lng')]
    if (country !== '' && (written === country || written === '')) this.add('country', country)
    else if (written !== '') this.params.set('near', written)
    else if (lat !== '' && lng !== '') this.params.set('near', `${lat},${lng}`)
    const distance = this.take('distance')
    if (distance === '' || !this.params.has('near')) return
    const unit = this.take('distanceUnit').toLowerCase() === 'km' ? 'km' : 'mi'
    this.params.set('within', `${distance}${unit}`)
  }

  keys(): readonly (readonly [string, string])[] {
    const text = this.take('aggFilters')
    const pairs = readFilterKeys(text)
    if (!pairs) this.left.push(`aggFilters=${text}`)
    return pairs ?? []
  }

  filter(filter: string, key: string): void {
    const text = `${filter}:${key}`
    const single = singles.get(text)
    const list = lists[filter]
    const values = list ? valuesOf(filter, key) : []
    if (single) this.params.set(...single)
    else if (list && values.length > 0) for (const value of values) this.add(list, value)
    else this.left.push(text)
  }

  size(): void {
    const page = this.take('page')
    const limit = this.take('limit')
    if (/^[1-9]\d{0,2}$/.test(page)) this.params.set('page', page)
    if (/^[1-9]\d{0,2}$/.test(limit)) this.params.set('size', String(Math.min(100, Number(limit))))
  }

  private add(list: ListField, value: string): void {
    this.params.append(list, value)
  }
}

const lists: Readonly<Record<string, ListField>> = {
  status: 'status',
  phase: 'phase',
  studyType: 'type',
  funderType: 'class',
}

const singles: ReadonlyMap<string, [name: string, value: string]> = new Map([
  ['sex:f', ['sex', 'female']],
  ['sex:m', ['sex', 'male']],
  ['healthy:y', ['healthy', 'yes']],
  ['results:with', ['results', 'with']],
  ['results:without', ['results', 'without']],
])

function valuesOf(filter: string, key: string): readonly string[] {
  const rows: Readonly<Record<string, string>> = filterKeys[filter as keyof typeof filterKeys]
  const known = new Map(Object.entries(rows))
  const value = known.get(key)
  if (value !== undefined) return [value]
  if (filter !== 'funderType' || key !== 'other') return []
  const named = new Set(known.values())
  return [...enums.AgencyClass].filter((name) => !named.has(name))
}
