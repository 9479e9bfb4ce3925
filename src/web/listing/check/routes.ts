import { type Context, Hono } from 'hono'
import type { Hit } from '../../../finder/catalogue/model/query.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { type Page, link, pageOf } from '../../shell/page.ts'
import { sorryPage } from '../../shell/parts/sorry-page.ts'
import { malformedPage, unknownPage } from '../parts/missing-page.ts'
import { openSimilar } from '../parts/open-similar.ts'
import { readStudyId } from '../../../finder/registry/study-id.ts'
import { shownRecord } from '../parts/shown-record.ts'
import type { StudyView } from '../parts/view.ts'
import { wordFinder } from '../parts/word-finder.ts'
import { WordsExplained } from '../parts/words-explained.ts'
import { type CheckPage, checkPage } from './check-page.ts'
import { illnessesOf } from '../../../finder/self-check/about-illness.ts'
import { outcomeOf } from '../../../finder/self-check/outcome.ts'
import { checkPlanOf } from '../../../finder/self-check/plan.ts'
import type { Markup } from '../../shell/markup.ts'
import { ageRange } from '../../shell/parts/ages.ts'
import { readCarried } from '../../shell/parts/carried.ts'
import { lookup } from '../../shell/parts/phrases.ts'
import { spokenAge } from './notes.ts'
import { addressedPersonOf } from './person.ts'
import { personPage } from './person-page.ts'
import { type Ways, waysOf } from './ways.ts'
import { type SelfCheck, mayTake, selfCheckOf } from '../../../finder/self-check/self-check.ts'
import { readAnswers } from '../../../finder/self-check/read-answers.ts'
import { resultPage } from './result-page.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { titledStudy } from '../../../finder/vocabulary/titled-study.ts'
import { studyTitle } from '../../shell/parts/study-title.ts'
import { paths } from '../../shell/paths.ts'
import { readForm } from '../../shell/read-body.ts'

/** Far more than any study's answers. */
const longestBody = 64 * 1024
/** What is no form at all is answered like answers that cannot be read. */
const noForm = new URLSearchParams({ unread: '' })
const similarShown = 5

/**
 * `/studies/NCT02390596/check`: questions by GET, the result by POST, because answers may not be in an
 * address. Nothing of them is stored or logged; they live in the pages sent back and forth.
 */
export const checkArea: SiteArea = {
  routes: checkRoutes,
  bodyLimit: { bytes: longestBody, tooLarge: (c, app) => tooLarge(c, pageOf(c, app)) },
  // Back and forward find the pages again as they were left; nobody else is given them.
  caching: 'private, no-cache',
  // Its result sends the answers on in a form.
  referrer: 'origin',
}

function checkRoutes(app: App): Hono {
  const site = new Hono()
  site.get(paths.check.pattern, (c) =>
    withStudy(c, app, async (page, stored) => ask(c, app, page, stored)),
  )
  site.post(paths.check.pattern, (c) =>
    withStudy(c, app, (page, stored) => answer(c, app, page, stored)),
  )
  return site
}

function withStudy(
  c: Context,
  app: App,
  show: (page: Page, stored: StoredStudy) => Promise<Response>,
): Response | Promise<Response> {
  const page = pageOf(c, app)
  const written = c.req.param('id') ?? ''
  const asked = readStudyId(written)
  if (asked.kind === 'malformed') return c.html(malformedPage(page, written), 400)
  const [current, ...others] = app.catalogue.idsOf(asked)
  if (!current) return c.html(unknownPage(page, asked, written), 404)
  if (others.length > 0)
    return c.redirect(link(page, paths.search(), { q: written, status: 'all' }), 302)
  const stored = asked.kind === 'study' ? app.catalogue.study(asked.nctId) : undefined
  if (!stored) return c.redirect(link(page, paths.check(current)), 308)
  return show(page, stored)
}

function ask(c: Context, app: App, page: Page, stored: StoredStudy): Response | Promise<Response> {
  const params = new URL(c.req.url).searchParams
  const check = prepared(app, page, stored)
  const person = addressedPersonOf(page, params, app, check.form.who)
  const ways = waysOf(check.view, person.carried, { who: person.told.who })
  if (person.isAsked) return c.html(personPage({ ...check, ...person, ways }))
  if (person.isToTidy) return c.redirect(ways.here, 302)
  return c.html(questions(check, person.told, ways))
}

function questions(
  check: Prepared,
  told: Told,
  ways: Ways,
  more: Pick<CheckPage, 'problems' | 'hasUnknown'> = { problems: [], hasUnknown: false },
): Markup {
  const hasIllness = illnessesOf(check.study.protocol).length > 0
  const plan = checkPlanOf(check, told, hasIllness)
  const stopped = limitAgainst(check, told)
  return checkPage({ ...check, plan, told, stopped, ways, ...more })
}

async function answer(c: Context, app: App, page: Page, stored: StoredStudy): Promise<Response> {
  const check = prepared(app, page, stored)
  const sent = (await readForm(c)) ?? noForm
  const { told, problems, hasUnknown } = readAnswers(sent, check.form)
  const carried = readCarried(page, new URL(c.req.url).searchParams, app)
  const ways = waysOf(check.view, carried, { who: told.who })
  if (problems.length > 0)
    return c.html(questions(check, told, ways, { problems, hasUnknown }), 422)
  if (sent.has('edit') || sent.has('step'))
    return c.html(questions(check, told, ways, { problems, hasUnknown }))
  const outcome = outcomeOf(told, check.study)
  const similar = await similarTo(app, check.view.nctId, told)
  const view = { ...check.view, similar }
  const { turned } = check.form
  return c.html(resultPage({ ...check, view, told, outcome, hasUnknown, ways, turned }))
}

/** The limit of age or sex that surely speaks against a person, in words. */
function limitAgainst({ view, study }: Prepared, told: Told): string | undefined {
  const words = view.page.words.check
  const { eligibilityModule } = study.protocol
  const against = outcomeOf(told, study).limits.find(({ verdict }) => verdict === 'not met')
  if (!against) return undefined
  if (against.limit === 'age')
    return words.stop.limit(
      ageRange(view.page, eligibilityModule) ?? '',
      spokenAge(view, told) ?? '',
    )
  const { sexes } = view.page.words.common
  const limit = lookup(sexes, eligibilityModule?.sex) ?? ''
  return words.stop.limit(limit, told.sex ? words.sex[told.sex].toLowerCase() : '')
}

interface Prepared extends SelfCheck {
  readonly view: StudyView
  readonly words: WordsExplained
  readonly rules: string
}

function prepared(app: App, page: Page, stored: StoredStudy): Prepared {
  const shown = shownRecord(stored)
  const protocol = shown.stored.study.protocolSection
  const { nctId, briefTitle, officialTitle } = protocol.identificationModule
  const words = new WordsExplained(wordFinder(page.language), page.words.study.glossary.back)
  const today = app.today()
  const check = selfCheckOf(protocol, { vocabulary: app.vocabulary, today })
  return {
    ...check,
    view: {
      page,
      words: page.words.study,
      stored: shown.stored,
      isCut: shown.isCut || check.isCut,
      protocol,
      nctId,
      title: briefTitle ?? officialTitle ?? nctId,
      everyday: studyTitle(page, titledStudy(shown.stored.study)),
      today,
      allSites: false,
      similar: [],
      explain: words.explain,
    },
    words,
    rules: check.form.rules,
  }
}

/** Other open studies of the same illness that take a person of this age and sex. */
function similarTo(app: App, nctId: string, told: Told): Promise<readonly Hit[]> {
  const today = app.today()
  return openSimilar(app, { nctId, most: similarShown }, (hit) => mayTake(hit, told, today))
}

function tooLarge(c: Context, page: Page): Response | Promise<Response> {
  const again = { ...page.words.check.tooLarge, href: link(page, page.path) }
  return c.html(sorryPage(page, again), 413)
}
