import { type Context, Hono } from 'hono'
import { assignEnquiry } from '../../../people/enquiries/desk/assign.ts'
import type { Decided } from '../../../people/enquiries/desk/decide.ts'
import { openEnquiry, peekEnquiry } from '../../../people/enquiries/desk/open-enquiry.ts'
import { addSiteNote } from '../../../people/enquiries/desk/site-note.ts'
import { takeStep } from '../../../people/enquiries/desk/take-step.ts'
import type { Enquiry } from '../../../people/enquiries/model/enquiry.ts'
import { longestText } from '../../../people/enquiries/model/details.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { withDesk } from '../parts/desk-view.ts'
import { saidMoment } from '../parts/said-moment.ts'
import { enquiryPage } from './enquiry-page.ts'
import { versionOn } from './protocol-version.ts'
import { type Beside, gatherEnquiry, otherSites } from './gather.ts'
import { gonePage } from './gone-page.ts'
import type { Opened, TypedStep } from './opened.ts'
import { versionOfForm, stepAsk, stepProblems, typedStep, withoutReturns } from './read-step.ts'

/** `/desk/enquiries/:id`: one enquiry, and what is done to it. */
export function deskEnquiryRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.deskEnquiry.pattern, (c) =>
    withDesk(c, app, async (view) => {
      const { records } = app.people
      const id = idOf(c)
      const enquiry = isLookedAt(c)
        ? await openEnquiry(records, view.actor, id, app.now())
        : await peekEnquiry(records, view.actor, id)
      if (!enquiry) return c.html(gonePage(view), 404)
      const did = new URLSearchParams(view.page.query).get('did')
      const beside = did === 'saved' || did === 'noted' ? { did } : {}
      return c.html(enquiryPage(await gatherEnquiry(view, enquiry, beside as Partial<Beside>)))
    }),
  )
  area.post(paths.deskStep.pattern, (c) => withForm(c, app, postStep))
  area.post(paths.deskTake.pattern, (c) => withForm(c, app, postTake))
  area.post(paths.deskNote.pattern, (c) => withForm(c, app, postNote))
  return area
}

function idOf(c: Context): string {
  return c.req.param('id') ?? ''
}

/** A browser that fetches a page before anybody asks for it, or only its head, has not read it. */
function isLookedAt(c: Context): boolean {
  const purpose = c.req.header('Sec-Purpose') ?? c.req.header('Purpose') ?? ''
  return c.req.method === 'GET' && !purpose.includes('prefetch')
}

type Post = (c: Context, view: DeskView, form: URLSearchParams) => Promise<Response>

async function withForm(c: Context, app: App, post: Post): Promise<Response> {
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  return withDesk(c, app, (view) => post(c, view, form))
}

const postStep: Post = async (c, view, form) => {
  const { app, actor, page } = view
  const typed = typedStep(form)
  const id = idOf(c)
  const enquiry = await peekEnquiry(app.people.records, actor, id)
  const ask = stepAsk(typed, {
    id,
    version: versionOfForm(form),
    ...(enquiry && knownOf(app, enquiry, typed)),
  })
  if (!ask) return again(c, view, { typed, problems: stepProblems(page, typed, 'step') })
  const outcome = await takeStep(app.people, actor, ask, app.now())
  if (outcome.kind === 'refused')
    return again(c, view, { typed, problems: stepProblems(page, typed, outcome.problem) })
  return answer(c, view, outcome, { typed, text: ask.text })
}

/** What the records of studies know of a step: the protocol of the day of consent, and the name of the other site. */
function knownOf(
  app: App,
  enquiry: Enquiry,
  { consentedOn, site }: TypedStep,
): { readonly protocolVersion?: string; readonly siteName?: string } {
  const protocolVersion = versionOn(app, enquiry.study, consentedOn)
  const siteName = otherSites(app, enquiry).find((one) => one.site === site)?.name
  return {
    ...(protocolVersion !== undefined && { protocolVersion }),
    ...(siteName !== undefined && { siteName }),
  }
}

const postTake: Post = async (c, view, form) => {
  const { app, actor, page } = view
  const [typed, id] = [form.get('to') ?? '', idOf(c)]
  const to = typed === '' ? null : typed
  const ask = { id, version: versionOfForm(form), to }
  const outcome = await assignEnquiry(app.people, actor, ask, app.now())
  if (outcome.kind === 'refused')
    return again(c, view, { problems: [{ field: 'to', text: page.words.desk.problems.person }] })
  return answer(c, view, outcome, {})
}

const postNote: Post = async (c, view, form) => {
  const { app, actor, page } = view
  const [id, text] = [idOf(c), withoutReturns(form.get('note') ?? '')]
  const kept = await addSiteNote(app.people, actor, { id, text }, app.now())
  if (kept === 'kept') return c.redirect(link(page, paths.deskEnquiry(id), { did: 'noted' }), 303)
  if (kept === 'gone') return c.html(gonePage(view, text), 404)
  const say = page.words.desk.problems
  const problem = kept === 'empty' ? say.note : say.text(longestText)
  return again(c, view, { typedNote: text, problems: [{ field: 'note', text: problem }] })
}

/** The page of the enquiry with what was typed and what is wrong with it. */
async function again(c: Context, view: DeskView, beside: Partial<Beside>): Promise<Response> {
  const enquiry = await peekEnquiry(view.app.people.records, view.actor, idOf(c))
  if (!enquiry) return c.html(gonePage(view), 404)
  return c.html(enquiryPage(await gatherEnquiry(view, enquiry, beside)), 422)
}

/** Where one goes when it was done; else who was faster, with what was typed. */
async function answer<Problem extends string>(
  c: Context,
  view: DeskView,
  outcome: Exclude<Decided<Problem>, { kind: 'refused' }>,
  { typed, text }: { readonly typed?: Opened['typed']; readonly text?: string },
): Promise<Response> {
  const { page } = view
  switch (outcome.kind) {
    case 'done': {
      const did = typed === undefined ? undefined : 'saved'
      return c.redirect(link(page, paths.deskEnquiry(outcome.enquiry.id), { did }), 303)
    }
    case 'gone':
      return c.html(gonePage(view, text), 404)
    case 'changed': {
      const opened = await gatherEnquiry(view, outcome.enquiry, typed ? { typed } : {})
      return c.html(enquiryPage({ ...opened, changed: whoWas(opened, outcome.last) }), 409)
    }
  }
}

function whoWas(
  { view: { page }, names, clock, enquiry }: Opened,
  last: Opened['enquiry']['events'][number] | undefined,
): NonNullable<Opened['changed']> {
  const words = page.words.desk.changed.by
  const name = last && last.accountId !== null ? names.get(last.accountId) : undefined
  const at = last?.at ?? enquiry.stateAt
  return {
    by: name ?? words[last?.actor ?? 'system'],
    at: saidMoment(page, at, clock.timeZone, 'moment'),
  }
}
