import { createReadStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chanceOf } from './chance.ts'
import { checkRecords } from './check-records.ts'
import { type Said, startChild } from './child.ts'
import type { SubscribeOrders } from './children/subscribe.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { startServer } from './server.ts'
import { makeSmallWorld } from './small-world.ts'
import { unusedPort } from '../src/testing/ports.ts'

/** The disk answers with an error. */
export const diskErrors: Fault = {
  id: 'F6',
  title: 'The disk fails at an fsync or a write',
  how: 'strace puts an error (EIO; for writes also ENOSPC and EROFS) in the place of the n-th fsync or pwrite64 on the records’ files, for a sample of n from the first start on; then the records are opened again without it. Also on the real server. As a control the same calls are intercepted and answered with success.',
  expected:
    'The program ends, or refuses that one piece of work, and never says that it is done; started again, nothing acknowledged is lost. The server ends so that its supervisor starts it anew.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const chance = chanceOf(setup.seed, 'disk errors')
    const points = setup.times(6, 60)
    const total = { fired: 0, lost: 0, corrupt: 0, ended: 0, refused: 0, wentOn: 0 }
    for (let point = 0; point < points; point++) {
      const call = chance.pick(['fsync', 'pwrite64'] as const)
      const at = chance.whole(1, call === 'fsync' ? 300 : 900)
      const error = call === 'fsync' ? 'EIO' : chance.pick(['EIO', 'EIO', 'ENOSPC', 'EROFS'])
      const one = await strike(setup, `${point}`, { call, inject: `error=${error}:when=${at}` })
      if (one.injected === 0) continue
      total.fired++
      const before = total.lost
      const checked = await checkRecords({ dataDir: one.dataDir }, one.said, findings)
      total.lost += checked.lost
      total.corrupt += checked.corrupt
      const has = (kind: string): boolean => one.said.some((said) => said.kind === kind)
      if (has('broken') || one.code !== 0) total.ended++
      else if (has('failed')) total.refused++
      else total.wentOn++
      if (total.lost > before) findings.add('lost after an error', `${call} ${at}`)
    }
    const control = await strike(setup, 'control', { call: 'fsync', inject: 'retval=0' })
    findings.expect(control.injected > 100, 'the control injected nothing')
    findings.expect(
      control.code === 0 && !control.said.some(({ kind }) => kind === 'failed'),
      'the control failed',
    )
    const server = await strikeServer(setup, findings)
    return {
      tries: points + 1,
      fired: total.fired + server.fired,
      lost: total.lost + server.lost,
      corrupt: total.corrupt,
      notes: [
        `of ${total.fired} errors the program ended after ${total.ended}, refused the piece of work after ${total.refused}, went on without harm after ${total.wentOn} (an error while a log was folded back, which is done again)`,
        `control: ${control.injected} calls intercepted and answered with success, no error anywhere`,
        `the server: ${server.words}`,
      ],
      failures: findings.failures,
    }
  },
}

interface Strike {
  readonly call: 'fsync' | 'pwrite64'
  readonly inject: string
}

async function strike(setup: FaultSetup, name: string, { call, inject }: Strike) {
  const dataDir = join(setup.folder, `data-${name}`)
  mkdirSync(dataDir)
  const trace = join(setup.folder, `trace-${name}`)
  const orders: SubscribeOrders = {
    dataDir,
    from: 0,
    count: 120,
    seed: setup.seed,
    mix: 'everything',
    goOn: true,
  }
  const child = startChild('subscribe.ts', orders, {
    under: underStrace(trace, call, inject),
    env: withoutCache,
    longestMs: 60_000,
  })
  const { code } = await child.ended
  return { dataDir, code, said: child.said, injected: await injectedIn(trace) }
}

async function strikeServer(setup: FaultSetup, findings: Findings) {
  const { dataDir } = await makeSmallWorld({
    folder: join(setup.folder, 'server'),
    studies: 3,
    sets: 0,
  })
  const trace = join(setup.folder, 'trace-server')
  const server = await startServer({
    dataDir,
    port: await unusedPort(),
    env: withoutCache,
    under: underStrace(trace, 'fsync', 'error=EIO:when=40'),
  })
  const journal: Said[] = []
  const statuses: number[] = []
  let isOver = false
  void server.child.ended.then(() => (isOver = true))
  for (let number = 0; number < 400 && !isOver; number++) {
    const { isTaken, status } = await server.ask(number)
    if (isTaken) journal.push({ kind: 'requested', number })
    else statuses.push(status)
  }
  const patience = setTimeout(() => server.child.kill(), 20_000)
  const { code, signal } = await server.child.ended
  clearTimeout(patience)
  const fired = await injectedIn(trace)
  findings.expect(fired > 0, 'the error did not strike the server')
  findings.expect(signal === null && code !== 0, 'the server did not end by itself')
  const again = await startServer({ dataDir, port: await unusedPort() })
  const answer = await again.ask(1000)
  findings.expect(answer.isTaken, 'the server does not take requests after a new start')
  again.child.kill('SIGTERM')
  await again.child.ended
  const { lost } = await checkRecords({ dataDir }, journal, findings)
  const first = statuses[0]
  return {
    fired: fired > 0 ? 1 : 0,
    lost,
    words: `${journal.length} requests taken, the one that met the error answered ${first || 'with a closed connection'}, ended with code ${code ?? signal}; started again it takes requests, lost ${lost}`,
  }
}

/** Only the records' own calls are counted, so nothing else of the program may make them. */
const withoutCache = { NODE_COMPILE_CACHE: '', NODE_DISABLE_COMPILE_CACHE: '1' }

function underStrace(trace: string, call: string, inject: string): string[] {
  // Injection works only on calls that are traced as well.
  return ['strace', '-f', '-o', trace, '-e', `trace=${call}`, '-e', `inject=${call}:${inject}`]
}

/** How often strace changed an answer: without this nobody knows whether anything was tested. */
async function injectedIn(trace: string): Promise<number> {
  let count = 0
  for await (const line of createInterface({ input: createReadStream(trace) }))
    if (line.includes('(INJECTED)')) count++
  return count
}
