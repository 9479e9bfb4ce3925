import { parentPort, workerData } from 'node:worker_threads'
import { openPlaces } from '../../places/places.ts'
import { parseRecord } from '../../registry/parse-record.ts'
import { type Problem, type RawRecord, isProblem } from '../../registry/records.ts'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { readManifest } from '../model/manifest.ts'
import { openSegments } from '../segment/loaded.ts'
import { ChangePart } from './change-part.ts'
import { knownStudies } from './known.ts'
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts'
import { type Outcome, Taking, type TakingParts, hashOf } from './segment-importer.ts'
import { nctOf } from '../model/nct-number.ts'

/** A worker thread of an import: parses records and writes them into segments of its own. */
const start = workerData as WorkerStart
const manifest = readManifest(start.folder)
const segments = manifest ? openSegments(start.folder, manifest.segments) : []
const parts: TakingParts = {
  ...start,
  known: knownStudies(segments),
  segments,
  places: openPlaces(start.placesFile),
  vocabulary: openVocabulary(),
}
const changes = manifest && new ChangePart(start.folder, `changes-${start.name}.part`)
const taking = new Taking({ ...parts, ...(changes && { changes }) })
const folding = new Taking({ ...parts, name: `${start.name}-f`, studiesASegment: Infinity })

parentPort?.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'records':
      return say(take(message.records))
    case 'fold':
      fold(message.segments)
      return say({ kind: 'folded' })
    case 'finish':
      return say({
        kind: 'finished',
        segments: taking.finish(),
        folded: folding.finish(),
        changes: changes?.finish(),
      })
  }
})

function say(message: FromWorker): void {
  parentPort?.postMessage(message)
}

function take(records: readonly RawRecord[]): FromWorker {
  const outcomes: Record<Outcome, number> = {
    new: 0,
    changed: 0,
    unchanged: 0,
    older: 0,
    duplicate: 0,
  }
  const problems: Problem[] = []
  const warnings: Problem[] = []
  for (const record of records) {
    const read = parseRecord(record)
    if (isProblem(read)) problems.push(read)
    else {
      outcomes[taking.take(read)]++
      for (const reason of read.warnings) warnings.push({ place: record.place, reason })
    }
  }
  return { kind: 'took', outcomes, problems, warnings }
}

/** Studies that a later segment already replaces are left behind. */
function fold(names: readonly string[]): void {
  for (const name of names) {
    const index = manifest?.segments.indexOf(name) ?? -1
    const segment = segments[index]
    if (!segment) continue
    for (const nct of segment.columns().nct) {
      const stored = segment.study(nct)
      if (!stored || parts.known.get(nct)?.segment !== index) continue
      if (stored.study.protocolSection.identificationModule.nctId === nctOf(nct))
        folding.add(stored, hashOf(stored.study))
    }
  }
}
