import { type Context, Hono } from 'hono'
import type { ClaimAsk } from '../../people/accounts/claims/ask-claim.ts'
import { waitReasons } from '../../people/accounts/claims/claim.ts'
import { namedContacts } from '../../people/accounts/claims/named-contacts.ts'
import {
  proveClaim,
  readClaimByLink,
  type ClaimByLink,
} from '../../people/accounts/claims/prove-claim.ts'
import { readName } from '../../people/accounts/own-account.ts'
import { keepAsk } from '../../people/asks/asks.ts'
import { readMailAddress } from '../../people/records/address.ts'
import { malformedPage, unknownPage } from '../listing/parts/missing-page.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { link, pageOf } from '../shell/page.ts'
import { paths } from '../shell/paths.ts'
import { readForm } from '../shell/read-body.ts'
import { faultPage } from '../shell/site/faults.ts'
import { ownForms, tooOften } from '../shell/site/guard.ts'
import { isFromCrowd, Limiter } from '../../door/limiter.ts'
import { readStudyId } from '../../finder/registry/study-id.ts'
import { cookieOf } from '../account/parts/actor.ts'
import { nameProblem } from '../account/parts/name-problem.ts'
import { giveCookie } from '../account/parts/session-cookie.ts'
import { listingLabel, studyNamed } from './listing.ts'
import { claimSentPage, newClaimPage, type ClaimForm } from './new-page.ts'
import { closedClaimPage, grantedPage, provePage, waitsPage } from './prove-page.ts'

/** What one household may ask for in an hour, and links that lead nowhere. */
const mostRequests = 20
const mostGuesses = 200

/** `/claims`: the registry's contact of a study or a site makes the listing theirs. */
export function claimAreas(): readonly SiteArea[] {
  const [requests, guesses] = [new Limiter(mostRequests), new Limiter(mostGuesses)]
  return [
    {
      privacy: 'nowhere',
      referrer: 'origin',
      needs: 'records',
      owns: '/claims/*',
      routes: (app) => {
        const area = new Hono()
        area.use(paths.claim.pattern, ownForms(app))
        area.get(paths.claimsSent.pattern, (c) => c.html(claimSentPage(pageOf(c, app))))
        area.get(paths.claimsNew.pattern, (c) => showForm(c, app))
        area.post(paths.claimsNew.pattern, (c) => ask(c, app, requests))
        area.get(paths.claim.pattern, (c) => show(c, app, guesses))
        area.post(paths.claim.pattern, (c) => prove(c, app, guesses))
        return area
      },
    },
  ]
}

function showForm(c: Context, app: App): Response | Promise<Response> {
  const params = new URL(c.req.url).searchParams
  return withStudy(c, app, params, (form) => c.html(newClaimPage(pageOf(c, app), form)))
}

function withStudy(
  c: Context,
  app: App,
  params: URLSearchParams,
  then: (form: ClaimForm) => Response | Promise<Response>,
): Response | Promise<Response> {
  const page = pageOf(c, app)
  const written = params.get('study') ?? ''
  const study = studyNamed(app, written)
  if (study) return then({ study, site: params.get('site') ?? '', email: '', problems: [] })
  const asked = readStudyId(written)
  if (asked.kind === 'malformed') return c.html(malformedPage(page, written), 400)
  return c.html(unknownPage(page, asked, written), 404)
}

async function ask(c: Context, app: App, requests: Limiter): Promise<Response> {
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  return withStudy(c, app, form, async (filled) => {
    const page = pageOf(c, app)
    const email = (form.get('email') ?? '').trim().slice(0, 400)
    const address = readMailAddress(email)
    const site = filled.site === '' ? null : filled.site
    const named = namedContacts(filled.study, site)
    const words = page.words.claims.problems
    const problems = [
      ...(named.length === 0 ? [{ field: 'site', text: words.site } as const] : []),
      ...(address
        ? []
        : [{ field: 'email', text: email === '' ? words.noEmail : words.email } as const]),
    ]
    if (!address || problems.length > 0)
      return c.html(newClaimPage(page, { ...filled, email, problems }), 422)
    const turnedAway = tooOften(c, app, requests)
    if (turnedAway) return turnedAway
    const { nctId } = filled.study.protocolSection.identificationModule
    // Only a program fills in what nobody sees; it is answered like everybody else.
    if ((form.get('website') ?? '') === '')
      await keepAsk(
        app.people,
        {
          kind: 'claim',
          address,
          language: page.language,
          study: nctId,
          site,
          label: listingLabel(nctId, filled.study, site),
          named: named.map((contact) => contact.address.key),
          isFromCrowd: isFromCrowd(c, app, requests),
        } satisfies ClaimAsk,
        app.now(),
      )
    return c.redirect(link(page, paths.claimsSent()), 303)
  })
}

async function show(c: Context, app: App, guesses: Limiter): Promise<Response> {
  const sent = c.req.param('link') ?? ''
  return shown(c, app, guesses, await readClaimByLink(app.people.records, sent, app.now()))
}

/** The name stands there as the record has it, to be corrected. */
function shown(
  c: Context,
  app: App,
  guesses: Limiter,
  read: ClaimByLink,
  typed?: { readonly name: string; readonly problem: string },
): Response | Promise<Response> {
  const page = pageOf(c, app)
  switch (read.kind) {
    case 'open': {
      const { claim, address } = read
      const study = studyNamed(app, claim.study)
      const contacts = study ? namedContacts(study, claim.site) : []
      const ours = contacts.find((contact) => contact.address.key === readMailAddress(address)?.key)
      const form = {
        address,
        listing: listingLabel(claim.study, study, claim.site),
        name: typed?.name ?? ours?.name ?? '',
        problem: typed?.problem,
      }
      return c.html(provePage(page, form), typed ? 422 : 200)
    }
    case 'done':
      return c.html(afterwards(c, app))
    case 'expired':
      return c.html(closedClaimPage(page, 'expired'), 410)
    case 'unknown':
      return tooOften(c, app, guesses) ?? c.html(closedClaimPage(page, 'unknown'), 404)
  }
}

/** What came of it, said once after the button; the link itself says no more than that it was used. */
function afterwards(c: Context, app: App): ReturnType<typeof grantedPage> {
  const page = pageOf(c, app)
  const params = new URLSearchParams(page.query)
  if (params.get('did') === 'granted') return grantedPage(page)
  const reason = waitReasons.find((one) => one === params.get('waits'))
  return reason === undefined ? closedClaimPage(page, 'done') : waitsPage(page, reason)
}

async function prove(c: Context, app: App, guesses: Limiter): Promise<Response> {
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  const sent = c.req.param('link') ?? ''
  const read = await readClaimByLink(app.people.records, sent, app.now())
  if (read.kind !== 'open') return shown(c, app, guesses, read)
  const page = pageOf(c, app)
  const typed = (form.get('name') ?? '').slice(0, 400)
  const name = readName(typed)
  if (name === undefined) {
    const problem = nameProblem(page.words.claims.problems, typed)
    return shown(c, app, guesses, read, { name: typed, problem })
  }
  const study = studyNamed(app, read.claim.study)
  const proved = await proveClaim(
    app.people,
    { link: sent, name, study, before: cookieOf(c) },
    app.now(),
  )
  if (proved.kind === 'granted') {
    giveCookie(c, proved.cookie)
    return c.redirect(link(page, page.path, { did: 'granted' }), 303)
  }
  if (proved.kind === 'waiting')
    return c.redirect(link(page, page.path, { waits: proved.reason }), 303)
  return shown(c, app, guesses, proved)
}
