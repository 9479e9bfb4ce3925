import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Fault, Findings } from './fault.ts'
import { startServer } from './server.ts'
import { makeSmallWorld } from './small-world.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** The answer waits for the disk. */
export const fsyncFirst: Fault = {
  id: 'F5',
  title: 'fsync before the answer',
  how: 'strace watches the real server while one visitor after the other subscribes: between the reading of a request and the writing of its answer there must be an fsync of the records’ log.',
  expected: 'Every answer that says "kept" comes after an fsync.',
  onPostgres: false,
  run: async (setup) => {
    const { dataDir } = await makeSmallWorld({ folder: setup.folder, studies: 3, sets: 0 })
    const trace = join(setup.folder, 'trace')
    const server = await startServer({
      dataDir,
      port: await unusedPort(),
      under: [
        'strace',
        '-f',
        '-y',
        '--seccomp-bpf',
        '--string-limit=64',
        `--output=${trace}`,
        '--trace=fsync,fdatasync,read,write,writev',
      ],
    })
    const wanted = setup.times(50, 1000)
    let taken = 0
    for (let number = 0; number < wanted; number++) if ((await server.ask(number)).isTaken) taken++
    server.child.kill('SIGTERM')
    await server.child.ended
    const { requests, after } = await countIn(trace)
    const findings = new Findings()
    findings.expect(taken === wanted, 'a request was not taken')
    findings.expect(requests === taken, 'the trace misses requests', `${requests} of ${taken}`)
    findings.expect(after === requests, 'an answer came before the fsync', `${requests - after}`)
    return {
      tries: wanted,
      fired: requests,
      lost: requests - after,
      notes: [`${after} of ${requests} answers came after an fsync of records.sqlite-wal`],
      failures: findings.failures,
    }
  },
}

async function countIn(trace: string): Promise<{ requests: number; after: number }> {
  let [requests, after] = [0, 0]
  let synced: boolean | undefined
  /** Threads whose fsync is under way: strace tells of the call and of its end on two lines then. */
  const underWay = new Set<string>()
  for await (const line of createInterface({ input: createReadStream(trace) })) {
    const [thread = ''] = line.split(' ')
    if (line.includes('"POST /alerts')) synced = false
    if (isSync.test(line) && line.includes('<unfinished')) underWay.add(thread)
    const ends = /<\.\.\. f(?:data)?sync resumed>/.test(line) && underWay.delete(thread)
    if (synced === false && (ends || isSync.test(line)) && line.endsWith(' = 0')) synced = true
    if (line.includes('HTTP/1.1 303') && synced !== undefined) {
      requests++
      if (synced) after++
      synced = undefined
    }
  }
  return { requests, after }
}

const isSync = /\bf(?:data)?sync\(\d+<[^>]*records\.sqlite-wal>/
