import { parentPort, workerData } from 'node:worker_threads'
import { studyMaker, type StudyMaker } from './make-study.ts'
import { readSnapshot } from './read-snapshot.ts'
import { compile } from './templates.ts'
import { packFiles } from './zip.ts'

/** What a worker is told at its start, and what it is asked: studies `from` to below `to`. */
export interface WorkerStart {
  readonly source: string
  readonly seed: number
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

if (parentPort) {
  const port = parentPort
  const { source, seed } = workerData as WorkerStart
  const maker = studyMaker(compile(await readSnapshot(source)), seed)
  port.on('message', (stretch: Stretch) => {
    const packed = packFiles(filesOf(maker, stretch))
    port.postMessage(packed, [packed.bytes.buffer, packed.numbers.buffer])
  })
}

function* filesOf(maker: StudyMaker, { from, to }: Stretch) {
  for (let index = from; index < to; index++) {
    const { nctId, bytes } = maker.make(index)
    yield { name: `${nctId}.json`, bytes }
  }
}
