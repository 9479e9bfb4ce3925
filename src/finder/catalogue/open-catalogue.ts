import { type AskedStudy, isStudyId } from '../registry/study-id.ts'
import { statSync, watch as watchFolder } from 'node:fs'
import { basename, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { giveBackMemorySoon } from '../../base/give-back-memory.ts'
import { openVocabulary } from '../vocabulary/vocabulary.ts'
import type { Catalogue } from './model/catalogue.ts'
import { CatalogueDamaged, PieceDamaged } from './model/damage.ts'
import { type ChangeListName, readChanges } from './model/changes.ts'
import {
  CatalogueOfOtherVersion,
  isSameState,
  type Manifest,
  manifestFile,
  readManifest,
} from './model/manifest.ts'
import { type Names, openNames } from './segment/names.ts'
import type { Hit } from './model/query.ts'
import { listIds } from './segment/listed-ids.ts'
import { newestStudy, openSegments } from './segment/loaded.ts'
import { openSoundInTurns, type SoundState } from './segment/sound-state.ts'
import { damageOfState } from './segment/find-damage.ts'
import { askReads, askSizes, askValues } from './search/ask-fields.ts'
import { askSearch } from './search/ask-search.ts'
import { askSelect } from './search/ask-select.ts'
import { askAmong } from './search/ask-among.ts'
import { type SearchPool, type SearchPoolOptions, startSearchPool } from './search/search-pool.ts'
import type { Segment } from './segment/segment.ts'
import type { StoredStudy } from './model/stored.ts'
import type { Vocabulary } from '../vocabulary/concept.ts'
import { nctNumber, nctOf } from './model/nct-number.ts'

/** How a catalogue is opened: its search processes, and what happens when an import replaces it. */
export interface CatalogueOptions extends SearchPoolOptions {
  /** How often to look for a new catalogue; 0 for never. */
  readonly watchEveryMs?: number
  /** Kept by the caller, who has other uses for it; opened here when not given. */
  readonly vocabulary?: Vocabulary
  /** Told when a new catalogue could not be opened: the old one goes on serving. */
  readonly onTrouble?: (error: unknown) => void
}

/**
 * Opens the catalogue in a folder, and goes on to each new one as an import puts it there: what is asked
 * meanwhile is answered by the old one. Where the newest is damaged the one before serves, and `onTrouble` is told. Throws
 * when there is no catalogue yet, and `CatalogueDamaged` where none is sound.
 */
export async function openCatalogue(folder: string, options: CatalogueOptions): Promise<Catalogue> {
  let vocabulary = options.vocabulary
  const named = (): Vocabulary => (vocabulary ??= openVocabulary())
  // A catalogue that comes while this one is opened is a new one too.
  const openedAt = changedAt(folder)
  let state = await openState(folder, options)
  if (state.damage !== undefined) options.onTrouble?.(new PieceDamaged(folder, state.damage))
  const reopen = async (): Promise<void> => {
    const next = await openState(folder, options)
    // The state that serves is as good as the one before a damaged one.
    if (next.damage !== undefined) return next.close().then(() => refuse(folder, next))
    const old = state
    state = next
    await old.close()
    giveBackMemorySoon()
  }
  const stop = watch(folder, options, openedAt, () => state.manifest, reopen)
  return {
    search: (query) => askSearch(state.pool, options, query),
    similar: async (nctId, limit, today, only = {}) =>
      (await state.pool.ask({ kind: 'similar', nctId, limit, today, only })) as
        | readonly Hit[]
        | undefined,
    searchAmong: (nctIds, queries) => askAmong(state.pool, options.processes, { nctIds, queries }),
    select: (selection) => askSelect(state, options, selection),
    fieldValues: (piece, others) => askValues(state, piece, others),
    fieldReads: (named) => askReads(state, named),
    fieldSizes: (piece) => askSizes(state, piece),
    changeLists: () => changeListsOf(state.manifest),
    readChangeList: async (name) => {
      const list = state.manifest.changeLists?.find((one) => one.name === name)
      return list && readChanges(folder, list)
    },
    has: (nctId) => isIn(state.segments, nctId),
    study: (nctId) => studyIn(state.segments, nctId),
    idsOf: (asked) => idsIn(state.segments, asked),
    suggest: (typed, limit) => state.names.suggest(typed, limit),
    summary: () => state.manifest.summary,
    categoryCounts: () => state.manifest.categories,
    treeCounts: (trees) =>
      Object.fromEntries(
        trees.map((tree) => [tree, state.names.count(named().byTree(tree)?.term ?? '')]),
      ),
    ids: (from, count) => state.ids(from, count),
    damage: () => damageOfState(folder, state),
    close: async () => {
      stop()
      await state.close()
    },
  }
}

function changeListsOf({ changeLists = [] }: Manifest): readonly ChangeListName[] {
  return changeLists.map(({ studies: _studies, checksum: _checksum, ...list }) => list)
}

/** One state of the catalogue, opened whole. */
interface State extends Pick<SoundState<unknown>, 'damage'> {
  readonly manifest: Manifest
  /** Oldest first. */
  readonly segments: readonly Segment[]
  readonly names: Names
  readonly pool: SearchPool
  ids(from: number, count: number): readonly { nctId: string; updated?: string }[]
  close(): Promise<void>
}

async function openState(folder: string, options: CatalogueOptions): Promise<State> {
  const state = await openSoundInTurns(folder, (manifest) => openAll(folder, manifest, options))
  if (!state) throw new Error(`there is no catalogue in ${folder} yet: run an import first`)
  const { manifest, opened, damage } = state
  const { segments, names, pool } = opened
  let listed: ReturnType<typeof listIds> | undefined
  return {
    manifest,
    segments,
    names,
    pool,
    ...(damage !== undefined && { damage }),
    ids: (from, count) => (listed ??= listIds(segments))(from, count),
    close: async () => {
      await pool.close()
      closeFiles(opened)
    },
  }
}

type Files = Pick<State, 'segments' | 'names'>

/** The search processes open the files for themselves, at the same time: who waits for a new state waits half as long. */
async function openAll(
  folder: string,
  manifest: Manifest,
  options: CatalogueOptions,
): Promise<Files & Pick<State, 'pool'>> {
  const [files, pool] = await Promise.allSettled([
    openFiles(folder, manifest),
    startSearchPool(folder, manifest.number, options),
  ])
  if (files.status === 'fulfilled' && pool.status === 'fulfilled')
    return { ...files.value, pool: pool.value }
  if (files.status === 'fulfilled') closeFiles(files.value)
  if (pool.status === 'fulfilled') await pool.value.close()
  // What is damaged in the files is told, whatever became of the processes.
  throw files.status === 'rejected' ? files.reason : (pool as PromiseRejectedResult).reason
}

function closeFiles({ segments, names }: Files): void {
  for (const segment of segments) segment.close()
  names.close()
}

/** All that is read when it is opened, here or in a search process, is checked now. */
async function openFiles(
  folder: string,
  { segments: files, names, namesChecksum }: Manifest,
): Promise<Files> {
  const segments: Segment[] = []
  try {
    for (const file of files) {
      segments.push(...openSegments(folder, [file]))
      segments.at(-1)?.checkColumns()
      await nextTurn()
    }
    return { segments, names: openNames(join(folder, names), namesChecksum) }
  } catch (error) {
    for (const segment of segments) segment.close()
    throw error
  }
}

function refuse(folder: string, { damage = '' }: State): never {
  throw new PieceDamaged(folder, damage)
}

/**
 * Looks at the manifest as soon as the file system says that it was replaced, and now and then, because its notices cannot be
 * relied on everywhere.
 */
function watch(
  folder: string,
  { watchEveryMs = 0, onTrouble }: CatalogueOptions,
  openedAt: number,
  current: () => Manifest,
  reopen: () => Promise<void>,
): () => void {
  if (watchEveryMs === 0) return () => undefined
  let seen = openedAt
  let isReopening = false
  const look = async (): Promise<void> => {
    const now = changedAt(folder)
    if (isReopening || now === seen) return
    isReopening = true
    try {
      const newest = readManifest(folder)
      if (!newest || !isSameState(newest, current())) await reopen()
      seen = now
    } catch (error) {
      // What is damaged, or of another version, stays so until another import.
      if (saysWhatToDo(error)) seen = now
      onTrouble?.(error)
    } finally {
      isReopening = false
    }
  }
  const timer = setInterval(() => void look(), watchEveryMs)
  timer.unref()
  const stopHearing = hear(folder, () => void look())
  return () => {
    clearInterval(timer)
    stopHearing()
  }
}

/** Calls back when the file system says that a manifest was put there; where it says nothing, nothing is lost. */
function hear(folder: string, replaced: () => void): () => void {
  try {
    const name = basename(manifestFile(folder))
    const notices = watchFolder(folder, { persistent: false }, (_, file) => {
      if (file === name) replaced()
    })
    notices.on('error', () => notices.close())
    return () => notices.close()
  } catch {
    return () => undefined
  }
}

/** Faults of the files themselves, whose message an operator can act on. */
export function saysWhatToDo(error: unknown): error is Error {
  return [PieceDamaged, CatalogueDamaged, CatalogueOfOtherVersion].some(
    (kind) => error instanceof kind,
  )
}

function changedAt(folder: string): number {
  return statSync(manifestFile(folder), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function studyIn(segments: readonly Segment[], nctId: string): StoredStudy | undefined {
  const id = nctId.trim().toUpperCase()
  if (!isStudyId(id)) return undefined
  return newestStudy(segments, nctNumber(id))
}

function isIn(segments: readonly Segment[], nctId: string): boolean {
  const id = nctId.trim().toUpperCase()
  return isStudyId(id) && segments.some((segment) => segment.has(nctNumber(id)))
}

function idsIn(segments: readonly Segment[], asked: AskedStudy): readonly string[] {
  if (asked.kind === 'malformed') return []
  if (asked.kind === 'number') return numberedIn(segments, asked.number)
  const { nctId } = asked
  const current = isIn(segments, nctId) ? nctId : aliasIn(segments, nctId)
  return current === undefined ? [] : [current]
}

/** A study counts by its newest version: an older one may have had the number. */
function numberedIn(segments: readonly Segment[], number: string): readonly string[] {
  const found = segments.flatMap((segment, index) =>
    segment
      .numbered(number)
      .filter((nct) => !segments.slice(index + 1).some((newer) => newer.has(nct))),
  )
  return found
    .toSorted((a, b) => a - b)
    .slice(0, mostOfANumber)
    .map(nctOf)
}

const mostOfANumber = 100

function aliasIn(segments: readonly Segment[], id: string): string | undefined {
  for (const segment of segments.toReversed()) {
    const nct = segment.alias(id)
    if (nct !== undefined) return nctOf(nct)
  }
  return undefined
}
