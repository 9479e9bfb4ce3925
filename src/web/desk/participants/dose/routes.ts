import { type Context, Hono } from 'hono'
import { needsSecondPerson } from '../../../../study/conduct/model/case.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import { can } from '../../../../people/accounts/model/can.ts'
import type { Recorded } from '../../../../study/conduct/record/change.ts'
import {
  confirmDose,
  prepareDose,
  takeBackDose,
} from '../../../../study/conduct/record/confirm-dose.ts'
import type { DoseProblem } from '../../../../study/conduct/record/dose-problems.ts'
import {
  type DoseOrder,
  orderStanding,
  readDoseOrder,
  readDoseOrders,
} from '../../../../study/conduct/record/dose-order.ts'
import { freeStrata } from '../../../../study/conduct/record/take-allocation.ts'
import { giveAllTheSame, giveDose } from '../../../../study/conduct/record/give-dose.ts'
import { withFreshActor } from '../../../account/parts/fresh.ts'
import type { App } from '../../../shell/app.ts'
import type { Markup } from '../../../shell/markup.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneParticipantPage } from '../parts/gone-participant-page.ts'
import { type ParticipantView, viewAfter, withParticipant } from '../parts/participant-view.ts'
import { doseUnits } from './dose-fields.ts'
import { allTheSamePage, dosePage } from './dose-page.ts'
import { noOrderPage, orderPage, type OrderPageGiven } from './order-page.ts'
import { accountsOfDose } from './recorded-note.ts'
import { doseAskOf, type DoseSheet, emptySheet, typedDoseOf } from './typed-dose-form.ts'

/** The next dose of a participant, what records it, and what a second person confirms. */
export function participantDoseRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.participantDose.pattern, (c) =>
    withParticipant(c, app, async (view) => c.html(await nextDosePage(view))),
  )
  area.post(paths.participantDose.pattern, (c) => withDoseForm(c, app, postDose, can.recordDoses))
  const same = (c: Context, answer: () => Promise<Response>): Promise<Response> =>
    withFreshActor(c, app, paths.doseAllTheSame(c.req.param('id') ?? ''), answer)
  area.get(paths.doseAllTheSame.pattern, (c) =>
    same(c, () =>
      withParticipant(
        c,
        app,
        (view) => c.html(allTheSamePage(view, newSheet(view))),
        can.signAsInvestigator,
      ),
    ),
  )
  area.post(paths.doseAllTheSame.pattern, (c) =>
    same(c, () => withDoseForm(c, app, postAllTheSame, can.signAsInvestigator)),
  )
  area.get(paths.doseOrder.pattern, (c) =>
    withParticipant(c, app, (view) => showOrder(c, view, 200, {})),
  )
  area.post(paths.doseOrder.pattern, (c) => withDoseForm(c, app, postOrder, can.recordDoses))
  area.post(paths.doseOrderReturn.pattern, (c) => withDoseForm(c, app, postReturn, can.recordDoses))
  return area
}

type DosePost = (c: Context, view: ParticipantView, form: URLSearchParams) => Promise<Response>

async function withDoseForm(
  c: Context,
  app: App,
  post: DosePost,
  may: (typeof can)['recordDoses'],
): Promise<Response> {
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  return withParticipant(c, app, (view) => post(c, view, form), may)
}

/** A form for the regimen that was asked for, or the first. */
function newSheet({ app, page, of }: ParticipantView): DoseSheet {
  const asked = new URLSearchParams(page.query).get('regimen')
  const { nextDoses } = of.state
  const next = nextDoses.find(({ regimen }) => regimen === asked) ?? nextDoses[0]
  const regimen = of.protocol.regimens.find(({ id }) => id === next?.regimen)
  const [unit = 'mg'] = doseUnits({ of }, regimen)
  return emptySheet(app.people.newId(), regimen?.id ?? '', unit)
}

async function nextDosePage(
  view: ParticipantView,
  sheet: DoseSheet = newSheet(view),
): Promise<Markup> {
  const { app, of, page } = view
  const { db, keys } = app.people.records
  const asked = new URLSearchParams(page.query).get('recorded')
  const recorded = sheet.problem ? undefined : of.facts.find(({ id }) => id === asked)
  const names = await accountNames(db, keys, recorded ? accountsOfDose(recorded) : [])
  const waiting = await waitingOrders(view)
  const mayTake = can.recordFacts(view.actor, of.participant) && view.kit === undefined
  const isKitDue = mayTake && (await freeStrata(db, of.participant)).length > 0
  return dosePage(view, { sheet, names, waiting, isKitDue, ...(recorded && { recorded }) })
}

async function waitingOrders({ app, of }: ParticipantView): Promise<readonly DoseOrder[]> {
  const { db } = app.people.records
  const orders = await readDoseOrders(db, of.participant)
  const standings = await Promise.all(
    orders.map((order) => orderStanding(order, of, db, app.now())),
  )
  return orders.filter((_, at) => standings[at]?.kind === 'waiting')
}

const postDose: DosePost = async (c, view, form) => {
  const { app, actor, of, page } = view
  const typed = typedDoseOf(form)
  const ask = doseAskOf(form, of, app.people.newId)
  const sheet = { typed, formKey: ask.formKey }
  if (needsSecondPerson(of, typed.regimen)) {
    const prepared = await prepareDose(app.people, actor, ask, typed, app.now())
    if (prepared.kind !== 'done') return doseAgain(c, view, prepared, sheet, nextDosePage)
    return c.redirect(link(page, paths.doseOrder(of.participant.id, prepared.order)), 303)
  }
  const given = await giveDose(app.people, actor, ask, typed, app.now())
  if (given.kind !== 'done') return doseAgain(c, view, given, sheet, nextDosePage)
  return toRecorded(c, view, given)
}

const postAllTheSame: DosePost = async (c, view, form) => {
  const { app, actor, of } = view
  const typed = typedDoseOf(form)
  const ask = doseAskOf(form, of, app.people.newId)
  const given = await giveAllTheSame(app.people, actor, ask, typed, app.now())
  const sheet = { typed, formKey: ask.formKey }
  if (given.kind !== 'done') return doseAgain(c, view, given, sheet, allTheSamePage)
  return toRecorded(c, view, given)
}

function toRecorded(
  c: Context,
  { page, of }: ParticipantView,
  { recorded }: Extract<Recorded<DoseProblem>, { readonly kind: 'done' }>,
): Response {
  const query = { recorded: recorded[0]?.id }
  return c.redirect(link(page, paths.participantDose(of.participant.id), query), 303)
}

/** The page again, with what was typed and why nothing was recorded. */
async function doseAgain(
  c: Context,
  view: ParticipantView,
  outcome: Exclude<Recorded<DoseProblem>, { readonly kind: 'done' }>,
  sheet: DoseSheet,
  show: (view: ParticipantView, sheet: DoseSheet) => Markup | Promise<Markup>,
): Promise<Response> {
  switch (outcome.kind) {
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'locked':
      return c.html(await show({ ...view, lock: outcome.lock }, sheet), 409)
    case 'changed': {
      const now = viewAfter(view, outcome.now)
      return c.html(await show(now, { ...sheet, isChanged: true }), 409)
    }
    case 'refused':
      return c.html(
        await show(viewAfter(view, outcome.now), { ...sheet, problem: outcome.problem }),
        422,
      )
  }
}

const postOrder: DosePost = async (c, view, form) => {
  const { app, actor, of } = view
  const ask = doseAskOf(form, of, app.people.newId)
  const number = (form.get('number') ?? '').trim()
  const order = c.req.param('order') ?? ''
  const outcome = await confirmDose(app.people, actor, ask, { order, number }, app.now())
  const sheet = { formKey: ask.formKey, number }
  switch (outcome.kind) {
    case 'done':
      return toRecorded(c, view, outcome)
    case 'gone':
      return c.html(goneParticipantPage(view), 404)
    case 'locked':
      return showOrder(c, { ...view, lock: outcome.lock }, 409, sheet)
    case 'changed':
      return showOrder(c, viewAfter(view, outcome.now), 409, { ...sheet, isChanged: true })
    case 'refused': {
      const { problem, now } = outcome
      return showOrder(c, viewAfter(view, now), 422, { ...sheet, problem })
    }
  }
}

const postReturn: DosePost = async (c, view) => {
  const { app, actor, of, page } = view
  const order = c.req.param('order') ?? ''
  const back = await takeBackDose(app.people, actor, { id: of.participant.id, order }, app.now())
  if (back.kind === 'gone') return c.html(noOrderPage(view), 404)
  if (back.kind === 'locked') return showOrder(c, { ...view, lock: back.lock }, 409, {})
  return c.redirect(link(page, paths.doseOrder(of.participant.id, order)), 303)
}

async function showOrder(
  c: Context,
  view: ParticipantView,
  status: 200 | 409 | 422,
  sheet: Partial<OrderPageGiven['sheet']>,
): Promise<Response> {
  const { app, of } = view
  const { db, keys } = app.people.records
  const order = await readDoseOrder(db, of.participant, c.req.param('order') ?? '')
  if (!order) return c.html(noOrderPage(view), 404)
  const standing = await orderStanding(order, of, db, app.now())
  const by = order.preparedBy.replace(/^account\//, '')
  const names = await accountNames(db, keys, [by])
  const full = { formKey: app.people.newId(), number: '', ...sheet }
  return c.html(orderPage(view, { order, standing, names, sheet: full }), status)
}
