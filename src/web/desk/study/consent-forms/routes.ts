import { type Context, Hono } from 'hono'
import { readConsentForms, readConsentText } from '../../../../study/conduct/model/consent-forms.ts'
import {
  addConsentForm,
  approveConsentForm,
  longestConsentForm,
} from '../../../../study/conduct/set-up/consent-forms.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { readForm } from '../../../shell/read-body.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { goneStudyPage } from '../parts/gone-study-page.ts'
import { mayRunStudy, type RunView, withRun } from '../parts/study-view.ts'
import {
  consentFormsPage,
  consentTextPage,
  type FormsShown,
  type TypedForms,
} from './forms-page.ts'

/** `/desk/study/:study/consent-forms`: the texts of consent, word for word, and since when each site asks by them. */
export function studyConsentFormRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyConsentForms.pattern, (c) =>
    withRun(c, app, (view) => {
      const words = view.page.words.consentForms
      const did = c.req.query('did')
      const said = did === 'added' ? words.add.done : did === 'approved' ? words.approve.done : ''
      return show(c, view, { typed: nothing(view), problems: [], ...(said && { did: said }) })
    }),
  )
  area.post(paths.studyConsentForms.pattern, (c) =>
    withRun(c, app, (view) => post(c, view), mayRunStudy),
  )
  area.get(paths.studyConsentForm.pattern, (c) => withRun(c, app, (view) => showText(c, view)))
  return area
}

async function show(
  c: Context,
  view: RunView,
  shown: FormsShown,
  status: 200 | 422 = 200,
): Promise<Response> {
  const forms = await readConsentForms(view.app.people.records.db, view.study)
  return c.html(consentFormsPage(view, forms, shown), status)
}

function nothing({ page }: RunView): TypedForms {
  const { language } = page
  return { name: '', language, text: '', form: '', site: '', from: '', reconsent: '' }
}

async function post(c: Context, view: RunView): Promise<Response> {
  const { app, page } = view
  const form = await readForm(c)
  if (!form) return faultPage(c, app, 'form')
  const text = (name: keyof TypedForms): string => (form.get(name) ?? '').trim()
  const typed: TypedForms = {
    name: text('name'),
    language: text('language') === 'fr' ? 'fr' : 'en',
    text: text('text'),
    form: text('form'),
    site: text('site'),
    from: text('from'),
    reconsent: text('reconsent'),
  }
  const isApproval = form.get('act') === 'approve'
  const wrong = isApproval ? await approve(view, typed) : await add(view, typed)
  if (wrong === 'notYours') return c.html(goneStudyPage(view), 404)
  if (wrong) return show(c, view, { typed, problems: [wrong] }, 422)
  const did = isApproval ? 'approved' : 'added'
  return c.redirect(link(page, paths.studyConsentForms(view.study), { did }), 303)
}

type Wrong = FormsShown['problems'][number] | 'notYours' | undefined

async function add({ app, actor, page, study }: RunView, typed: TypedForms): Promise<Wrong> {
  const words = page.words.consentForms.problems
  const { name, language, text } = typed
  const outcome = await addConsentForm(
    app.people,
    actor,
    { study, name, language, text },
    app.now(),
  )
  switch (outcome) {
    case 'done':
      return undefined
    case 'notYours':
    case 'unknown':
      return 'notYours'
    case 'name':
    case 'known':
      return { field: 'name', text: words[outcome] }
    case 'text':
      return { field: 'text', text: words.text(longestConsentForm) }
  }
}

async function approve(
  { app, actor, page, study, run }: RunView,
  typed: TypedForms,
): Promise<Wrong> {
  const words = page.words.consentForms.problems
  const { form: name, site, from, reconsent } = typed
  if (name === '') return { field: 'form', text: words.form }
  if (!run.sites.some((one) => one.site === site)) return { field: 'site', text: words.site }
  if (reconsent !== 'yes' && reconsent !== 'no')
    return { field: 'reconsent', text: words.reconsent }
  const asked = { study, name, site, from, reconsent: reconsent === 'yes' }
  const outcome = await approveConsentForm(app.people, actor, asked, app.now())
  switch (outcome) {
    case 'done':
      return undefined
    case 'notYours':
      return 'notYours'
    case 'unknown':
      return { field: 'form', text: words.form }
    case 'known':
      return { field: 'form', text: words.approved }
    case 'days':
    case 'earlier':
      return { field: 'from', text: words[outcome] }
  }
}

async function showText(c: Context, view: RunView): Promise<Response> {
  const { app, study } = view
  const { db } = app.people.records
  const name = c.req.param('form') ?? ''
  const language = c.req.query('language') === 'fr' ? 'fr' : 'en'
  const forms = await readConsentForms(db, study)
  const known = forms
    .find((one) => one.name === name)
    ?.texts.find((one) => one.language === language)
  const text = known && (await readConsentText(db, study, name, language))
  if (!known || text === undefined) return faultPage(c, app, 'notFound')
  return c.html(consentTextPage(view, { name, language, hash: known.hash, text }))
}
