import { type Context, Hono } from 'hono'
import { can } from '../../../../people/accounts/model/can.ts'
import { participantPlaces } from '../../../../study/conduct/model/participant-places.ts'
import { reportSource, reportVersion } from '../../../../study/conduct/review/report-source.ts'
import { decidedSets } from '../../../../study/conduct/review/sets.ts'
import { lockedSnapshot } from '../../../../study/conduct/review/snapshot.ts'
import { openReportWriter, type ReportWriter } from '../../../report/report-writer.ts'
import { reportDocument } from '../../../report/report-document.ts'
import type { App } from '../../../shell/app.ts'
import { link } from '../../../shell/page.ts'
import { paths } from '../../../shell/paths.ts'
import { faultPage } from '../../../shell/site/faults.ts'
import { type RunView, type StudyDeskView, withRun } from '../parts/study-view.ts'
import { reportChoicePage } from './report-choice-page.ts'

/** `/desk/study/:study/report`: the report of the study from its own facts, by the version that the address names. */
export function studyReportRoutes(app: App): Hono {
  const area = new Hono()
  const writer = openReportWriter(longestMs)
  area.get(paths.studyReportPage.pattern, (c) =>
    withRun(c, app, (view) => report(c, view, writer), mayReadData),
  )
  return area
}

/** Those who wait are few and known; a report of many participants on a busy machine is not cut off. */
const longestMs = 60_000

/** Who reads the data of the whole study. */
export function mayReadData({ actor, study }: StudyDeskView): boolean {
  return can.readData(actor, { study, site: null })
}

async function report(c: Context, view: RunView, writer: ReportWriter): Promise<Response> {
  const { page, app, run, study } = view
  const asked = new URLSearchParams(page.query)
  const name = asked.get('version')
  if (name === null) return choice(c, view, [], 200)
  const version = reportVersion(run, name)
  const besideName = asked.get('beside') ?? ''
  const beside = besideName === '' ? undefined : reportVersion(run, besideName)
  const words = page.words.runStudy.report
  if (!version || (besideName !== '' && !beside)) return choice(c, view, [words.unknown], 422)
  if (besideName === name) return choice(c, view, [words.same], 422)
  const { records } = app.people
  const { file, lockedAt } = await reportSource(records.db, records.keys, study)
  if (file.facts === 0) return choice(c, view, [words.nothing], 422)
  const hashOf = (of: string): string =>
    run.versions.find(({ protocol }) => protocol.version === of)?.hash ?? ''
  const sets = await decidedSets(records.db, study)
  const plan = app.protocols().reports.find((one) => one.study === study && one.plan)?.plan
  const written = await writer.write({
    language: page.language,
    version: { ...version, sha256: hashOf(name) },
    ...(beside && { beside: { ...beside, sha256: hashOf(besideName) } }),
    ...(plan && { plan }),
    ...(sets && { decided: { format: 1, study, sets } }),
    from: { own: file.bytes },
    // A visit that was held on the last day counts: its window is closed when the study is locked.
    at: lockedAt ?? app.now().toISOString(),
    stamp:
      lockedAt === undefined
        ? words.draftStamp(file.hash)
        : words.lockedStamp(lockedAt.slice(0, 16).replace('T', ' '), file.hash),
    back: { href: link(page, paths.studyReportPage(study)), text: words.back },
    participants: await participantLinks(view),
  })
  if (written === 'busy' || written === 'slow') return faultPage(c, app, 'busy')
  return 'text' in written
    ? reportDocument(c, written.text)
    : choice(c, view, written.problems, 422)
}

/** The pages of those participants whom the reader may see, by their numbers. */
async function participantLinks({
  app,
  actor,
  page,
  study,
}: RunView): Promise<Readonly<Record<string, string>>> {
  const all = await participantPlaces(app.people.records.db, study)
  const seen = all.filter(({ site }) => can.readParticipants(actor, { study, site }))
  return Object.fromEntries(
    seen.map(({ id, number }) => [number, link(page, paths.participant(id))]),
  )
}

async function choice(
  c: Context,
  view: RunView,
  problems: readonly string[],
  status: 200 | 422,
): Promise<Response> {
  const snapshot = await lockedSnapshot(view.app.people.records.db, view.study)
  const locked = snapshot && { hash: snapshot.hash, at: snapshot.madeAt }
  return c.html(reportChoicePage(view, { locked, problems }), status)
}
