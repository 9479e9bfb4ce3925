import { type Context, Hono } from 'hono'
import { longestReply, readStep } from '../../../people/enquiries/desk/step.ts'
import {
  dropTemplate,
  keepTemplate,
  longestTemplateName,
  mostTemplates,
  type TemplateKept,
  templatesAt,
  type TypedTemplate,
} from '../../../people/enquiries/desk/templates.ts'
import type { App } from '../../shell/app.ts'
import { link } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { withDesk } from '../parts/desk-view.ts'
import type { DeskView } from '../parts/desk-layout.ts'
import { chosenSite, keyOf } from '../parts/site-choice.ts'
import { templatesPage, type TemplatesShown } from './templates-page.ts'

/** `/desk/templates`: what a site writes often. */
export function deskTemplateRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.deskTemplates.pattern, (c) =>
    withDesk(c, app, (view) => show(c, view, new URLSearchParams(view.page.query))),
  )
  area.post(paths.deskTemplates.pattern, async (c) => {
    const form = await readForm(c)
    return form ? withDesk(c, app, (view) => keep(c, view, form)) : faultPage(c, app, 'form')
  })
  area.post(paths.deskTemplateDeletion.pattern, async (c) => {
    const form = await readForm(c)
    return form ? withDesk(c, app, (view) => drop(c, view, form)) : faultPage(c, app, 'form')
  })
  return area
}

async function show(
  c: Context,
  view: DeskView,
  params: URLSearchParams,
  more: Pick<TemplatesShown, 'typed' | 'problem'> = {},
): Promise<Response> {
  const at = chosenSite(view, params)
  if (!at) return faultPage(c, view.app, 'notFound')
  const templates = await templatesAt(view.app.people.records.db, at)
  const typed = templates.find(({ id }) => id === params.get('change'))
  const shown = { at, templates, ...(typed && { typed }), ...more }
  return c.html(templatesPage(view, shown), more.problem ? 422 : 200)
}

async function keep(c: Context, view: DeskView, form: URLSearchParams): Promise<Response> {
  const { app, actor, page } = view
  const at = chosenSite(view, form)
  if (!at || !form.has('at')) return faultPage(c, app, 'notFound')
  const typed = typedTemplate(form)
  const kept = await keepTemplate(app.people, actor, { at, template: typed }, app.now())
  if (kept === 'kept') return c.redirect(link(page, paths.deskTemplates(), { at: keyOf(at) }), 303)
  if (kept === 'no') return faultPage(c, app, 'notFound')
  return show(c, view, form, { typed, problem: problemOf(view, kept) })
}

function typedTemplate(form: URLSearchParams): TypedTemplate {
  const id = form.get('id')
  return {
    ...(id !== null && { id }),
    name: form.get('name') ?? '',
    step: readStep(form.get('step') ?? undefined) ?? 'contacted',
    language: form.get('language') === 'fr' ? 'fr' : 'en',
    text: (form.get('text') ?? '').replace(/\r\n?/g, '\n'),
  }
}

function problemOf(
  { page }: DeskView,
  kept: Exclude<TemplateKept, 'kept' | 'no'>,
): NonNullable<TemplatesShown['problem']> {
  const words = page.words.desk.templates
  switch (kept) {
    case 'name':
      return { field: 'name', text: words.needsName(longestTemplateName) }
    case 'text':
      return { field: 'text', text: words.needsText(longestReply) }
    case 'many':
      return { field: 'name', text: words.tooMany(mostTemplates) }
  }
}

async function drop(c: Context, view: DeskView, form: URLSearchParams): Promise<Response> {
  const { app, actor, page } = view
  const at = chosenSite(view, form)
  if (!at || !form.has('at')) return faultPage(c, app, 'notFound')
  await dropTemplate(app.people, actor, { at, id: form.get('id') ?? '' }, app.now())
  return c.redirect(link(page, paths.deskTemplates(), { at: keyOf(at) }), 303)
}
