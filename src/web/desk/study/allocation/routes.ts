import { type Context, Hono } from 'hono'
import { allocationCounts, importAllocation } from '../../../../study/conduct/set-up/allocation.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { sentForm, textOf } from '../parts/sent-form.ts'
import { mayRunStudy, type RunView, withRun } from '../parts/study-view.ts'
import { allocationPage, type AllocationShown } from './allocation-page.ts'

/** `/desk/study/:study/allocation`: lists of allocation, for who manages the whole study. */
export function studyAllocationRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyAllocation.pattern, (c) =>
    withRun(c, app, (view) => show(c, view, 200, { ...nothing, ...didOf(view) }), mayRunStudy),
  )
  area.post(paths.studyAllocation.pattern, (c) =>
    withRun(c, app, (view) => takeIn(c, view), mayRunStudy),
  )
  return area
}

const nothing = { typed: { list: '', isBlind: true, text: '' } } as const

function didOf({ page }: RunView): { readonly did?: string } {
  const places = new URLSearchParams(page.query).get('places') ?? ''
  return /^\d{1,5}$/.test(places) ? { did: page.words.allocation.form.done(Number(places)) } : {}
}

async function show(
  c: Context,
  view: RunView,
  status: 200 | 409 | 422,
  shown: Omit<AllocationShown, 'counts'>,
): Promise<Response> {
  const counts = await allocationCounts(view.app.people.records.db, view.study)
  return c.html(allocationPage(view, { ...shown, counts }), status)
}

async function takeIn(c: Context, view: RunView): Promise<Response> {
  const { app, actor, page, study } = view
  const fields = await sentForm(c)
  const sent = fields.find(({ name, file }) => name === 'file' && file !== undefined)?.file
  const file = sent ? Buffer.from(sent).toString() : ''
  const typed = {
    list: (textOf(fields, 'list') ?? '').trim(),
    isBlind: textOf(fields, 'blind') !== 'no',
    text: file.trim() === '' ? (textOf(fields, 'text') ?? '') : file,
  }
  const outcome = await importAllocation(app.people, actor, { study, ...typed }, app.now())
  if (outcome.kind === 'done') {
    const query = { places: outcome.places }
    return c.redirect(link(page, paths.studyAllocation(study), query), 303)
  }
  return show(c, view, outcome.kind === 'locked' ? 409 : 422, { typed, outcome })
}
