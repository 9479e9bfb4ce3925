import type { Config } from '../app/config/config.ts'
import { giveWay } from '../base/give-way.ts'
import { defaultWorkers, importStudies } from '../finder/catalogue/import/import-studies.ts'
import type { RecordProblem } from '../finder/registry/records.ts'
import { readSoundManifest } from '../finder/catalogue/model/manifest.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { catalogueFolder, placesFile } from '../app/folders.ts'
import { Interrupted } from './outcome.ts'
import type { Progress, Step } from './progress.ts'
import type { Terminal } from './terminal.ts'
import {
  type ImportProgress,
  type ImportSummary,
  NothingRead,
  type Source,
} from '../finder/catalogue/import/import-options.ts'

/** Where to import to, and whom to tell. */
export interface ImportTarget {
  readonly terminal: Terminal
  readonly config: Config
  readonly progress: Progress
  readonly onProblem?: (problem: RecordProblem) => void
  readonly onWarning?: (warning: RecordProblem) => void
  readonly onConflict?: (conflict: RecordProblem) => void
}

/**
 * Imports one group of sources after the other. Each group is an import of its own, so that what changed
 * from one to the next is kept as history. A group of which nothing could be read changes nothing, and the others are
 * imported. Throws `Interrupted` when it is stopped.
 */
export async function importSources(
  groups: readonly (readonly Source[])[],
  target: ImportTarget,
): Promise<readonly ImportSummary[]> {
  const vocabulary = openVocabulary()
  const summaries: ImportSummary[] = []
  // Older records, then newer ones, into a new catalogue: nobody waits to hear what changed between them.
  const filling = readSoundManifest(catalogueFolder(target.config)) === undefined
  for (const [index, sources] of groups.entries()) {
    const label = groups.length > 1 ? `Import ${index + 1} of ${groups.length}` : 'Import'
    summaries.push(await importGroup(sources, { ...target, filling }, vocabulary, label))
  }
  return summaries
}

async function importGroup(
  sources: readonly Source[],
  {
    terminal,
    config,
    progress,
    filling,
    onProblem,
    onWarning,
    onConflict,
  }: ImportTarget & { filling: boolean },
  vocabulary: ReturnType<typeof openVocabulary>,
  label: string,
): Promise<ImportSummary> {
  try {
    return await importStudies({
      folder: catalogueFolder(config),
      placesFile: placesFile(config),
      sources,
      now: () => Temporal.Instant.fromEpochMilliseconds(terminal.now().getTime()),
      vocabulary,
      workers: defaultWorkers(),
      filling,
      signal: terminal.signal,
      onNamesFollow: giveWay,
      onProgress: (step) => progress.show(toStep(step, label)),
      ...(onProblem && { onProblem }),
      ...(onWarning && { onWarning }),
      ...(onConflict && { onConflict }),
    })
  } catch (error) {
    if (terminal.signal.aborted)
      throw new Interrupted('Stopped. The catalogue is as the last import that finished left it.')
    if (error instanceof NothingRead) return error.summary
    throw error
  } finally {
    progress.end()
  }
}

function toStep(
  { phase, source, read, bytesRead, bytesTotal }: ImportProgress,
  label: string,
): Step {
  const unit = read === 1 ? 'record' : 'records'
  if (phase === 'finishing') return { label: `${label}, finishing`, done: read, unit }
  const share = bytesTotal !== undefined && bytesTotal > 0 && { share: bytesRead / bytesTotal }
  return { label: `${label}, ${source}`, done: read, unit, ...share }
}
