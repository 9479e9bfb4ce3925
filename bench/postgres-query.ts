import { type Expression, parseExpression } from '../src/finder/catalogue/search/expression.ts'
import type { BenchQuery, Filters } from './queries.ts'

/** One statement with its values: the first page, the total and the counts of four filters. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** The same question in PostgreSQL's own terms. Synonyms are not looked for: that is less work, not more. */
export function statementOf({ q, filters = {} }: BenchQuery): Statement {
  const values: unknown[] = []
  const value = (one: unknown): string => `$${values.push(one)}`
  const { expression } = parseExpression(q)
  const words = expression ? tsquery(expression, value) : `''::tsquery`
  const passes = filtersOf(filters, value)
  const all = Object.values(passes).join(' and ') || 'true'
  const others = (name: string): string =>
    Object.entries(passes)
      .filter(([own]) => own !== name)
      .map(([, sql]) => sql)
      .join(' and ') || 'true'
  const text = `
with asked as (select ${words} as query),
found as materialized (
  select doc, status, phases, type, countries, case when ${all} then ts_rank(words, asked.query) end as rank
  from studies, asked where words @@ asked.query ${barred(filters, value)}),
page as (
  select doc, rank from found where rank is not null order by rank desc, doc limit 20)
select
  (select count(*) from found where rank is not null)::int as total,
  (select json_agg(json_build_object('nct', nct, 'title', title, 'conditions', conditions, 'status', s.status)
    order by rank desc) from page join studies s using (doc)) as hits,
  (select json_object_agg(status, count) from (
    select status, count(*) from found where ${others('status')} group by 1) counted) as status,
  (select json_object_agg(type, count) from (
    select type, count(*) from found where ${others('type')} group by 1) counted) as type,
  (select json_object_agg(phase, count) from (
    select phase, count(*) from found, unnest(phases) as phase where ${others('phase')} group by 1) counted) as phase,
  (select json_object_agg(country, count) from (
    select country, count(*) from found, unnest(countries) as country where ${others('country')} group by 1) counted
  ) as country`
  return { text, values }
}

type Value = (one: unknown) => string

/** Filters that have counts are kept beside, because each is set aside for its own counts. */
function filtersOf(
  { status, phase, type, country }: Filters,
  value: Value,
): Record<string, string> {
  return {
    ...(status && { status: `status = any(${value(status)}::text[])` }),
    ...(phase && { phase: `phases && ${value(phase)}::text[]` }),
    ...(type && { type: `type = any(${value(type)}::text[])` }),
    ...(country && { country: `countries && ${value(country)}::text[]` }),
  }
}

/** Filters without counts decide at once. */
function barred({ age, sex, near, withinKm }: Filters, value: Value): string {
  const fits =
    age === undefined ? '' : `and min_age <= ${value(age.most)} and max_age >= ${value(age.least)}`
  const whom = sex ? `and ${sex === 'FEMALE' ? 'female' : 'male'}` : ''
  if (!near || withinKm === undefined) return `${fits} ${whom}`
  const lat = withinKm / 111
  const lon = lat / Math.max(0.01, Math.cos((near.lat * Math.PI) / 180))
  const box = `box(point(${value(near.lon - lon)}, ${value(near.lat - lat)}), point(${value(near.lon + lon)}, ${value(near.lat + lat)}))`
  const [north, east] = [value(near.lat), value(near.lon)]
  return `${fits} ${whom} and doc in (select doc from sites where point(lon, lat) <@ ${box}
    and 12742 * asin(sqrt(power(sin(radians(lat - ${north}::float8) / 2), 2) + cos(radians(lat)) *
      cos(radians(${north}::float8)) * power(sin(radians(lon - ${east}::float8) / 2), 2))) <= ${value(withinKm)})`
}

function tsquery(expression: Expression, value: Value): string {
  switch (expression.kind) {
    case 'words':
      return `plainto_tsquery('english', ${value(expression.words.join(' '))})`
    case 'phrase':
      return `phraseto_tsquery('english', ${value(expression.text)})`
    case 'prefix':
      return `to_tsquery('simple', ${value(`${expression.prefix}:*`)})`
    case 'not':
      return `!!(${tsquery(expression.part, value)})`
    case 'all':
    case 'any':
      return `(${expression.parts.map((part) => tsquery(part, value)).join(expression.kind === 'all' ? ' && ' : ' || ')})`
  }
}
