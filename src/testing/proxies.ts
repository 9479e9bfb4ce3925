import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { unusedPort } from './ports.ts'

/** A real nginx or Caddy on loopback, in front of servers of ours. */
export interface Proxy {
  readonly port: number
  /** Everything it wrote: errors, and what it would log of requests. */
  said(): string
  /** Where nginx puts bodies and pages that it does not hold in memory. */
  readonly temporary: string
  stop(): Promise<void>
}

/** Where to start it, and what is behind it. */
export interface ProxyOptions {
  /** An empty folder of its own. */
  readonly folder: string
  /** Ports of our servers on this machine. */
  readonly upstreams: readonly number[]
}

/** The name in the examples. */
export const proxiedName = 'trials.example.org'

/** Why a test of a proxy is skipped here; false where it can be run. A build server must have it. */
export function missing(program: 'nginx' | 'caddy'): string | false {
  if (process.env['CI'] === 'true') return false
  const found = spawnSync(program, [program === 'nginx' ? '-v' : 'version']).error === undefined
  return found ? false : `there is no ${program} here (on Debian: apt-get install ${program})`
}

/** deploy/nginx.conf as it is shipped: only names of files, and ports, are others. */
export async function startShippedNginx(options: ProxyOptions): Promise<Proxy> {
  const { folder, upstreams } = options
  const { certificate, key } = makeCertificate(folder)
  const [port, plain] = [await unusedPort(), await unusedPort()]
  const site = shipped('nginx.conf')
    .replace('server 127.0.0.1:8080;', servers(upstreams))
    .replaceAll(/^ *listen \[::\].*\n/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ', `listen 127.0.0.1:${port} `)
    .replace(/\/etc\/letsencrypt\/.*fullchain\.pem/, certificate)
    .replace(/\/etc\/letsencrypt\/.*privkey\.pem/, key)
    .replaceAll('/var/log/nginx/', `${folder}/`)
  return startNginx({ folder, site, port })
}

/** An nginx as its beginners' guide has it: `proxy_pass`, and nothing but the lines given here. */
export async function startStockNginx(
  { folder, upstreams: [upstream] }: ProxyOptions,
  lines: readonly string[] = [],
): Promise<Proxy> {
  const port = await unusedPort()
  const inside = [`proxy_pass http://127.0.0.1:${upstream};`, ...lines].join(' ')
  const site = `server { listen 127.0.0.1:${port}; location / { ${inside} } }`
  return startNginx({ folder, site, port })
}

/** deploy/Caddyfile as it is shipped: only the address, ports and the certificate are others. */
export async function startShippedCaddy({ folder, upstreams }: ProxyOptions): Promise<Proxy> {
  const { certificate, key } = makeCertificate(folder)
  const port = await unusedPort()
  const file = join(folder, 'Caddyfile')
  const site = shipped('Caddyfile')
    .replace(/^\{\n/m, '{\n\tadmin off\n\tauto_https disable_redirects\n\tdefault_bind 127.0.0.1\n')
    .replace(`${proxiedName} {`, `https://${proxiedName}:${port} {\n\ttls ${certificate} ${key}`)
    .replace('127.0.0.1:8080', upstreams.map((each) => `127.0.0.1:${each}`).join(' '))
  writeFileSync(file, site)
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
  }
  const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env })
  return running(child, { port, temporary: folder, files: [] })
}

interface NginxParts {
  readonly folder: string
  readonly site: string
  readonly port: number
}

/** Around the site stands what a distribution puts there, and an access log that the site has to switch off. */
async function startNginx({ folder, site, port }: NginxParts): Promise<Proxy> {
  const temporary = join(folder, 'temporary')
  const [log, file] = [join(folder, 'access.log'), join(folder, 'nginx.conf')]
  mkdirSync(temporary, { recursive: true })
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${temporary}/${kind};`)
    .join('\n  ')
  writeFileSync(
    file,
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events {}
http {
  access_log ${log};
  ${paths}
  ${site}
}
`,
  )
  const child = spawn('nginx', ['-p', folder, '-c', file, '-e', join(folder, 'start.log')])
  return running(child, {
    port,
    temporary,
    files: [log, join(folder, 'start.log'), join(folder, 'trialway-error.log')],
  })
}

interface RunningParts {
  readonly port: number
  readonly temporary: string
  readonly files: readonly string[]
}

async function running(
  child: ChildProcess,
  { port, temporary, files }: RunningParts,
): Promise<Proxy> {
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const end = (): void => void child.kill('SIGTERM')
  process.once('exit', end)
  const said = (): string => text + files.map(textIn).join('')
  for (let tries = 0; !(await isListening(port)); tries++) {
    if (child.exitCode !== null || tries > 400) {
      end()
      throw new Error(`the proxy does not start: ${said()}`)
    }
    await wait(25)
  }
  return {
    port,
    said,
    temporary,
    stop: async () => {
      process.off('exit', end)
      if (child.exitCode !== null) return
      const ended = once(child, 'exit')
      end()
      await ended
    },
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function shipped(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../deploy', name), 'utf8')
}

function servers(ports: readonly number[]): string {
  return ports.map((port) => `server 127.0.0.1:${port};`).join(' ')
}

/** A certificate that nobody signed but we ourselves. */
function makeCertificate(folder: string): { readonly certificate: string; readonly key: string } {
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const request = ['req', '-x509', '-nodes', '-days', '2', '-newkey', 'ec']
  const name = ['-subj', `/CN=${proxiedName}`, '-addext', `subjectAltName=DNS:${proxiedName}`]
  const made = ['-pkeyopt', 'ec_paramgen_curve:prime256v1', '-keyout', key, '-out', certificate]
  execFileSync('openssl', [...request, ...made, ...name], { stdio: 'ignore' })
  return { certificate, key }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
