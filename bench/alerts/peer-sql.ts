import { join } from 'node:path'
import pg from 'pg'
import { readChanges } from '../../src/finder/catalogue/model/changes.ts'
import { readManifest } from '../../src/finder/catalogue/model/manifest.ts'
import { openEngine } from '../../src/finder/catalogue/search/engine.ts'
import { openVocabulary } from '../../src/finder/vocabulary/vocabulary.ts'
import { alertPages, usualPage } from '../../src/people/alerts/match/alert-pages.ts'
import { openPage } from '../../src/people/alerts/match/open-page.ts'
import { siteMarkOf, openReach } from '../../src/people/alerts/match/reach.ts'
import type { Records } from '../../src/people/records/model/records.ts'
import type { Cluster } from '../postgres-cluster.ts'
import { nctNumber } from '../../src/finder/catalogue/model/nct-number.ts'

/** The same question, of a sample of alerts for a category near a place, on one core each. */
export interface PeerSql {
  readonly subscriptions: number
  readonly ours: Answer
  readonly postgres: Answer
  readonly version: string
}

interface Answer {
  /** Alerts with a changed study of their category that has a site within their reach. */
  readonly pairs: number
  readonly seconds: number
}

interface Sample {
  readonly category: string
  readonly lat: number
  readonly lon: number
  readonly within_km: number
}

/** Asks which changed studies are within reach of a sample of alerts, of our own parts and of SQL. */
export async function comparePostgres(
  records: Records,
  dataDir: string,
  cluster: Cluster,
  most: number,
): Promise<PeerSql> {
  const folder = join(dataDir, 'catalogue')
  const newest = readManifest(folder)?.changeLists?.at(-1)
  const list = newest && (await readChanges(folder, newest))
  if (!list) throw new Error('no import has changed anything')
  const { changes } = list
  const began = performance.now()
  const sample = await readSample(records, most)
  const today = list.at.slice(0, 10)
  const slugs = [...new Set(sample.map(({ category }) => category))]
  const found = askCategories(
    folder,
    changes.map(({ nctId }) => nctId),
    slugs,
    today,
  )
  const reach = openReach(changes)
  let pairs = 0
  for (const { category, lat, lon, within_km } of sample) {
    const reached = reach.around({ lat, lon }, within_km)
    for (const study of found.studies.get(category) ?? [])
      if (siteMarkOf(reached, study) !== 0) pairs++
  }
  const ours = { pairs, seconds: (performance.now() - began - found.openMs) / 1000 }
  const client = new pg.Client({
    host: cluster.socketFolder,
    port: cluster.port,
    user: 'bench',
    database: 'postgres',
  })
  await client.connect()
  try {
    await load(client, sample, found.studies, changes)
    return {
      subscriptions: sample.length,
      ours,
      postgres: await ask(client),
      version: cluster.version,
    }
  } finally {
    await client.end()
  }
}

async function readSample(records: Records, most: number): Promise<Sample[]> {
  const sample: Sample[] = []
  for await (const page of alertPages(records, new Date().toISOString(), usualPage))
    for (const { terms } of openPage(page)) {
      const { category } = JSON.parse(terms.search) as { category?: string[] }
      const [, lat, lon, withinKm] = terms.place ?? []
      if (category?.[0] === undefined || lat === undefined || lon === undefined) continue
      sample.push({ category: category[0], lat, lon, within_km: withinKm ?? 0 })
      if (sample.length === most) return sample
    }
  return sample
}

function askCategories(
  folder: string,
  nctIds: readonly string[],
  slugs: readonly string[],
  today: string,
): { readonly studies: ReadonlyMap<string, readonly number[]>; readonly openMs: number } {
  const opening = performance.now()
  const engine = openEngine(folder, openVocabulary())
  const openMs = performance.now() - opening
  const queries = slugs.map((slug) => ({ category: [slug], today }))
  const answers = engine.searchAmong(nctIds.map(nctNumber), queries)
  engine.close()
  return { studies: new Map(slugs.map((slug, index) => [slug, answers[index] ?? []])), openMs }
}

const tables = `
create unlogged table alert (id integer, category text, lat float8, lon float8, km float8);
create unlogged table study_category (category text, study integer);
create unlogged table study_site (study integer, lat float8, lon float8);`

const indexes = `
create index on study_category (category, study);
create index on study_site (study);
create index on study_site using gist (point(lon, lat));
vacuum analyze alert;
vacuum analyze study_category;
vacuum analyze study_site`

async function load(
  client: pg.Client,
  sample: readonly Sample[],
  studies: ReadonlyMap<string, readonly number[]>,
  changes: readonly { readonly sites: readonly (readonly [number, number] | null)[] }[],
): Promise<void> {
  await client.query(tables)
  const alerts = sample.map(({ category, lat, lon, within_km: km }, id) => ({
    id,
    category,
    lat,
    lon,
    km,
  }))
  const categories = [...studies].flatMap(([category, found]) =>
    found.map((study) => ({ category, study })),
  )
  const sites = changes.flatMap((change, study) =>
    change.sites.flatMap((site) =>
      site ? [{ study, lat: site[0] / 100, lon: site[1] / 100 }] : [],
    ),
  )
  await client.query(fill('alert'), [JSON.stringify(alerts)])
  await client.query(fill('study_category'), [JSON.stringify(categories)])
  await client.query(fill('study_site'), [JSON.stringify(sites)])
  for (const statement of indexes.trim().split(';\n')) await client.query(statement)
}

function fill(table: string): string {
  return `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`
}

/** A box first, by the index of points; then the same formula as ours. Boxes do not cross the date line. */
const question = `
select count(*)::int as pairs from (
  select distinct alert.id, study_site.study
  from alert
  join study_site on point(study_site.lon, study_site.lat) <@ box(
    point(alert.lon - km / 111.19 / greatest(cos(radians(least(89, abs(alert.lat) + km / 111))), 0.01), alert.lat - km / 111.19),
    point(alert.lon + km / 111.19 / greatest(cos(radians(least(89, abs(alert.lat) + km / 111))), 0.01), alert.lat + km / 111.19))
  join study_category on study_category.category = alert.category and study_category.study = study_site.study
  where 2 * 6371.0088 * asin(sqrt(least(1,
    power(sin(radians(study_site.lat - alert.lat) / 2), 2) + cos(radians(alert.lat)) * cos(radians(study_site.lat))
    * power(sin(radians(study_site.lon - alert.lon) / 2), 2)))) <= km
) as pair`

/** Asked twice; the second time, when all is in memory, counts. */
async function ask(client: pg.Client): Promise<Answer> {
  await client.query(question)
  const began = performance.now()
  const { rows } = await client.query<{ pairs: number }>(question)
  return { pairs: rows[0]?.pairs ?? 0, seconds: (performance.now() - began) / 1000 }
}
