import { mkdirSync } from 'node:fs'
import type { Config } from '../app/config/config.ts'
import { snapshotSources } from '../app/folders.ts'
import type { Source } from '../finder/catalogue/import/import-options.ts'
import { isProblem, type RawRecord, type RecordProblem } from '../finder/registry/records.ts'
import type { Study } from '../finder/registry/study.ts'
import { terminalWords } from '../words/terminal.ts'
import type { DemoPeople } from './demo-people-file.ts'
import { asRecord, madeUpRecord } from './demo-record.ts'
import { takeImportLock } from './import-lock.ts'
import { importSources } from './import-sources.ts'
import { Failure } from './outcome.ts'
import { preparePlaces } from './prepare-places.ts'
import type { Progress } from './progress.ts'
import { fileSource } from './sources.ts'
import type { Terminal } from './terminal.ts'

/**
 * Makes a small catalogue of the study and its neighbours from the records that ship, and puts the made-up copy of the study's
 * record into it. Answers that copy. Throws `Failure` where the records did not come with Trialway.
 */
export async function fillDemoCatalogue(
  terminal: Terminal,
  config: Config,
  { people, progress }: { readonly people: DemoPeople; readonly progress: Progress },
): Promise<Study> {
  mkdirSync(config.dataDir, { recursive: true })
  const lock = takeImportLock(config.dataDir, terminal.now())
  const target = { terminal, config, progress }
  let newest: RawRecord | undefined
  try {
    preparePlaces(config, progress)
    const groups = snapshotSources().map((paths) =>
      paths.map((path) =>
        onlyNeighbours(fileSource(path, terminal.signal), (record) => {
          if (textOf(record).includes(people.study)) newest = record
        }),
      ),
    )
    await importSources(groups, target)
    if (!newest) throw new Failure(terminalWords.demo.noRecord(people.study))
    const study = madeUpRecord(newest, people, terminal.now())
    await importSources([[{ name: 'demonstration', records: () => asRecord(study) }]], target)
    return study
  } finally {
    progress.end()
    lock.release()
  }
}

/** The records of a source that concern the same illness: few enough to be ready in a moment. */
function onlyNeighbours(source: Source, meet: (record: RawRecord) => void): Source {
  async function* records(
    ...given: Parameters<Source['records']>
  ): AsyncGenerator<RawRecord | RecordProblem> {
    for await (const found of source.records(...given)) {
      if (isProblem(found)) yield found
      else if (neighbour.test(textOf(found))) {
        // What is handed on to a worker is gone from here.
        meet({ ...found, bytes: found.bytes.slice() })
        yield found
      }
    }
  }
  return { ...source, records }
}

const neighbour = /kawasaki|vasculit/i

function textOf({ bytes }: RawRecord): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
}
