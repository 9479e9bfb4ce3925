import { type Context, Hono } from 'hono'
import { addVersion } from '../../../../study/conduct/set-up/open-run.ts'
import { versionDocument } from '../../../../study/conduct/set-up/version-document.ts'
import type { Protocol } from '../../../../study/protocol/document/protocol.ts'
import type { StudyVersion } from '../../../../study/protocol/versions.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { sentForm, textOf } from '../parts/sent-form.ts'
import { mayRunStudy, type RunView, withRun } from '../parts/study-view.ts'
import { sentDocument } from './sent-document.ts'
import { studySwitchRoutes } from './switch-routes.ts'
import { type VersionsShown, versionsPage } from './versions-page.ts'

/** `/desk/study/:study/versions`: the versions of a protocol, and how one is added and switched on. */
export function studyVersionRoutes(app: App): Hono {
  const area = new Hono()
  area.get(paths.studyVersions.pattern, (c) =>
    withRun(c, app, (view) => {
      const did = new URLSearchParams(view.page.query).get('did')
      const { versions, switching } = view.page.words.runStudy
      const said =
        did === 'added' ? versions.added : did === 'switched' ? switching.done : undefined
      return c.html(versionsPage(view, shownOf(view, { did: said })))
    }),
  )
  area.get(paths.studyVersion.pattern, (c) => withRun(c, app, (view) => document(c, view)))
  area.post(paths.studyVersions.pattern, (c) =>
    withRun(c, app, (view) => add(c, view), mayRunStudy),
  )
  area.route('/', studySwitchRoutes(app))
  return area
}

/** What the page of versions shows, with the forms empty. */
function shownOf(view: RunView, more: Partial<VersionsShown> = {}): VersionsShown {
  const typed = { version: view.run.versions.at(-1)?.protocol.version ?? '', site: '', from: '' }
  return { shelf: shelfOf(view), faults: [], problems: [], typed, ...more }
}

/** The versions that ship of this study and are not here yet. */
function shelfOf({ app, run, study }: RunView): readonly StudyVersion[] {
  const here = new Set(run.versions.map(({ protocol }) => protocol.version))
  return app
    .protocols()
    .versions.filter(({ protocol }) => protocol.study === study && !here.has(protocol.version))
}

async function add(c: Context, view: RunView): Promise<Response> {
  const { app, actor, page, study } = view
  const fields = await sentForm(c)
  const shipped = textOf(fields, 'shipped')
  const words = page.words.runStudy.versions
  const wrong = (more: Partial<VersionsShown>): Response | Promise<Response> =>
    c.html(versionsPage(view, shownOf(view, more)), 422)
  const found =
    shipped === undefined
      ? sentDocument(fields.find(({ name }) => name === 'document')?.file, study, page.language)
      : shelfVersion(view, shipped)
  if (!found) return wrong({ problems: [{ field: 'shipped', text: words.known }] })
  if ('faults' in found) return wrong({ faults: found.faults })
  const done = await addVersion(app.people, actor, found.protocol, app.now())
  if (done === 'known') return wrong({ faults: [words.known] })
  if (done !== 'done') return faultPage(c, app, 'notFound')
  return c.redirect(link(page, paths.studyVersions(study), { did: 'added' }), 303)
}

function shelfVersion(view: RunView, name: string): { readonly protocol: Protocol } | undefined {
  const found = shelfOf(view).find(({ protocol }) => protocol.version === name)
  return found && { protocol: found.protocol }
}

/** The document as it is kept, for who wants to read it or to make the report elsewhere. */
async function document(c: Context, view: RunView): Promise<Response> {
  const { app, study } = view
  const name = c.req.param('version') ?? ''
  const text = await versionDocument(app.people.records.db, study, name)
  if (text === undefined) return faultPage(c, app, 'notFound')
  return c.body(text, 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${study}.${name.replace(/[^\w.-]+/g, '-')}.json"`,
  })
}
