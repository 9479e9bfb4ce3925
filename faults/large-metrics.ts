import { request } from 'node:http'
import { join } from 'node:path'
import { paths } from '../src/web/shell/paths.ts'
import { type Fault, Findings } from './fault.ts'
import { startServer } from './server.ts'
import { makeSmallWorld } from './small-world.ts'
import { unusedPort } from '../src/testing/ports.ts'

const most = 200_000

/** Somebody asks for all there is and all there is not. */
export const largeMetrics: Fault = {
  id: 'Metrics',
  title: 'Everything is asked for, in every way',
  how: 'Thousands of different addresses that are not there, and every pattern of the site in both languages, by usual and unheard-of methods, with headers that are refused. Then the figures for monitoring are read.',
  expected: `The figures are less than ${most / 1000} kB, and no smaller or larger for more of the same.`,
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const { dataDir } = await makeSmallWorld({
      folder: join(setup.folder, 'world'),
      studies: 3,
      sets: 0,
    })
    const [port, operator] = [await unusedPort(), await unusedPort()]
    const server = await startServer({ dataDir, port, env: { OPERATOR_PORT: String(operator) } })
    const size = async (): Promise<number> => (await send(operator, 'GET', '/metrics')).length
    const asked = addresses(setup.times(500, 10_000)).flatMap((path) =>
      path.startsWith('/nowhere')
        ? [{ path, method: 'GET' }]
        : methods.map((method) => ({ path, method })),
    )
    const before = await size()
    for (const { path, method } of asked) await send(port, method, path)
    for (const headers of refused)
      for (const path of addresses(0)) await send(port, 'GET', path, headers)
    const after = await size()
    findings.expect(after > 0 && after < most, 'the figures are too large', `${after} bytes`)
    server.child.kill('SIGTERM')
    await server.child.ended
    const tries = asked.length + refused.length * addresses(0).length
    return {
      tries,
      fired: tries,
      notes: [`the figures: ${before} bytes before, ${after} bytes after`],
      failures: findings.failures,
    }
  },
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'LOCK']
const refused: readonly Readonly<Record<string, string>>[] = [
  { accept: 'text/xml' },
  { host: 'elsewhere.example' },
  { 'if-none-match': '*' },
]

function addresses(nowhere: number): readonly string[] {
  const there = Object.values(paths).map(({ pattern }) =>
    pattern.replace(/:\w+\{[^}]*\}/g, 'a.json').replace(/:\w+/g, 'NCT07000000'),
  )
  const strange = Array.from({ length: nowhere }, (_, number) => `/nowhere-${number}/a?q=${number}`)
  return [...there, ...there.map((path) => `/fr${path}`), ...strange]
}

/** What was answered; nothing where the connection broke. */
function send(
  port: number,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  return new Promise((resolve) => {
    const length = method === 'GET' || method === 'HEAD' ? {} : { 'content-length': '0' }
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { host: 'localhost', ...length, ...headers },
    }
    const sent = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.on('close', () => resolve(text))
    })
    sent.on('error', () => resolve(''))
    sent.end()
  })
}
