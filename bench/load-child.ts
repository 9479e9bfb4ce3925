import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { percentile } from './figures.ts'

/**
 * A closed loop of keep-alive connections that ask for one address after the other. Arguments: server,
 * file of paths (one a line), connections, seconds (0: each path once), accept-encoding.
 */
const [server = '', file = '', connections = '16', seconds = '10', encoding = 'br'] =
  process.argv.slice(2)
const paths = readFileSync(file, 'utf8').trim().split('\n')
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) })
const times: number[] = []
let bytes = 0
let failed = 0
let next = 0

const began = performance.now()
const end = Number(seconds) > 0 ? began + Number(seconds) * 1000 : Infinity
const cpu = process.cpuUsage()
await Promise.all(Array.from({ length: Number(connections) }, loop))
const elapsed = (performance.now() - began) / 1000
const used = process.cpuUsage(cpu)
agent.destroy()
process.stdout.write(
  `${JSON.stringify({
    requests: times.length,
    failed,
    perSecond: times.length / elapsed,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    max: times.reduce((most, one) => Math.max(most, one), 0),
    meanBytes: bytes / times.length,
    clientCpu: (used.user + used.system) / 1e6 / elapsed,
  })}\n`,
)

async function loop(): Promise<void> {
  while (performance.now() < end) {
    if (end === Infinity && next >= paths.length) return
    const path = paths[next++ % paths.length] ?? '/'
    const asked = performance.now()
    const status = await ask(path)
    times.push(performance.now() - asked)
    if (status !== 200) failed++
  }
}

function ask(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(`${server}${path}`, { agent, headers: { 'accept-encoding': encoding } }, (response) => {
      response.on('data', (chunk: Buffer) => (bytes += chunk.length))
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', reject)
    }).on('error', reject)
  })
}
