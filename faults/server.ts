import { setTimeout as wait } from 'node:timers/promises'
import { type Child, type ChildOptions, startCommand } from './child.ts'
import { nctOf } from './studies.ts'

/** The real server, as `trialway serve` starts it. */
export interface Server {
  readonly child: Child
  readonly url: string
  /** Fills in and sends the form that asks for an alert; the number is in the address. */
  ask(number: number): Promise<Answer>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** Sends a form of ours, as a reader on some network behind a proxy would; without one, as from this machine. */
  post(path: string, form: Form, network?: number): Promise<Answer>
}

export type Form = Readonly<Record<string, string>> | URLSearchParams

export interface Answer {
  /** 0 when no answer came. */
  readonly status: number
  readonly retryAfter: string | undefined
  readonly type: string
  readonly text: string
  readonly ms: number
  /** Where a redirect leads. */
  readonly to: string
  /** The request is kept, says the server. */
  readonly isTaken: boolean
}

export interface ServerOptions {
  readonly dataDir: string
  readonly port: number
  readonly databaseUrl?: string
  readonly env?: Readonly<Record<string, string>>
  readonly under?: ChildOptions['under']
  readonly longestMs?: number
  /** What must answer 200 before it is used; that it is ready, unless it is told otherwise. */
  readonly until?: string
}

export async function startServer(options: ServerOptions): Promise<Server> {
  const { dataDir, port, databaseUrl, env = {}, under, longestMs = 600_000 } = options
  const url = `http://localhost:${port}`
  const child = startCommand(['serve', '--quiet'], {
    env: {
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      SEARCH_PROCESSES: '1',
      MAIL_ASKED_PER_MINUTE: '0',
      MAIL_ASKED_PER_MINUTE_PER_DOMAIN: '0',
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      ...env,
    },
    longestMs,
    ...(under && { under }),
  })
  const server: Server = {
    child,
    url,
    ask: (number) => answerOf(`${url}/alerts`, { method: 'POST', ...formOf(url, number) }),
    get: (path, headers = {}) => answerOf(url + path, { headers }),
    post: (path, form, network) =>
      answerOf(url + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: url, ...(network !== undefined && forwardedFrom(network)) },
        body: new URLSearchParams(form),
      }),
  }
  await untilReady(server, options.until ?? '/readyz')
  return server
}

async function untilReady(server: Server, path: string): Promise<void> {
  let isOver = false
  void server.child.ended.then(() => (isOver = true))
  for (let tries = 0; tries < 1200; tries++) {
    if (isOver) throw new Error(`the server ended: ${server.child.complaints()}`)
    if ((await server.get(path)).status === 200) return
    await wait(50)
  }
  server.child.kill()
  throw new Error('the server was not ready after a minute')
}

function sentFrom(url: string): RequestInit {
  return { redirect: 'manual', headers: { origin: url } }
}

function formOf(url: string, number: number): RequestInit {
  return {
    ...sentFrom(url),
    body: new URLSearchParams({
      study: nctOf(0),
      event: 'recruiting',
      often: 'daily',
      language: 'en',
      email: `p${number}@example.org`,
    }),
  }
}

/** Each number is a network of its own. */
function forwardedFrom(network: number): Readonly<Record<string, string>> {
  const address = `20.${network >> 8}.${network & 255}.7`
  return { 'x-forwarded-for': address, 'x-forwarded-proto': 'http' }
}

export async function answerOf(url: string, init: RequestInit): Promise<Answer> {
  const began = performance.now()
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(40_000) })
    const text = await response.text()
    const to = response.headers.get('location') ?? ''
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after') ?? undefined,
      type: response.headers.get('content-type') ?? '',
      text,
      ms: performance.now() - began,
      to,
      isTaken: response.status === 303 && to.endsWith('/alerts/sent'),
    }
  } catch {
    const ms = performance.now() - began
    return { status: 0, retryAfter: undefined, type: '', text: '', ms, to: '', isTaken: false }
  }
}
