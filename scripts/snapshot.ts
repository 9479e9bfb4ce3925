/**
 * Makes `data/snapshot/`: real studies, few enough for a clone, broad enough to try everything with.
 * Usage: node scripts/snapshot.ts studies-v2.ndjson.gz legacy-xml/ kawasaki/
 * (records as the API gives them; a folder of records in the old XML; the first study and two near it).
 *
 * The same sources give the same snapshot. It is written beside the old one and renamed over it.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { constants, gunzipSync, gzipSync } from 'node:zlib'
import { standingOf, type Standing } from '../src/finder/registry/status.ts'
import { parseRecord } from '../src/finder/registry/parse-record.ts'
import { readRecords } from '../src/finder/registry/read-records.ts'
import { isProblem } from '../src/finder/registry/records.ts'
import type { MeshTerm, Study } from '../src/finder/registry/study.ts'

const mostStudies = 4200
/** The packed size aimed at, judged before packing by each record's own packed size. */
const mostPackedBytes = 17_000_000
const mostWithResults = 150
const mostRecordBytes = 60_000
const studiesPerCountry = 6
const olderFirstStudy = 'NCT02390596.2018-05-29.xml'

interface Candidate {
  readonly id: string
  readonly line: string
  readonly bytes: number
  readonly packedBytes: number
  readonly converted: boolean
  readonly processed: string
  readonly hasResults: boolean
  readonly open: boolean
  readonly close: boolean
  readonly branches: readonly string[]
  readonly countries: readonly string[]
}

async function main([v2, xml, kawasaki]: readonly string[]): Promise<void> {
  if (!v2 || !xml || !kawasaki)
    throw new Error('Usage: node scripts/snapshot.ts studies-v2.ndjson.gz legacy-xml/ kawasaki/')
  const alone = readdirSync(kawasaki).filter((name) => name.endsWith('.xml'))
  const candidates = await readCandidates(
    [v2, xml],
    new Set(alone.map((name) => name.slice(0, 11))),
  )
  const chosen = choose(candidates)
  const folder = join(import.meta.dirname, '../data/snapshot')
  write(folder, chosen, kawasaki, alone)
  console.log(`${chosen.length} studies of ${candidates.length}`)
}

/** The registry has given no number as high: such records are made up, and people must not take them for studies. */
const firstNotGiven = 'NCT10000000'

/** Records of the API go before converted ones of the same study. */
async function readCandidates(
  sources: readonly string[],
  taken: Set<string>,
): Promise<Candidate[]> {
  const trees = readTrees()
  const candidates: Candidate[] = []
  for (const source of sources)
    for await (const found of readRecords(source)) {
      const read = isProblem(found) ? found : parseRecord(found)
      if (isProblem(found) || isProblem(read)) {
        console.error(read)
        continue
      }
      const id = read.study.protocolSection.identificationModule.nctId
      if (taken.has(id) || id >= firstNotGiven) continue
      taken.add(id)
      const converted = found.format === 'xml'
      const line = converted ? JSON.stringify(read.study) : Buffer.from(found.bytes).toString()
      candidates.push(candidate(read.study, line.trim(), converted, read.processed ?? '', trees))
    }
  return candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function candidate(
  study: Study,
  line: string,
  converted: boolean,
  processed: string,
  trees: ReadonlyMap<string, readonly string[]>,
): Candidate {
  const { identificationModule, statusModule, contactsLocationsModule } = study.protocolSection
  const sites = contactsLocationsModule?.locations ?? []
  return {
    id: identificationModule.nctId,
    line,
    bytes: Buffer.byteLength(line),
    packedBytes: gzipSync(line, { level: 9 }).length,
    converted,
    processed,
    hasResults: study.hasResults === true,
    open: claimsToTakePeople.has(standingOf(statusModule?.overallStatus)),
    close: vasculitis.test(wordsOf(study)),
    branches: branchesOf(study, trees),
    countries: [...new Set(sites.flatMap((site) => site.country ?? []))],
  }
}

const claimsToTakePeople: ReadonlySet<Standing> = new Set(['open', 'opening', 'invitation'])

/** The first study's field: Kawasaki disease, MIS-C and the other inflammations of vessels. */
const vasculitis =
  /kawasaki|mucocutaneous lymph node|\bMIS-?C\b|\bPIMS\b|multisystem inflammatory|vasculiti|arteritis|polyangiitis|wegener|churg.strauss|takayasu|beh[cç]et|henoch|sch(?:oe|ö)nlein/i

function wordsOf(study: Study): string {
  const { identificationModule, conditionsModule } = study.protocolSection
  const { briefTitle, officialTitle } = identificationModule
  return [
    briefTitle,
    officialTitle,
    ...(conditionsModule?.conditions ?? []),
    ...(conditionsModule?.keywords ?? []),
    ...meshesOf(study).map((mesh) => mesh.term),
  ].join('\n')
}

function meshesOf(study: Study): readonly MeshTerm[] {
  return study.derivedSection?.conditionBrowseModule?.meshes ?? []
}

/** The two upper levels of the MeSH tree, as C14.280 (heart diseases). */
function branchesOf(study: Study, trees: ReadonlyMap<string, readonly string[]>): string[] {
  const numbers = meshesOf(study).flatMap((mesh) => trees.get(mesh.term ?? '') ?? [])
  const branches = new Set(numbers.map((number) => number.slice(0, 7)))
  return branches.size > 0 ? [...branches] : ['none']
}

function readTrees(): Map<string, readonly string[]> {
  const path = join(import.meta.dirname, '../data/vocabulary/mesh-diseases.tsv.gz')
  const rows = gunzipSync(readFileSync(path)).toString().trim().split('\n')
  return new Map(
    rows.map((row) => {
      const [term = '', numbers = ''] = row.split('\t')
      return [term, numbers.split('|')]
    }),
  )
}

function choose(candidates: readonly Candidate[]): Candidate[] {
  const withResults = smallestWithResults(candidates)
  const fit = candidates.filter(
    (one) =>
      one.close || (one.bytes <= mostRecordBytes && (!one.hasResults || withResults.has(one.id))),
  )
  const chosen = new Set(fit.filter((one) => one.close || one.hasResults))
  for (const one of everyCountry(fit)) chosen.add(one)
  let packedBytes = sumOf([...chosen].map((one) => one.packedBytes))
  for (const one of roundRobin(fit, chosen)) {
    if (chosen.size >= mostStudies || packedBytes + one.packedBytes > mostPackedBytes) break
    chosen.add(one)
    packedBytes += one.packedBytes
  }
  return [...chosen].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function smallestWithResults(candidates: readonly Candidate[]): Set<string> {
  const sorted = candidates.filter((one) => one.hasResults).toSorted((a, b) => a.bytes - b.bytes)
  return new Set(sorted.slice(0, mostWithResults).map((one) => one.id))
}

/** For each country a few studies, so that all are on the map. */
function everyCountry(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<string, number>()
  return candidates.toSorted(byWorth).filter((one) => {
    const isRare = one.countries.some((country) => (counts.get(country) ?? 0) < studiesPerCountry)
    if (isRare)
      for (const country of one.countries) counts.set(country, (counts.get(country) ?? 0) + 1)
    return isRare
  })
}

/** One study from each branch of disease in turn, so that no branch outweighs the others while they last. */
function* roundRobin(
  candidates: readonly Candidate[],
  chosen: ReadonlySet<Candidate>,
): Generator<Candidate> {
  const queues = new Map<string, Candidate[]>()
  for (const one of candidates.toSorted(byWorth))
    for (const branch of one.branches) queues.set(branch, [...(queues.get(branch) ?? []), one])
  const branches = [...queues.keys()].toSorted()
  for (let left = true; left;) {
    left = false
    for (const branch of branches) {
      const queue = queues.get(branch) ?? []
      let next = queue.shift()
      while (next && chosen.has(next)) next = queue.shift()
      if (!next) continue
      left = true
      yield next
    }
  }
}

/** Open studies first, then records of the API, then by id: the last digits, to mix the years. */
function byWorth(a: Candidate, b: Candidate): number {
  if (a.open !== b.open) return a.open ? -1 : 1
  if (a.converted !== b.converted) return a.converted ? 1 : -1
  return reversed(a.id) < reversed(b.id) ? -1 : 1
}

function reversed(id: string): string {
  return id.split('').reverse().join('')
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}

function write(
  folder: string,
  chosen: readonly Candidate[],
  kawasaki: string,
  alone: string[],
): void {
  const made = `${folder}.new`
  rmSync(made, { recursive: true, force: true })
  mkdirSync(join(made, '2-current'), { recursive: true })
  for (const name of alone) {
    const target = name === olderFirstStudy ? `1-${name}` : join('2-current', name)
    writeFileSync(join(made, target), readFileSync(join(kawasaki, name)))
  }
  const lines = chosen.map((one) => `${one.line}\n`).join('')
  const packed = gzipSync(lines, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 })
  writeFileSync(join(made, '2-current', 'studies.ndjson.gz'), packed)
  writeFileSync(join(made, 'README.md'), readme(chosen, alone.length))
  const old = `${folder}.old`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(folder)) renameSync(folder, old)
  renameSync(made, folder)
  rmSync(old, { recursive: true, force: true })
  console.log(`${packed.length} bytes packed, ${Buffer.byteLength(lines)} unpacked`)
}

function readme(chosen: readonly Candidate[], alone: number): string {
  const days = chosen
    .map((one) => one.processed)
    .filter((day) => day !== '')
    .toSorted()
  const converted = chosen.filter((one) => one.converted).length
  const countries = new Set(chosen.flatMap((one) => one.countries)).size
  const count = (test: (one: Candidate) => boolean) =>
    chosen.filter(test).length.toLocaleString('en')
  return `# A snapshot of the registry

**The data in this folder is from ClinicalTrials.gov (U.S. National Library of Medicine).** It was processed
by ClinicalTrials.gov between ${days[0]} and ${days.at(-1)}; each record carries its own date. It is not current:
look a study up at https://clinicaltrials.gov before acting on it.

| file | what |
|---|---|
| \`1-NCT02390596.2018-05-29.xml\` | the first study as it was in May 2018; import it first, alone, to see a study's history |
| \`2-current/studies.ndjson.gz\` | ${count(() => true)} studies, one a line, in the shape of the registry's API v2 |
| \`2-current/*.xml\` | ${alone - 1} studies of Kawasaki disease in the registry's old XML, processed 2020-07-28, among them the first study's later version |

## What was modified

- A selection: ${count(() => true)} studies out of those at hand; no record was shortened. Records with numbers that the
  registry has not given (from ${firstNotGiven} up) are made up, and are left out.
- ${count((one) => !one.converted)} records are as the registry's API gave them. ${converted.toLocaleString('en')} were converted from its old XML by this program
  (\`src/finder/registry/legacy\`): they have no coordinates, and MeSH terms without ids.
- The ${alone} XML files are unchanged but for their line ends.

## How it was chosen

All studies that concern Kawasaki disease, MIS-C or another vasculitis (${count((one) => one.close)}); up to ${studiesPerCountry} studies for each
of ${countries} spellings of countries; the ${mostWithResults} smallest of the studies with results; then one study from each branch of the MeSH disease tree in turn, open studies
first (${count((one) => one.open)} are open), so that no field outweighs the others. ${count((one) => one.hasResults)} studies have results. Only studies of vasculitis
may be larger than ${mostRecordBytes / 1000} kB or have longer results.

Contacts are as published and age: write to nobody on the strength of this file.

Made by \`node scripts/snapshot.ts studies-v2.ndjson.gz legacy-xml/ kawasaki/\`, which gives the same files again.
`
}

await main(process.argv.slice(2))
