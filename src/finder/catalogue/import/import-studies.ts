import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { changeListFile } from '../model/changes.ts'
import {
  type ImportLine,
  type Manifest,
  type Readings,
  importName,
  replaceManifest,
  manifestFormat,
} from '../model/manifest.ts'
import { checksumOfFile } from '../segment/file-checksum.ts'
import { loadForCounting, openSegments } from '../segment/loaded.ts'
import { listsToKeep, writeChangeList } from './change-list.ts'
import { GatheredNames } from './gathered-names.ts'
import { NamesMeanwhile } from './names-meanwhile.ts'
import { type Overview, namesFile, overviewOf } from './overview.ts'
import { type ImportBase, importBase } from './import-base.ts'
import { knownSegments, mendingOf, segmentsToWriteAnew } from './mending.ts'
import { ImportWorkers } from './import-workers.ts'
import {
  type ImportOptions,
  type ImportProgress,
  type ImportSummary,
  NothingRead,
  type Source,
} from './import-options.ts'

/**
 * Imports every study of the sources into the catalogue in a folder. Until the last moment the old one
 * serves; a signal or a crash leaves it as it was. What cannot be read is told and left out: a record, a file, or the rest
 * of a source that breaks off. Throws `NothingRead` when nothing is left, and the signal's reason when it is aborted.
 */
export async function importStudies(options: ImportOptions): Promise<ImportSummary> {
  mkdirSync(options.folder, { recursive: true })
  const base = await importBase(options.folder)
  const before = base.manifest
  removeStray(options.folder, before)
  const { number, today, workers, meanwhile } = hire(options, base)
  try {
    const whole: Source[] = []
    for (const source of options.sources) if (await workers.read(source)) whole.push(source)
    const { counts, mended } = workers
    if (counts.rejected > 0 && counts.rejected === counts.read)
      throw new NothingRead({ ...counts, ...served(before) })
    const imported = (): void => whole.forEach((source) => source.imported?.())
    const mending = mendingOf(base, mended)
    if (counts.new + counts.changed === 0 && before && !mending) {
      keepReadings(options.folder, whole, before)
      imported()
      return { ...counts, ...served(before) }
    }
    const merged = before
      ? segmentsToWriteAnew(options.folder, before, base, { changed: counts.changed, mended })
      : []
    const written = await workers.finish(merged)
    // Their memory is free before the whole is looked over.
    await workers.terminate()
    options.signal?.throwIfAborted()
    options.onProgress?.(finishing(counts.read))
    const kept = (before?.segments ?? []).filter((name) => !merged.includes(name))
    const manifest = await finish(options, {
      whole,
      before,
      number,
      today,
      segments: [...kept, ...written.segments],
      checksums: base.checksums,
      changes: written.changes,
      counts,
      gathered: await meanwhile.result(),
    })
    imported()
    return { ...counts, ...served(manifest), ...(mending && { mending }) }
  } catch (error) {
    removeStray(options.folder, before)
    throw error
  } finally {
    meanwhile.stop()
    await workers.terminate()
  }
}

interface Hired {
  readonly number: number
  readonly today: string
  readonly workers: ImportWorkers
  readonly meanwhile: NamesMeanwhile
}

/** The workers, and what gathers names as soon as one of them finds a study new or changed. */
function hire(options: ImportOptions, base: ImportBase): Hired {
  const { manifest, nextNumber: number } = base
  const today = options.now().toString().slice(0, 10)
  const meanwhile = new NamesMeanwhile(options.folder, manifest?.segments ?? [], options.vocabulary)
  const segments = manifest && knownSegments(base)
  const onChange = (): void => meanwhile.start()
  const workers = new ImportWorkers(options, { number, today, segments, onChange })
  return { number, today, workers, meanwhile }
}

function finishing(read: number): ImportProgress {
  return { phase: 'finishing', source: '', read, bytesRead: 0, bytesTotal: undefined }
}

function served(manifest: Manifest | undefined): Pick<ImportSummary, 'studies' | 'generation'> {
  const { studies = 0, generation } = manifest?.summary ?? {}
  return { studies, generation }
}

/** That nothing had changed is news, too: the next reading need not go as far back. Nothing else is replaced. */
function keepReadings(folder: string, whole: readonly Source[], before: Manifest): void {
  const readings = readingsAfter(whole, before)
  if (JSON.stringify(readings) !== JSON.stringify(before.readings ?? {}))
    replaceManifest(folder, { ...before, readings })
}

/** The later day counts: a reading that began earlier and was finished later takes nothing back. */
function readingsAfter(sources: readonly Source[], before: Manifest | undefined): Readings {
  const readings: Record<string, string> = { ...before?.readings }
  for (const { reading } of sources)
    if (reading && !(reading.day <= (readings[reading.address] ?? '')))
      readings[reading.address] = reading.day
  return readings
}

interface Finishing {
  /** The sources that were read to their end. */
  readonly whole: readonly Source[]
  readonly before: Manifest | undefined
  readonly number: number
  readonly today: string
  /** Names of the segments the catalogue consists of from now on. */
  readonly segments: readonly string[]
  /** Checksums of the files of those that were there before and are sound. */
  readonly checksums: ReadonlyMap<string, number>
  /** Files of what the workers found changed. */
  readonly changes: readonly string[]
  readonly counts: ImportWorkers['counts']
  /** The names of the oldest segments, where they were gathered meanwhile. */
  readonly gathered: GatheredNames | undefined
}

/** Looks the whole catalogue over, writes its names and what changed, and puts it in the old one's place. */
async function finish(options: ImportOptions, finishing: Finishing): Promise<Manifest> {
  const { folder, sources } = options
  const { whole, before, number, segments, counts } = finishing
  const overview = look(options, finishing)
  const now = options.now()
  const at = now.toString()
  const line: ImportLine = { ...counts, number, at, sources: sources.map(({ name }) => name) }
  const manifest: Manifest = {
    format: manifestFormat,
    number,
    segments,
    checksums: await checksumsOf(folder, finishing),
    names: overview.names,
    namesChecksum: overview.namesChecksum,
    previous: before ? [...before.segments, before.names] : [],
    summary: {
      ...overview.summary,
      imported: finishing.today,
      generation: `${number}-${overview.summary.studies}`,
    },
    categories: overview.categories,
    imports: [line, ...(before?.imports ?? [])].slice(0, 50),
    readings: readingsAfter(whole, before),
    changeLists: await changeListsAfter(options, finishing, now),
  }
  replaceManifest(folder, manifest, before)
  return manifest
}

/** Of what was written just now the files are read again, out of memory. */
async function checksumsOf(
  folder: string,
  { segments, before, checksums }: Finishing,
): Promise<NonNullable<Manifest['checksums']>> {
  const all: Record<string, number> = {}
  for (const name of segments) {
    const isNew = before?.segments.includes(name) !== true
    const checksum = isNew ? await checksumOfFile(join(folder, name)) : checksums.get(name)
    if (checksum !== undefined) all[name] = checksum
  }
  return all
}

function look(
  { folder, vocabulary, now }: ImportOptions,
  { number, segments: names, gathered }: Finishing,
): Overview & { readonly names: string; readonly namesChecksum: number } {
  const segments = openSegments(folder, names)
  const loaded = loadForCounting(segments)
  const file = namesFile(folder, importName(number, now()))
  const overview = overviewOf(loaded)
  const isOfThese = gathered?.files.every((name, index) => name === names[index])
  const gathers = (isOfThese && gathered) || new GatheredNames(vocabulary)
  for (const segment of segments.slice(gathers.files.length)) for (const _ of gathers.add(segment));
  if (!isOfThese) for (const _ of gathers.prepare(segments));
  const namesChecksum = gathers.write(file.path, loaded)
  for (const segment of segments) segment.close()
  return { ...overview, names: file.name, namesChecksum }
}

async function changeListsAfter(
  { folder, filling }: ImportOptions,
  { before, number, changes }: Finishing,
  now: Temporal.Instant,
): Promise<NonNullable<Manifest['changeLists']>> {
  const lists = before?.changeLists ?? []
  if (changes.length === 0) return listsToKeep(lists, now)
  const list = await writeChangeList(folder, changes, { number, at: now.toString() })
  return listsToKeep([...lists, { ...list, ...(filling && { filling }) }], now)
}

/** Deletes what an interrupted import left, and what neither this state nor the one before needs. */
function removeStray(folder: string, manifest: Manifest | undefined): void {
  const files = [...(manifest?.segments ?? []), ...(manifest?.previous ?? [])]
  const lists = (manifest?.changeLists ?? []).map(({ name }) => changeListFile(folder, name))
  const needed = new Set([...files, manifest?.names, ...lists.map((file) => basename(file))])
  for (const name of readdirSync(folder))
    if (ours.test(name) && !needed.has(name)) rmSync(join(folder, name))
}

/** Files of a catalogue, and drafts of its manifest. */
const ours =
  /^(?:(?:segment|names)-.*\.(?:sqlite|data|runs)|changes-.*\.(?:ndjson|part)|(?:current|earlier)\.json\..+)$/

/** As many workers as the machine runs at once, at most eight. */
export const defaultWorkers = (): number => Math.max(1, Math.min(8, availableParallelism()))
