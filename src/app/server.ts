import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type HttpBindings, getRequestListener } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { matchedRoutes, routePath } from 'hono/route'
import type { Config } from './config/config.ts'
import { hostsOf, refusalOf } from './gate.ts'
import type { Logger } from './log.ts'
import type { Metrics } from './metrics.ts'
import { isFromHere, isLoopback } from '../web/shell/from-here.ts'
import { faultOf } from '../base/fault-of.ts'

/** What is served, and what says how it is. */
export interface Service {
  readonly site: Hono
  /** Each thing needed to answer, and whether it is there. */
  readonly readiness: () => Readonly<Record<string, boolean>>
  readonly version: () => Readonly<Record<string, unknown>>
  readonly config: Pick<Config, 'baseUrl' | 'trustProxy' | 'metricsPublic'>
  readonly log: Logger
  readonly metrics: Metrics
}

/** A server that is listening; `close` lets requests finish for so long, then ends. */
export interface RunningServer {
  readonly port: number
  close(graceMs?: number): Promise<void>
}

type Env = { Bindings: HttpBindings; Variables: { requestId: string } }

const graceMs = 10_000
const mostFromOneAddress = 256

/** Listens until closed. Throws what the system says where it cannot listen, such as `EADDRINUSE`. */
export async function serve(
  service: Service,
  where: Pick<Config, 'port' | 'host'>,
): Promise<RunningServer> {
  const state = { closing: false }
  const server = openServer(
    service,
    createApp(service, () => state.closing),
    () => state.closing,
  )
  server.listen(where.port, where.host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async (grace = graceMs) => {
      state.closing = true
      await drain(server, grace)
    },
  }
}

/** Every request: named, timed, logged, and answered by the site or by one of the operator's addresses. */
function createApp(service: Service, isClosing: () => boolean): Hono<Env> {
  const app = new Hono<Env>()
  app.use(observed(service), methodNotAllowed({ app }))
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', (c) => {
    const checks = { ...service.readiness(), accepting: !isClosing() }
    return c.json(checks, Object.values(checks).every(Boolean) ? 200 : 503, noStore)
  })
  app.get('/version', (c) => c.json(service.version(), 200, noStore))
  app.get('/metrics', async (c) => {
    if (!service.config.metricsPublic && !isFromHere(c)) return c.notFound()
    return c.body(await service.metrics.text(), 200, {
      'content-type': service.metrics.contentType,
      ...noStore,
    })
  })
  app.route('/', service.site)
  // A mounted site's own "not found" page is not asked by Hono, so the site is asked here.
  app.notFound((c) => service.site.fetch(c.req.raw, c.env))
  app.onError((_error, c) => c.html(failurePage(c.var.requestId), 500, noStore))
  return app
}

const noStore = { 'cache-control': 'no-store' }

/** One log line and one timing a request: the pattern of its address, never the address. */
function observed({ log, metrics, config }: Service): MiddlewareHandler<Env> {
  return async (c, next) => {
    const start = performance.now()
    const id = requestId(c, config.trustProxy)
    c.set('requestId', id)
    await next()
    c.header('x-request-id', id)
    const ms = Math.round(performance.now() - start)
    const figures = { method: c.req.method, route: routeOf(c), status: c.res.status, ms }
    metrics.observe(figures)
    const fault = c.error && c.res.status >= 500 ? { fault: faultOf(c.error) } : {}
    log[levelOf(c.res.status)]({ id, ...figures, ...fault }, 'request')
  }
}

/** A search that was cut off or turned away is worth a look; a page that broke needs one. */
function levelOf(status: number): 'info' | 'warn' | 'error' {
  if (status === 503) return 'warn'
  return status >= 500 ? 'error' : 'info'
}

function requestId(c: Context<Env>, trustProxy: boolean): string {
  const given = trustProxy ? c.req.header('x-request-id') : undefined
  return given && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

/** The pattern whose handler answered: of several that fit, `/alerts/new` and `/alerts/:link`, it is one. */
function routeOf(c: Context<Env>): string {
  const answered = routePath(c)
  if (!answered.endsWith('*')) return answered
  const handlers = matchedRoutes(c).filter(
    ({ method, path }) => method !== 'ALL' || !path.endsWith('*'),
  )
  return handlers.at(-1)?.path ?? 'none'
}

function failurePage(id: string): string {
  return `<!doctype html><html lang="en"><title>Something went wrong</title>
<h1>Something went wrong</h1>
<p>This is our fault, not yours. Please try again in a minute.</p>
<p>If you tell us about it, give us this number: <strong>${id}</strong></p>
<p><a href="/">Start again</a></p></html>`
}

function openServer(service: Service, app: Hono<Env>, isClosing: () => boolean): Server {
  const hosts = hostsOf(service.config.baseUrl)
  const answer = getRequestListener((request, env) => app.fetch(request, env))
  const server = createServer(limits, (request, response) => {
    if (isClosing()) response.setHeader('connection', 'close')
    const refusal = refusalOf(request, hosts)
    if (refusal) refuse(request, response, refusal, service)
    else void answer(request, response)
  })
  server.setTimeout(30_000)
  if (!service.config.trustProxy) limitConnections(server)
  return server
}

/** A client that sends slowly, or never, is let go; the defaults of Node wait for minutes. */
const limits = {
  headersTimeout: 5000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 10_000,
  maxHeaderSize: 16 * 1024,
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, text }: { status: number; text: string },
  { log, metrics }: Service,
): void {
  const figures = { method: knownMethod(request.method), route: 'refused', status, ms: 0 }
  metrics.observe(figures)
  log.info(figures, 'refused')
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    connection: 'close',
    ...noStore,
  })
  response.end(`${text}\n`)
}

function knownMethod(method: string | undefined): string {
  return method === 'GET' || method === 'POST' || method === 'HEAD' ? method : 'OTHER'
}

/** One address cannot take all connections. This machine may, for a proxy or a load test. */
function limitConnections(server: Server): void {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    if (isLoopback(address)) return
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
    if (count > mostFromOneAddress) socket.destroy()
  })
}

/** Stops accepting, lets what was begun finish, and closes connections as they fall idle. */
async function drain(server: Server, grace: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const end = setTimeout(() => server.closeAllConnections(), grace)
  await closed
  clearInterval(idle)
  clearTimeout(end)
}
