import { type Context, Hono } from 'hono'
import { jsonSchemaOf } from '../../study/protocol/read/json-schemas.ts'
import type { StudyVersion } from '../../study/protocol/versions.ts'
import type { App } from '../shell/app.ts'
import type { SiteArea } from '../shell/area.ts'
import { link, pageOf } from '../shell/page.ts'
import { paths } from '../shell/paths.ts'
import { faultPage } from '../shell/site/faults.ts'
import { chosenVersion, versionView, versionsOf } from './parts/version-view.ts'
import { changesPage } from './show/changes-page.ts'
import { protocolListPage } from './show/list-page.ts'
import { protocolPage } from './show/protocol-page.ts'

/** Protocols as data: the list, one version with the source's words, and what changed. */
export const protocolsArea: SiteArea = { routes: protocolRoutes }

function protocolRoutes(app: App): Hono {
  const site = new Hono()
  site.get(paths.protocols.pattern, (c) => c.html(protocolListPage(pageOf(c, app), studies(app))))
  site.get(paths.protocolSchema.pattern, (c) => c.json(schema()))
  site.get(paths.protocolJson.pattern, (c) => twin(c, app))
  site.get(paths.protocol.pattern, (c) => show(c, app))
  site.get(paths.protocolChanges.pattern, (c) => changes(c, app))
  return site
}

let schemaMade: object | undefined

/** The published JSON Schema of a protocol, made once. */
function schema(): object {
  schemaMade ??= jsonSchemaOf('protocol')
  return schemaMade
}

/** The versions of each study, study by study. */
function studies(app: App): readonly (readonly StudyVersion[])[] {
  const { versions } = app.protocols()
  const names = [...new Set(versions.map(({ protocol }) => protocol.study))].toSorted()
  return names.map((study) => versionsOf(versions, study))
}

function show(c: Context, app: App): Response | Promise<Response> {
  const page = pageOf(c, app)
  const chosen = chosenVersion(app, c.req.param('id') ?? '', c.req.query('version'))
  if (!chosen) return faultPage(c, app, 'notFound')
  const { study } = chosen.shown.protocol
  if (c.req.param('id') !== study) return c.redirect(link(page, paths.protocol(study)), 301)
  const view = versionView(page, chosen.versions, chosen.shown)
  return c.html(protocolPage(view, app.catalogue.has(study)))
}

/** The document itself. */
function twin(c: Context, app: App): Response | Promise<Response> {
  const id = (c.req.param('id') ?? '').replace(/\.json$/, '')
  const chosen = chosenVersion(app, id, c.req.query('version'))
  return chosen ? c.json(chosen.shown.protocol) : faultPage(c, app, 'notFound')
}

/** Between the two newest versions where none is named. */
function changes(c: Context, app: App): Response | Promise<Response> {
  const page = pageOf(c, app)
  const newer = chosenVersion(app, c.req.param('id') ?? '', c.req.query('to'))
  if (!newer) return faultPage(c, app, 'notFound')
  const { versions, shown } = newer
  const before = versions[Math.max(0, versions.indexOf(shown) - 1)]
  const from = c.req.query('from') ?? before?.protocol.version
  const older = versions.find(({ protocol }) => protocol.version === from)
  if (!older) return faultPage(c, app, 'notFound')
  return c.html(changesPage(versionView(page, versions, older), versionView(page, versions, shown)))
}
