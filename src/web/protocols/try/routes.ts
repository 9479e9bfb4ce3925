import { type Context, Hono } from 'hono'
import { quantityInWords, unitText } from '../../../study/in-words/values.ts'
import { state } from '../../../study/protocol/state.ts'
import { type StudyVersion, effectiveAt } from '../../../study/protocol/versions.ts'
import type { App, ProtocolExamples } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { link, type Page, pageOf } from '../../shell/page.ts'
import { sorryPage } from '../../shell/parts/sorry-page.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'
import { faultPage } from '../../shell/site/faults.ts'
import { chosenVersion, type VersionView, versionView } from '../parts/version-view.ts'
import type { PersonProblem } from './person-problem.ts'
import { readTriedPerson, typedPerson } from './read-person.ts'
import { type TriedPerson, byDate, nobody, triedExample, spareRows } from './tried-person.ts'
import { tryPage } from './try-page.ts'

/**
 * `/protocols/:id/try`: the form by GET, the answer by POST, because what is typed may not be in an address. Nothing of it
 * is kept or logged. The invented people that ship are answered by GET, too.
 */
export const tryArea: SiteArea = {
  routes: tryRoutes,
  bodyLimit: { bytes: 64 * 1024, tooLarge: (c, app) => tooLarge(c, pageOf(c, app)) },
  caching: 'no-store',
}

function tryRoutes(app: App): Hono {
  const site = new Hono()
  site.get(paths.protocolTry.pattern, (c) => ask(c, app))
  site.post(paths.protocolTry.pattern, (c) => answer(c, app))
  return site
}

function ask(c: Context, app: App): Response | Promise<Response> {
  const chosen = chosenVersion(app, c.req.param('id') ?? '', c.req.query('version'))
  if (!chosen) return faultPage(c, app, 'notFound')
  const trial = { ...chosen, page: pageOf(c, app), examples: examplesOf(app, chosen.shown) }
  const named = c.req.query('example')
  const example = trial.examples.find(({ id }) => id === named)
  if (named !== undefined && !example) return faultPage(c, app, 'notFound')
  const person = example ?? trial.examples[0]
  const from = effectiveDates(chosen.versions)
  const typed = { ...(person ? triedExample(chosen.shown.protocol, person) : nobody), from }
  return example ? judged(c, trial, typed) : c.html(formAlone(trial, typed, []))
}

async function answer(c: Context, app: App): Promise<Response> {
  const form = await readForm(c)
  const named = form?.get('version') ?? undefined
  // By date, the fields are still those of the version that the form was of.
  const version = named === byDate ? (form?.get('fields') ?? undefined) : named
  const chosen = chosenVersion(app, c.req.param('id') ?? '', version)
  if (!chosen) return faultPage(c, app, 'notFound')
  const trial = { ...chosen, page: pageOf(c, app), examples: examplesOf(app, chosen.shown) }
  const typed = typedPerson(
    form ?? new URLSearchParams(),
    chosen.shown.protocol,
    chosen.versions.map(({ protocol }) => protocol.version),
  )
  if (form?.has('more')) {
    const empty = Array.from({ length: spareRows }, () => ({
      item: '',
      at: '',
      value: '',
      site: '',
    }))
    return c.html(formAlone(trial, { ...typed, rows: [...typed.rows, ...empty] }, []))
  }
  return judged(c, trial, typed)
}

/** A version that is tried, and who there is to try it with. */
interface Trial {
  readonly page: Page
  readonly versions: readonly StudyVersion[]
  readonly shown: StudyVersion
  readonly examples: ProtocolExamples['people']
}

function judged(c: Context, trial: Trial, person: TriedPerson): Response | Promise<Response> {
  const { page, versions, shown, examples } = trial
  const zone = zoneOf(shown)
  const read = readTriedPerson(person, shown.protocol, zone)
  if ('problems' in read) return c.html(formAlone(trial, person, read.problems), 422)
  const answered = state(
    person.isByDate ? datedBy(person, versions) : [shown],
    read.facts,
    read.now,
  )
  const { version } = answered.version
  const judgedBy = versions.find(({ protocol }) => protocol.version === version) ?? shown
  const view = versionView(page, versions, judgedBy, read.now)
  return c.html(tryPage(view, { person, problems: [], zone }, examples, answered))
}

/** The versions that the site works by, each since the day that was typed. */
function datedBy(
  { from }: TriedPerson,
  versions: readonly StudyVersion[],
): readonly StudyVersion[] {
  return versions.flatMap((version) => {
    const day = from[version.protocol.version] ?? ''
    const effective = [{ site: '*', from: day, zone: zoneOf(version) }]
    return day === '' ? [] : [{ ...version, protocol: { ...version.protocol, effective } }]
  })
}

function effectiveDates(versions: readonly StudyVersion[]): TriedPerson['from'] {
  return Object.fromEntries(
    versions.map((version) => [version.protocol.version, effectiveAt(version).from ?? '']),
  )
}

function formAlone(
  { page, versions, shown, examples }: Trial,
  person: TriedPerson,
  problems: readonly PersonProblem[],
) {
  const view = versionView(page, versions, shown)
  const said = problems.map((problem) => ({
    field: problem.field,
    text: problemText(view, problem),
  }))
  return tryPage(view, { person, problems: said, zone: zoneOf(shown) }, examples)
}

function problemText({ page, telling }: VersionView, { code, item }: PersonProblem): string {
  const words = page.words.tryProtocol.problems
  const unit = item?.unit ?? '1'
  if (code === 'unit') return words.unit(unitText(telling, unit))
  if (code !== 'notPlausible') return words[code]
  const { from, to } = item?.plausible ?? { from: '0', to: '0' }
  const limit = (value: string): string => quantityInWords(telling, { value, unit })
  return words.notPlausible(limit(from), limit(to))
}

function examplesOf(app: App, { protocol }: StudyVersion): ProtocolExamples['people'] {
  return app.protocols().examples.find(({ study }) => study === protocol.study)?.people ?? []
}

/** The clocks of the sites; UTC where the version does not say. */
function zoneOf({ protocol }: StudyVersion): string {
  return protocol.effective.find(({ zone }) => zone !== undefined)?.zone ?? 'UTC'
}

function tooLarge(c: Context, page: Page): Response | Promise<Response> {
  const again = { ...page.words.tryProtocol.tooLarge, href: link(page, page.path) }
  return c.html(sorryPage(page, again), 413)
}
