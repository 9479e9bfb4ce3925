import { type Context, Hono } from 'hono'
import { isFresh } from '../../../../people/accounts/model/actor.ts'
import { can } from '../../../../people/accounts/model/can.ts'
import { accountNames } from '../../../../people/accounts/names.ts'
import {
  freeze,
  type LockDone,
  lockStudy,
  unlockStudy,
} from '../../../../study/conduct/review/lock.ts'
import { participantPlaces } from '../../../../study/conduct/model/participant-places.ts'
import {
  readLockSteps,
  readStudySignatures,
} from '../../../../study/conduct/review/lock-history.ts'
import { lockConcerns } from '../../../../study/conduct/review/lock-concerns.ts'
import { lockNeeds } from '../../../../study/conduct/review/lock-needs.ts'
import { proveAgainAddress } from '../../../account/parts/fresh.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { mayRunStudy, type RunView, withRun } from '../parts/study-view.ts'
import { type LockAct, type LockShown, lockPage } from './lock-page.ts'

/** `/desk/study/:study/lock`: what the data may take, what is missing before a lock, and who did what. */
export function studyLockRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyLock.pattern, (c) =>
    withRun(
      c,
      app,
      (view) => {
        const did = new URLSearchParams(view.page.query).get('did')
        const said = acts.find((act) => act === did)
        return show(c, view, { did: said && view.page.words.runStudy.lock.did[said] }, 200)
      },
      ({ actor, study }) => can.readData(actor, { study, site: null }),
    ),
  )
  area.post(paths.studyLock.pattern, (c) =>
    withRun(
      c,
      app,
      async (view) => {
        const form = await readForm(c)
        return form ? act(c, view, form) : faultPage(c, app, 'form')
      },
      mayRunStudy,
    ),
  )
  return area
}

const acts = ['freeze', 'unfreeze', 'lock', 'unlock'] as const

async function show(
  c: Context,
  view: RunView,
  more: Partial<LockShown>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const { app, run, study, page, actor } = view
  const { db, keys } = app.people.records
  const steps = await readLockSteps(db, study)
  const shown: LockShown = {
    needs: view.lock === 'locked' ? [] : await lockNeeds(db, keys, run, app.now()),
    concerns: view.lock === 'locked' ? [] : await lockConcerns(db, study),
    steps,
    signatures: await readStudySignatures(db, keys, study),
    names: await accountNames(
      db,
      keys,
      steps.map(({ by }) => by),
    ),
    participants: await participantPlaces(db, study),
    isFresh: isFresh(actor, app.now()),
    proveAddress: proveAgainAddress(page, paths.studyLock(study)),
    act: undefined,
    reason: '',
    problems: [],
    ...more,
  }
  return c.html(lockPage(view, shown), status)
}

async function act(c: Context, view: RunView, form: URLSearchParams): Promise<Response> {
  const { page, study } = view
  const asked = acts.find((one) => one === form.get('act'))
  const field = asked === 'lock' ? 'lockReason' : 'reason'
  const reason = form.get(field) ?? ''
  if (!asked) return show(c, view, {}, 422)
  const done = await doIt(view, asked, reason, form.get('participant') ?? '')
  if (done.kind === 'done' || done.kind === 'locked')
    return c.redirect(link(page, paths.studyLock(study), { did: asked }), 303)
  if (done.kind === 'notYours') return faultPage(c, view.app, 'notFound')
  if (done.kind === 'proveAgain')
    return c.redirect(proveAgainAddress(page, paths.studyLock(study)), 303)
  const text = page.words.runStudy.lock.problems[done.kind]
  const status = done.kind === 'reason' ? 422 : 409
  return show(c, view, { act: asked, reason, problems: [{ field, text }] }, status)
}

function doIt(
  view: RunView,
  asked: LockAct,
  reason: string,
  participant: string,
): Promise<LockDone> {
  const { app, actor, study } = view
  const ask = { study, reason }
  if (asked === 'lock') return lockStudy(app.people, actor, ask, app.now())
  if (asked === 'unlock') return unlockStudy(app.people, actor, ask, app.now())
  const of = participant === '' ? {} : { participantId: participant }
  return freeze(app.people, actor, { ...ask, ...of, kind: asked }, app.now())
}
