import { parentPort } from 'node:worker_threads'
import { openPlacesWhenAsked } from '../../places/places.ts'
import { parseRecord } from '../../registry/parse-record.ts'
import { type RecordProblem, type RawRecord, isProblem } from '../../registry/records.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { checksumOfFile } from '../segment/file-checksum.ts'
import { openSegments } from '../segment/loaded.ts'
import { mostStudiesOfSegment } from '../segment/postings.ts'
import { ChangePart } from './change-part.ts'
import { knownStudies } from './known-studies.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'
import {
  type ImportedRecord,
  SegmentImporter,
  type SegmentImporterParts,
  contentHash,
} from './segment-importer.ts'
import { nctOf } from '../model/nct-number.ts'

/** A worker thread of an import: parses records and writes them into segments of its own. */
const vocabulary = openVocabulary()
let work: Work | undefined

/** What a worker has once it has begun. */
interface Work {
  readonly files: readonly string[]
  readonly parts: SegmentImporterParts
  readonly changes: ChangePart | undefined
  readonly importer: SegmentImporter
  readonly merger: SegmentImporter
}

parentPort?.on('message', async (message: ToWorker) => {
  if (message.kind === 'checksum')
    say({ kind: 'checked', checksum: await checksumOfFile(message.file) })
  else if (message.kind === 'begin') work = begun(message.start)
  else if (work) say(answerTo(message, work))
})

function begun(start: WorkerStart): Work {
  const files = start.segments?.map(({ file }) => file) ?? []
  const damaged = start.segments?.map((one) => new Set(one.damaged)) ?? []
  const segments = openSegments(start.folder, files)
  const parts: SegmentImporterParts = {
    ...start,
    known: knownStudies(segments, damaged),
    segments,
    places: openPlacesWhenAsked(start.placesFile),
    vocabulary,
  }
  const changes = start.segments && new ChangePart(start.folder, `changes-${start.name}.part`)
  const importer = new SegmentImporter({ ...parts, ...(changes && { changes }) })
  const merger = new SegmentImporter({
    ...parts,
    name: `${start.name}-merged`,
    studiesASegment: mostStudiesOfSegment,
  })
  return { files, parts, changes, importer, merger }
}

function answerTo(
  message: Exclude<ToWorker, { kind: 'begin' | 'checksum' }>,
  work: Work,
): FromWorker {
  const { importer, merger, changes } = work
  switch (message.kind) {
    case 'records':
      return importAll(message.records, importer)
    case 'merge':
      merge(message.segments, work)
      return { kind: 'merged' }
    case 'finish':
      return {
        kind: 'finished',
        segments: importer.finish(),
        merged: merger.finish(),
        changes: changes?.finish(),
      }
  }
}

function say(message: FromWorker): void {
  parentPort?.postMessage(message)
}

function importAll(records: readonly RawRecord[], importer: SegmentImporter): FromWorker {
  const outcomes: Record<ImportedRecord['outcome'], number> = {
    new: 0,
    changed: 0,
    unchanged: 0,
    older: 0,
    duplicate: 0,
  }
  const problems: RecordProblem[] = []
  const warnings: RecordProblem[] = []
  const conflicts: RecordProblem[] = []
  const mended: string[] = []
  for (const record of records) {
    const read = parseRecord(record)
    if (isProblem(read)) problems.push(read)
    else {
      const { outcome, conflict, isMended } = importer.import(read, record.place)
      if (isMended) mended.push(read.study.protocolSection.identificationModule.nctId)
      outcomes[outcome]++
      if (conflict) conflicts.push({ place: record.place, reason: conflict })
      for (const reason of read.warnings) warnings.push({ place: record.place, reason })
    }
  }
  return { kind: 'imported', outcomes, problems, warnings, conflicts, mended }
}

/** Studies that a later segment already replaces are left behind, and those that cannot be read. */
function merge(names: readonly string[], { files, parts, merger }: Work): void {
  for (const name of names) {
    const index = files.indexOf(name)
    const segment = parts.segments[index]
    if (!segment) continue
    for (const nct of segment.ids.nct) {
      const known = parts.known.get(nct)
      const stored = known?.segment === index && !known.isDamaged ? segment.study(nct) : undefined
      if (!stored) continue
      if (stored.study.protocolSection.identificationModule.nctId === nctOf(nct))
        merger.add(stored, contentHash(stored.study))
    }
  }
}
