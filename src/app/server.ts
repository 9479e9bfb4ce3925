import { randomUUID } from 'node:crypto'
import { type HttpBindings, getRequestListener } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { matchedRoutes, routePath } from 'hono/route'
import type { Config } from './config/config.ts'
import { noticeForgottenProxy } from './forgotten-proxy.ts'
import { hostsOf, operatorRefusalOf, refusalOf } from './gate.ts'
import { type Door, listen, type RunningServer } from './listener.ts'
import { programRefusal } from './program-refusal.ts'
import type { Logger } from './log.ts'
import { type Metrics, usualMethod } from './metrics.ts'
import { faultOf } from '../base/fault-of.ts'

/** What is served, and what says how it is. */
export interface Service {
  /** What everybody may ask for. */
  readonly site: Hono
  /** What programs may ask for, by where each door is: `/api`. */
  readonly programs?: Readonly<Record<string, Hono>>
  /** What only the operator sees, at a door of their own. */
  readonly operatorSite: Hono
  /** Each thing needed to answer, and whether it is there. */
  readonly readiness: () => Readonly<Record<string, boolean>>
  readonly version: () => Readonly<Record<string, unknown>>
  readonly config: Pick<Config, 'baseUrl' | 'trustProxy' | 'metricsPublic'>
  readonly log: Logger
  readonly metrics: Metrics
}

type Env = { Bindings: HttpBindings; Variables: { requestId: string } }

/** Serves everybody until closed. Throws what the system says where it cannot listen, such as `EADDRINUSE`. */
export function serve(
  service: Omit<Service, 'operatorSite'>,
  where: Pick<Config, 'port' | 'host'>,
): Promise<RunningServer> {
  const { config, site, programs = {} } = service
  const hosts = hostsOf(config.baseUrl)
  return listen((isClosing) => {
    const app = createApp(service, isClosing)
    if (!config.trustProxy) app.use(noticing(noticeForgottenProxy(config.baseUrl, service)))
    if (config.metricsPublic) addMetrics(app, service.metrics)
    for (const [at, door] of Object.entries(programs)) app.route(at, door)
    return doorOf(service, withSite(app, site), {
      refusalOf: (request) => refusalOf(request, hosts),
      inWords: programRefusal,
      limitsConnections: !config.trustProxy,
    })
  }, where)
}

/**
 * Serves the operator until closed, on a port of this machine that no proxy leads to and no other machine reaches.
 * Throws what the system says where it cannot listen, such as `EADDRINUSE`.
 */
export function serveOperator(service: Service, port: number): Promise<RunningServer> {
  const site = service.operatorSite
  return listen(
    (isClosing) => {
      const app = createApp(service, isClosing)
      addMetrics(app, service.metrics)
      return doorOf(service, withSite(app, site), {
        refusalOf: operatorRefusalOf,
        limitsConnections: false,
      })
    },
    { port, host: '127.0.0.1' },
  )
}

/** All of a service but what it serves. */
type Around = Omit<Service, 'site' | 'programs' | 'operatorSite'>

function doorOf(
  { log, metrics }: Around,
  app: Hono<Env>,
  rules: Pick<Door, 'refusalOf' | 'inWords' | 'limitsConnections'>,
): Door {
  const answer = getRequestListener((request, env) => app.fetch(request, env))
  return {
    ...rules,
    answer: (request, response) => void answer(request, response),
    refused: (request, status) => {
      const figures = { method: usualMethod(request.method ?? ''), route: 'refused', status, ms: 0 }
      metrics.observe(figures)
      log.info(figures, 'refused')
    },
  }
}

/** Every request: named, timed and logged; and the addresses at which machines ask how the server is. */
function createApp(service: Around, isClosing: () => boolean): Hono<Env> {
  const app = new Hono<Env>()
  app.use(observed(service), methodNotAllowed({ app }))
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  const readiness = () => ({ ...service.readiness(), accepting: !isClosing() })
  app.get('/readyz', (c) => {
    const checks = readiness()
    // Without the records all that is public is still served, so a balancer must not take it away.
    return c.json(checks, isReady({ ...checks, records: true }) ? 200 : 503, noStore)
  })
  app.get('/readyz/records', (c) => {
    const checks = readiness()
    return c.json(checks, isReady(checks) ? 200 : 503, noStore)
  })
  app.get('/version', (c) => c.json(service.version(), 200, noStore))
  return app
}

function noticing(notice: (c: Context) => void): MiddlewareHandler<Env> {
  return (c, next) => {
    notice(c)
    return next()
  }
}

function addMetrics(app: Hono<Env>, metrics: Metrics): void {
  app.get('/metrics', async (c) =>
    c.body(await metrics.text(), 200, { 'content-type': metrics.contentType, ...noStore }),
  )
}

function withSite(app: Hono<Env>, site: Hono): Hono<Env> {
  app.route('/', site)
  // A mounted site's own "not found" page is not asked by Hono, so the site is asked here.
  app.notFound((c) => site.fetch(c.req.raw, c.env))
  app.onError((_error, c) => c.html(failurePage(c.var.requestId), 500, noStore))
  return app
}

function isReady(checks: Readonly<Record<string, boolean>>): boolean {
  return Object.values(checks).every(Boolean)
}

const noStore = { 'cache-control': 'no-store' }

/** One log line and one timing a request: the pattern of its address, never the address. */
function observed({ log, metrics, config }: Around): MiddlewareHandler<Env> {
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
