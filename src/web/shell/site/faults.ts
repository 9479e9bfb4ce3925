import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { HTTPException } from 'hono/http-exception'
import { CatalogueBusy, SearchTooSlow } from '../../../finder/catalogue/model/catalogue.ts'
import { ListIncomplete, StudyDamaged } from '../../../finder/catalogue/model/damage.ts'
import type { App } from '../app.ts'
import { areaOf, bodyLimitOf } from '../area.ts'
import { html, type Markup } from '../markup.ts'
import { type Page, link, pageOf } from '../page.ts'
import { layout } from '../parts/layout.ts'
import { BodyTooLarge, SenderGone } from '../read-body.ts'
import {
  RecordsAway,
  RecordsBroken,
  RecordsBusy,
  RecordsUnsure,
  RecordsUnwritable,
} from '../../../people/records/model/faults.ts'
import { faultOf } from '../../../base/fault-of.ts'
import { paths } from '../paths.ts'

/** What can keep a request from its answer. */
export type Fault =
  | 'notFound'
  | 'broken'
  | 'method'
  | 'address'
  | 'tooLong'
  | 'kind'
  | 'slow'
  | 'busy'
  | 'damaged'
  | 'incomplete'
  | 'foreign'
  | 'signIn'
  | 'form'
  | 'often'
  | 'recordsBusy'
  | 'recordsAway'
  | 'recordsUnsure'

const statuses: Readonly<Record<Fault, ContentfulStatusCode>> = {
  notFound: 404,
  broken: 500,
  method: 405,
  address: 400,
  tooLong: 414,
  kind: 406,
  slow: 503,
  busy: 503,
  damaged: 503,
  incomplete: 503,
  foreign: 403,
  signIn: 401,
  form: 415,
  often: 429,
  recordsBusy: 503,
  recordsAway: 503,
  recordsUnsure: 503,
}

/** In seconds, where it is not the usual few. Damage is mended by the next import at the soonest. */
const retryAfter: Partial<Readonly<Record<Fault, string>>> = {
  slow: '60',
  recordsAway: '60',
  recordsUnsure: '60',
  damaged: '3600',
  incomplete: '3600',
}

/** A clear page, in the reader's language, for what could not be answered. */
export function faultPage(
  c: Context,
  app: App,
  fault: Fault,
  nctId?: string,
): Response | Promise<Response> {
  const page = pageOf(c, app)
  const status = statuses[fault]
  c.header('Cache-Control', 'no-store')
  if (status === 503) c.header('Retry-After', retryAfter[fault] ?? '5')
  const text = textOf(page, fault)
  if (asksForJson(c, page)) {
    const id = fault === 'broken' ? requestId(c) : undefined
    return c.json({ problems: [{ field: 'request', text }], ...(id && { request: id }) }, status)
  }
  return c.html(
    faultDocument(page, fault, {
      requestId: requestId(c),
      nctId,
      // The address may hold a person's link.
      isPrivate: areaOf(c)?.privacy === 'nowhere',
      isRead: c.req.method === 'GET',
    }),
    status,
  )
}

/** What is said of a fault: signs that cost much are named only where the search has some. */
function textOf({ query, words }: Page, fault: Fault): string {
  const { faults } = words.common
  const isSigned = [...new URLSearchParams(query).values()].some((value) => costly.test(value))
  return fault === 'slow' && isSigned ? faults.slowSigns : faults[fault]
}

const costly = /[*"“”«»]|(?:^|\s)(?:OR|AND|NOT)(?:\s|$)/

/** By the address, by what its area speaks, or by the words of who asks. */
function asksForJson(c: Context, page: Page): boolean {
  if (page.path.endsWith('.json') || areaOf(c)?.speaks === 'json') return true
  return /^\s*application\/json\b/i.test(c.req.header('Accept') ?? '')
}

/** The number of the request, by which its line in the log is found; none where no server gave one. */
function requestId(c: Context): string | undefined {
  const id: unknown = c.get('requestId')
  return typeof id === 'string' ? id : undefined
}

/** Everything thrown ends here, once: logged without what was asked, answered with a clear page. */
export function caught(error: unknown, c: Context, app: App): Response | Promise<Response> {
  // Nobody reads it; the number is the one that proxies use, so that it is not counted as our fault.
  if (error instanceof SenderGone) return new Response(null, { status: 499 })
  if (error instanceof BodyTooLarge) return bodyLimitOf(c).tooLarge(c, app)
  if (error instanceof SearchTooSlow) return faultPage(c, app, 'slow')
  if (error instanceof CatalogueBusy) return faultPage(c, app, 'busy')
  if (error instanceof StudyDamaged || error instanceof ListIncomplete)
    return damagedPage(c, app, error)
  const ofRecords = recordsFaultOf(error)
  if (ofRecords) return faultPage(c, app, ofRecords)
  if (error instanceof HTTPException && error.status === 403) return faultPage(c, app, 'foreign')
  if (error instanceof HTTPException && error.status < 500) return error.getResponse()
  // The server's own line of the request holds the fault and the number the page shows: one line is enough.
  if (requestId(c) === undefined)
    app.log.error({ method: c.req.method, fault: faultOf(error) }, 'a page failed')
  return faultPage(c, app, 'broken')
}

/** What is told cannot be kept now, or it is not known whether it is; the rest of the site goes on. */
function recordsFaultOf(error: unknown): Fault | undefined {
  if (error instanceof RecordsUnsure) return 'recordsUnsure'
  if (error instanceof RecordsAway) return 'recordsAway'
  const isBusy = [RecordsBusy, RecordsUnwritable, RecordsBroken].some(
    (kind) => error instanceof kind,
  )
  return isBusy ? 'recordsBusy' : undefined
}

/** Logged as damage, but not of which study: what people read is theirs. */
function damagedPage(
  c: Context,
  app: App,
  error: StudyDamaged | ListIncomplete,
): Response | Promise<Response> {
  app.log.error({ fault: faultOf(error) }, 'the catalogue is damaged: npx trialway doctor')
  return error instanceof StudyDamaged
    ? faultPage(c, app, 'damaged', error.nctId)
    : faultPage(c, app, 'incomplete')
}

interface FaultParts {
  readonly requestId: string | undefined
  readonly isPrivate: boolean
  readonly isRead: boolean
  readonly nctId: string | undefined
}

function faultDocument(
  page: Page,
  fault: Fault,
  { requestId, isPrivate, isRead, nctId }: FaultParts,
): Markup {
  const words = page.words.common.faults
  const title = words[`${fault}Title`]
  return layout(page, {
    title,
    head: isPrivate
      ? html``
      : html`
          <meta name="robots" content="noindex" />
        `,
    canonicalQuery: new URLSearchParams(),
    isPrivate,
    main: html`
      <div class="prose">
        <h1>${title}</h1>
        <p>${textOf(page, fault)}</p>
        ${
          fault === 'broken' &&
          requestId &&
          html`
            <p>
              ${words.number}
              <strong>${requestId}</strong>
            </p>
          `
        }
        ${
          fault === 'notFound' &&
          html`
            <p>${words.notFoundNext}</p>
          `
        }
        ${waysOn(page, fault, { isRead, nctId })}
      </div>
    `,
  })
}

/** What the reader can do next. What was sent is sent again from its own page. */
function waysOn(
  page: Page,
  fault: Fault,
  { isRead, nctId }: { isRead: boolean; nctId: string | undefined },
): Markup {
  const words = page.words.common.faults
  const retry = fault === 'slow' || fault === 'busy' || (isRead && fault === 'recordsAway')
  const again = retry && link(page, page.path, new URLSearchParams(page.query))
  return html`
    ${
      again &&
      html`
        <p><a class="button" href="${again}">${words.tryAgain}</a></p>
      `
    }
    <ul>
      ${
        nctId !== undefined &&
        html`
          <li>
            <a href="https://clinicaltrials.gov/study/${nctId}" rel="noopener noreferrer nofollow">
              ${words.damagedRegistry}
            </a>
          </li>
        `
      }
      ${
        fault === 'signIn' &&
        html`
          <li><a href="${link(page, paths.signIn())}">${words.signInLink}</a></li>
        `
      }
      <li><a href="${link(page, paths.search(), { status: 'open' })}">${words.search}</a></li>
      <li><a href="${link(page, paths.home())}">${words.home}</a></li>
    </ul>
  `
}
