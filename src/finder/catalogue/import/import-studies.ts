import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { changeListFile } from '../model/changes.ts'
import {
  type ImportLine,
  type Manifest,
  type Readings,
  replaceManifest,
  manifestFormat,
} from '../model/manifest.ts'
import { checksumOfFile } from '../segment/file-checksum.ts'
import { loadForCounting, openSegments } from '../segment/loaded.ts'
import { listsToKeep, writeChangeList } from './change-list.ts'
import { bringNames, mayFollow, writtenNames } from './names-following.ts'
import { type Overview, overviewOf } from './overview.ts'
import { importBase } from './import-base.ts'
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
  // It reads what it works with while the catalogue is read for damage.
  const workers = new ImportWorkers(options)
  try {
    return await importWith(workers, options)
  } finally {
    await workers.terminate()
  }
}

async function importWith(workers: ImportWorkers, options: ImportOptions): Promise<ImportSummary> {
  const base = await importBase(options.folder, (file) => workers.checksumOf(file))
  const { manifest: before, nextNumber: number } = base
  let standing = before
  removeStray(options.folder, before)
  const today = options.now().toString().slice(0, 10)
  try {
    workers.begin({ number, today, segments: before && knownSegments(base) })
    const whole: Source[] = []
    for (const source of options.sources) if (await workers.read(source)) whole.push(source)
    const { counts, mended } = workers
    if (counts.rejected > 0 && counts.rejected === counts.read)
      throw new NothingRead({ ...counts, ...served(before) })
    const imported = (): void => whole.forEach((source) => source.imported?.())
    const mending = mendingOf(base, mended)
    if (counts.new + counts.changed === 0 && before && !mending) {
      bringNames(options, keepReadings(options.folder, whole, before))
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
    standing = await finish(options, {
      whole,
      before,
      number,
      today,
      segments: [...kept, ...written.segments],
      checksums: base.checksums,
      changes: written.changes,
      counts,
    })
    imported()
    bringNames(options, standing)
    return { ...counts, ...served(standing), ...(mending && { mending }) }
  } catch (error) {
    removeStray(options.folder, standing)
    throw error
  }
}

function finishing(read: number): ImportProgress {
  return { phase: 'finishing', source: '', read, bytesRead: 0, bytesTotal: undefined }
}

function served(manifest: Manifest | undefined): Pick<ImportSummary, 'studies' | 'generation'> {
  const { studies = 0, generation } = manifest?.summary ?? {}
  return { studies, generation }
}

/** That nothing had changed is news, too: the next reading need not go as far back. Nothing else is replaced. */
function keepReadings(folder: string, whole: readonly Source[], before: Manifest): Manifest {
  const readings = readingsAfter(whole, before)
  if (JSON.stringify(readings) === JSON.stringify(before.readings ?? {})) return before
  const manifest = { ...before, readings }
  replaceManifest(folder, manifest)
  return manifest
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
}

/**
 * Looks the whole catalogue over, writes its names, unless they may follow, and what changed, and puts it in the old one's
 * place.
 */
async function finish(options: ImportOptions, finishing: Finishing): Promise<Manifest> {
  const { folder, sources } = options
  const { whole, before, number, segments, counts } = finishing
  const { names, ...overview } = look(options, finishing)
  const now = options.now()
  const at = now.toString()
  const line: ImportLine = { ...counts, number, at, sources: sources.map(({ name }) => name) }
  const manifest: Manifest = {
    format: manifestFormat,
    number,
    segments,
    checksums: await checksumsOf(folder, finishing),
    ...names,
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
  options: ImportOptions,
  { number, segments: names, before, counts }: Finishing,
): Overview & { readonly names: Pick<Manifest, 'names' | 'namesChecksum' | 'namesFollow'> } {
  const segments = openSegments(options.folder, names)
  const loaded = loadForCounting(segments)
  const overview = overviewOf(loaded)
  const earlier = mayFollow(options, before, counts.new + counts.changed)
  const made = earlier ?? writtenNames(options, number, loaded)
  for (const segment of segments) segment.close()
  return { ...overview, names: made }
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
