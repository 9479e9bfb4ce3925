import { type Context, Hono } from 'hono'
import { readFormBody, type SentField } from '../../../base/read-form.ts'
import type { StudyVersion } from '../../../study/protocol/versions.ts'
import type { App, ShippedReport } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { pageOf } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { readBody } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { chosenVersion } from '../parts/version-view.ts'
import { factsProblems, mostReportBytes } from '../../report/sent-facts.ts'
import { reportDocument } from '../../report/report-document.ts'
import { type ReportForm, reportPage } from './report-page.ts'
import { type ReportWriter, openReportWriter } from '../../report/report-writer.ts'

/**
 * `/protocols/:id/report`: a form by GET, the report of a posted file of facts by POST. The file is read in memory, to an end
 * that is set, and kept nowhere. The report of the invented participants is answered by GET, too.
 */
export const reportArea: SiteArea = {
  routes: reportRoutes,
  bodyLimit: {
    bytes: mostReportBytes + 64 * 1024,
    fields: 10,
    tooLarge: (c, app) => tooLarge(c, app),
  },
  caching: 'no-store',
}

function reportRoutes(app: App): Hono {
  const site = new Hono()
  const writer = openReportWriter()
  const shown: Demonstrations = new Map()
  site.get(paths.protocolReport.pattern, (c) =>
    c.req.query('show') === 'invented' ? demonstration(c, app, writer, shown) : ask(c, app),
  )
  site.post(paths.protocolReport.pattern, (c) => answer(c, app, writer))
  return site
}

function ask(c: Context, app: App): Response | Promise<Response> {
  const form = formOf(c, app, [])
  return form ? c.html(reportPage(form)) : faultPage(c, app, 'notFound')
}

function formOf(c: Context, app: App, problems: readonly string[]): ReportForm | undefined {
  const page = pageOf(c, app)
  // What is too large is turned away before its route, and the parts of its address, are known.
  const [, , id = ''] = page.path.split('/')
  const chosen = chosenVersion(app, id, c.req.query('version'))
  if (!chosen) return undefined
  const { study } = chosen.shown.protocol
  const hasDemonstration = shippedFor(app, study).recipe !== undefined
  return { page, ...chosen, problems, hasDemonstration }
}

/** By study and language. */
type Demonstrations = Map<string, ReturnType<ReportWriter['write']>>

/** The same for everybody: made once for each language and version. */
async function demonstration(
  c: Context,
  app: App,
  writer: ReportWriter,
  shown: Demonstrations,
): Promise<Response> {
  const { language } = pageOf(c, app)
  const chosen = chosenVersion(app, c.req.param('id') ?? '', undefined)
  const { plan, recipe } = chosen ? shippedFor(app, chosen.shown.protocol.study) : {}
  if (!chosen || !recipe) return faultPage(c, app, 'notFound')
  const version = chosen.versions.find(({ protocol }) => protocol.version === recipe.version)
  if (!version) return faultPage(c, app, 'notFound')
  const beside = chosen.versions.find((one) => one !== version)
  const key = `${recipe.study} ${language}`
  const made =
    shown.get(key) ??
    writer.write({
      language,
      version,
      ...(beside && { beside }),
      ...(plan && { plan }),
      from: { recipe },
    })
  shown.set(key, made)
  const written = await made.catch(() => 'slow' as const)
  if (typeof written === 'object' && 'text' in written) return reportDocument(c, written.text)
  shown.delete(key)
  return faultPage(c, app, 'busy')
}

async function answer(c: Context, app: App, writer: ReportWriter): Promise<Response> {
  const page = pageOf(c, app)
  const body = await readBody(c)
  const sent = readFormBody(body, c.req.header('content-type') ?? '', 10)
  const fields = sent.kind === 'form' ? sent.fields : []
  const chosen = chosenVersion(app, c.req.param('id') ?? '', valueOf(fields, 'version'))
  if (!chosen) return faultPage(c, app, 'notFound')
  const file = fields.find(({ name }) => name === 'facts')?.file
  const beside = besideOf(fields, chosen)
  const { plan } = shippedFor(app, chosen.shown.protocol.study)
  const written = await writer.write({
    language: page.language,
    version: chosen.shown,
    ...(beside && { beside }),
    ...(plan && { plan }),
    from: { file },
  })
  if (written === 'busy') return faultPage(c, app, 'busy')
  if (typeof written === 'object' && 'text' in written) return reportDocument(c, written.text)
  const problems = written === 'slow' ? [factsProblems(page.language).slow] : written.problems
  const form = formOf(c, app, problems)
  if (!form) return faultPage(c, app, 'notFound')
  return c.html(reportPage(form), written === 'slow' ? 503 : 422)
}

/** The plan of a study, and how participants are invented for it, where they ship. */
function shippedFor(app: App, study: string): Pick<ShippedReport, 'plan' | 'recipe'> {
  const own = app.protocols().reports.filter((one) => one.study === study)
  const plan = own.find((one) => one.plan)?.plan
  const recipe = own.find((one) => one.recipe)?.recipe
  return { ...(plan && { plan }), ...(recipe && { recipe }) }
}

function valueOf(fields: readonly SentField[], name: string): string | undefined {
  return fields.find((one) => one.name === name && one.file === undefined)?.value
}

function besideOf(
  fields: readonly SentField[],
  { versions, shown }: { readonly versions: readonly StudyVersion[]; readonly shown: StudyVersion },
): StudyVersion | undefined {
  const name = valueOf(fields, 'beside')
  return versions.find((one) => one !== shown && one.protocol.version === name)
}

function tooLarge(c: Context, app: App): Response | Promise<Response> {
  const form = formOf(c, app, [factsProblems(pageOf(c, app).language).tooLarge])
  return form ? c.html(reportPage(form), 413) : faultPage(c, app, 'notFound')
}
