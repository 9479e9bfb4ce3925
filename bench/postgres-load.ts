import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Client } from 'pg'
import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import {
  type LoadedSegment,
  loadSegments,
  openSegments,
} from '../src/finder/catalogue/segment/loaded.ts'
import { studyFlag, noLimit } from '../src/finder/catalogue/segment/columns.ts'
import { searchTexts } from '../src/finder/catalogue/segment/texts.ts'
import type { StoredStudy } from '../src/finder/catalogue/model/stored.ts'
import type { Cluster } from './postgres-cluster.ts'
import { ended } from './processes.ts'
import { nctOf } from '../src/finder/catalogue/model/nct-number.ts'

const tables = `
create unlogged table studies (
  doc integer not null, nct text not null, title text not null, conditions text not null,
  status text not null, phases text[] not null, type text not null, countries text[] not null,
  min_age integer not null, max_age integer not null, female boolean not null, male boolean not null,
  updated integer not null, words tsvector not null);
create unlogged table loading (
  doc integer, nct text, title text, conditions text, status text, phases text[], type text,
  countries text[], min_age integer, max_age integer, female boolean, male boolean, updated integer,
  a text, b text, c text, d text);
create unlogged table sites (doc integer not null, lat real not null, lon real not null);
`

/** Texts are cut before they reach the limit of one tsvector (1 MB). */
const fill = `
insert into studies select doc, nct, title, conditions, status, phases, type, countries, min_age, max_age,
  female, male, updated,
  setweight(to_tsvector('english', left(a, 100000)), 'A') || setweight(to_tsvector('english', left(b, 100000)), 'B') ||
  setweight(to_tsvector('english', left(c, 300000)), 'C') || setweight(to_tsvector('english', left(d, 100000)), 'D')
from loading;
drop table loading;
`

const indexes = `
create unique index on studies (doc);
create index on studies using gin (words) with (fastupdate = off);
create index on studies (status);
create index on studies using gin (countries);
create index on sites using gist (point(lon, lat));
create index on sites (doc);
vacuum analyze studies;
vacuum analyze sites;
`

/** Loads every study of a catalogue: the same studies, words, filters and coordinates. */
export async function loadPostgres(
  client: Client,
  cluster: Cluster,
  folder: string,
  say: (text: string) => void,
): Promise<void> {
  await client.query(tables)
  const manifest = readManifest(folder)
  if (!manifest) throw new Error(`there is no catalogue in ${folder}`)
  const segments = openSegments(folder, manifest.segments)
  const studies = copyInto(cluster, 'loading')
  const sites = copyInto(cluster, 'sites')
  let doc = 0
  for (const one of loadSegments(segments)) {
    for (let at = 0; at < one.segment.count; at++) {
      if (one.alive[at] !== 1) continue
      doc++
      const stored = one.segment.studyAt(at)
      await write(studies.stdin, `${rowOf(doc, stored, one, at)}\n`)
      const points = stored.points.flatMap((point) =>
        point ? [`${doc}\t${point.lat}\t${point.lon}\n`] : [],
      )
      if (points.length > 0) await write(sites.stdin, points.join(''))
      if (doc % 20_000 === 0) say(`${doc} studies read into PostgreSQL`)
    }
  }
  for (const segment of segments) segment.close()
  await Promise.all([studies.end(), sites.end()])
  say('PostgreSQL makes its tsvectors')
  await client.query(fill)
  say('PostgreSQL makes its indexes')
  for (const statement of indexes.trim().split(';\n')) await client.query(statement)
}

function copyInto(cluster: Cluster, table: string): { stdin: Writable; end(): Promise<void> } {
  const where = [
    '-h',
    cluster.socketFolder,
    '-p',
    String(cluster.port),
    '-U',
    'bench',
    '-d',
    'postgres',
  ]
  const args = [...where, '-q', '-v', 'ON_ERROR_STOP=1', '-c', `copy ${table} from stdin`]
  const child = spawn(cluster.psql, args, { stdio: ['pipe', 'ignore', 'inherit'] })
  return {
    stdin: child.stdin,
    end: async () => {
      child.stdin.end()
      const code = await ended(child)
      if (code !== 0) throw new Error(`psql ended with ${code}`)
    },
  }
}

async function write(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}

function rowOf(
  doc: number,
  stored: StoredStudy,
  { columns, segment }: LoadedSegment,
  at: number,
): string {
  const {
    identificationModule: id,
    conditionsModule,
    statusModule,
    designModule,
  } = stored.study.protocolSection
  const countries = [
    ...columns.country.subarray(columns.countryStart[at], columns.countryStart[at + 1]),
  ]
  const flags = columns.flags[at] ?? 0
  const hasSex = (flags & (studyFlag.female | studyFlag.male)) !== 0
  const maxAge = columns.maxAge[at] ?? noLimit
  return [
    doc,
    nctOf(columns.nct[at] ?? 0),
    id.briefTitle ?? '',
    (conditionsModule?.conditions ?? []).join('; '),
    statusModule?.overallStatus ?? '',
    listOf(designModule?.phases ?? []),
    designModule?.studyType ?? '',
    listOf(countries.map((index) => segment.countries[index] ?? '')),
    columns.minAge[at] ?? 0,
    maxAge === noLimit ? 1_000_000 : maxAge,
    !hasSex || (flags & studyFlag.female) !== 0,
    !hasSex || (flags & studyFlag.male) !== 0,
    columns.updated[at] ?? 0,
    ...textsOf(stored),
  ]
    .map((value) => escaped(String(value)))
    .join('\t')
}

/** The words an ordinary search looks at, in the four weights that PostgreSQL has. */
function textsOf(stored: StoredStudy): string[] {
  const texts: Record<string, string[]> = { A: [], B: [], C: [], D: [] }
  for (const [field, text] of searchTexts(stored.study)) texts[weights[field] ?? 'D']?.push(text)
  return Object.values(texts).map((list) => list.join(' . '))
}

const weights: Readonly<Record<string, string>> = {
  id: 'A',
  acronym: 'A',
  briefTitle: 'A',
  officialTitle: 'A',
  condition: 'A',
  intervention: 'B',
  keyword: 'B',
  conditionMesh: 'B',
  summary: 'C',
  primaryOutcome: 'C',
  otherOutcome: 'C',
  arm: 'C',
}

function listOf(values: readonly string[]): string {
  return `{${values.map((value) => `"${value}"`).join(',')}}`
}

/** As COPY reads text: no backslash, tab or line end of its own, and no null character. */
function escaped(text: string): string {
  return text
    .replaceAll('\0', ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('\t', ' ')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', ' ')
}
