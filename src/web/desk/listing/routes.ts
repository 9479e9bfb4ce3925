import { type Context, Hono } from 'hono'
import { can } from '../../../people/accounts/model/can.ts'
import {
  readSiteWord,
  saySiteWord,
  type SiteWord,
} from '../../../people/enquiries/desk/site-word.ts'
import {
  readSiteSetting,
  readTypedSetting,
  saveSiteSetting,
  type TypedSetting,
} from '../../../people/enquiries/promise/site-setting.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { withDesk } from '../parts/desk-view.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { chosenSite, keyOf } from '../parts/site-choice.ts'
import type { DeskSite } from '../parts/study-name.ts'
import { listingPage, type ListingShown } from './listing-page.ts'

/** `/desk/listing`: what a site says of itself, and how it keeps its promise. */
export function deskListingRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.deskListing.pattern, (c) =>
    withDesk(c, app, (view) => {
      const params = new URLSearchParams(view.page.query)
      const at = chosenSite(view, params)
      if (!at) return faultPage(c, app, 'notFound')
      return show(c, view, at, params.get('did') === 'saved' ? { did: true } : {})
    }),
  )
  for (const [path, post] of [
    [paths.deskListing.pattern, postWord],
    [paths.deskPromise.pattern, postPromise],
  ] as const)
    area.post(path, async (c) => {
      const form = await readForm(c)
      if (!form) return faultPage(c, app, 'form')
      return withDesk(c, app, (view) => {
        const at = form.has('at') ? chosenSite(view, form) : undefined
        // For who may not, there is no such form.
        if (!at || !can.manageSite(view.actor, at)) return faultPage(c, app, 'notFound')
        return post(c, view, at, form)
      })
    })
  return area
}

async function show(
  c: Context,
  view: DeskView,
  at: DeskSite,
  more: Partial<ListingShown>,
): Promise<Response> {
  const { db } = view.app.people.records
  const [said, setting] = await Promise.all([readSiteWord(db, at), readSiteSetting(db, at)])
  const shown: ListingShown = {
    at,
    word: said ?? nothingSaid,
    ...(said && { saidOn: said.saidAt.slice(0, 10) }),
    setting: {
      promiseDays: String(setting.promiseDays),
      country: setting.country ?? '',
      region: setting.region ?? '',
      timeZone: setting.timeZone ?? '',
      closesAt: setting.closesAt,
    },
    problems: [],
    ...more,
  }
  return c.html(listingPage(view, shown), shown.problems.length > 0 ? 422 : 200)
}

const nothingSaid: SiteWord = {
  status: null,
  contact: null,
  hours: null,
  summaryEn: null,
  summaryFr: null,
}

async function postWord(
  c: Context,
  view: DeskView,
  at: DeskSite,
  form: URLSearchParams,
): Promise<Response> {
  const { app, actor, page } = view
  const text = (name: string): string | null => {
    const typed = (form.get(name) ?? '').replace(/\r\n?/g, '\n').trim()
    return typed === '' ? null : typed
  }
  const word = {
    status: text('status'),
    contact: text('contact'),
    hours: text('hours'),
    summaryEn: text('summaryEn'),
    summaryFr: text('summaryFr'),
  }
  const said = await saySiteWord(app.people, actor, { at, word }, app.now())
  if (said.kind === 'no') return faultPage(c, app, 'notFound')
  if (said.kind === 'said') return saved(c, view, at)
  const words = page.words.desk.listing
  const problems = said.fields.map((field) => ({
    field,
    text: field === 'status' ? words.wrongStatus : words.tooLong,
  }))
  return show(c, view, at, { word, problems })
}

async function postPromise(
  c: Context,
  view: DeskView,
  at: DeskSite,
  form: URLSearchParams,
): Promise<Response> {
  const { app, actor, page } = view
  const of = (name: keyof TypedSetting): string => form.get(name) ?? ''
  const setting: TypedSetting = {
    promiseDays: of('promiseDays'),
    country: of('country'),
    region: of('region'),
    timeZone: of('timeZone'),
    closesAt: of('closesAt'),
  }
  const read = await readTypedSetting(setting)
  if (read.kind === 'wrong') {
    const words = page.words.desk.listing.settingProblems
    const problems = read.fields.map((field) => ({ field, text: words[field] }))
    return show(c, view, at, { setting, problems })
  }
  await app.people.records.write((tx) =>
    saveSiteSetting(tx, at, read.setting, { accountId: actor.accountId, now: app.now() }),
  )
  return saved(c, view, at)
}

function saved(c: Context, { page }: DeskView, at: DeskSite): Response {
  return c.redirect(link(page, paths.deskListing(), { at: keyOf(at), did: 'saved' }), 303)
}
