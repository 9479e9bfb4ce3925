import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { cleanEnvironment } from './child.ts'
import { type Fault, Findings } from './fault.ts'
import { makeSmallWorld } from './small-world.ts'
import { isUnused, unusedPort } from '../src/testing/ports.ts'

/** `npx trialway serve` under an older Node is two processes, and the outer one is killed. */
export const killedWrapper: Fault = {
  id: 'Wrapper',
  title: 'kill -9 of the process that started the server',
  how: 'bin/trialway.js, as a Node older than 26 runs it, hands over to the Node that comes with Trialway. The outer process gets a SIGKILL while the server serves.',
  expected: 'The server ends by itself, and its port is free again within 5 s.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const folder = join(setup.folder, 'world')
    const { dataDir } = await makeSmallWorld({ folder, studies: 3, sets: 0 })
    const tries = setup.times(2, 20)
    let slowest = 0
    for (let number = 0; number < tries; number++)
      slowest = Math.max(slowest, await killOnce(dataDir, findings))
    return {
      tries,
      fired: tries,
      recovery: `the port was free after ${slowest} ms at most`,
      notes: [],
      failures: findings.failures,
    }
  },
}

/** Any Node takes itself for an old one with this. */
const asOld =
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.0.0"}})'

async function killOnce(dataDir: string, findings: Findings): Promise<number> {
  const port = await unusedPort()
  const launcher = join(import.meta.dirname, '../bin/trialway.js')
  const outer = spawn(process.execPath, ['--import', asOld, launcher, 'serve'], {
    env: {
      ...cleanEnvironment(),
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      SEARCH_PROCESSES: '1',
    },
    stdio: 'ignore',
  })
  await untilAnswered(port)
  const inner = childrenOf(outer.pid ?? 0)
  outer.kill('SIGKILL')
  await once(outer, 'exit')
  const began = performance.now()
  while (performance.now() - began < 5000) {
    if (await isUnused(port)) return Math.round(performance.now() - began)
    await wait(20)
  }
  findings.add('the server keeps the port')
  for (const pid of inner) process.kill(pid, 'SIGKILL')
  return 5000
}

async function untilAnswered(port: number): Promise<void> {
  for (let tries = 0; tries < 2400; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await wait(50)
  }
  throw new Error('the server was not there after two minutes')
}

function childrenOf(pid: number): readonly number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()
  return text === '' ? [] : text.split(' ').map(Number)
}
