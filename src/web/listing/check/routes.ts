import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { CatalogueBusy, SearchTooSlow } from '../../../finder/catalogue/model/catalogue.ts'
import type { Hit } from '../../../finder/catalogue/model/query.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import { ageFits, parseAge } from '../../../finder/registry/ages.ts'
import { allCriteria, parseCriteria } from '../../../finder/eligibility/criteria.ts'
import { readCriterion } from '../../../finder/eligibility/readings.ts'
import type { EligibilityModule } from '../../../finder/registry/study.ts'
import type { App } from '../../shell/app.ts'
import type { SiteArea } from '../../shell/area.ts'
import { type Page, link, pageOf } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { malformedPage, unknownPage } from '../parts/missing-page.ts'
import { readStudyId } from '../parts/study-id.ts'
import type { StudyView } from '../parts/view.ts'
import { wordFinder } from '../parts/word-finder.ts'
import { WordsExplained } from '../parts/words-explained.ts'
import { checkPage } from './check-page.ts'
import {
  type CheckedStudy,
  ageDaysOf,
  conceptsIn,
  outcomeOf,
} from '../../../finder/self-check/outcome.ts'
import {
  type QuestionGroup,
  askedIds,
  questionGroups,
} from '../../../finder/self-check/questions.ts'
import { nothingTold, readAnswers } from './read-answers.ts'
import { resultPage } from './result-page.ts'
import type { Who } from '../../../words/language/who.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { paths } from '../../shell/paths.ts'

/** Far more than any study's answers. */
const longestBody = 64 * 1024
const similarShown = 5

/**
 * `/studies/NCT02390596/check`: questions by GET, the result by POST, because answers may not stand in an
 * address. Nothing of them is stored or logged; they live in the pages sent back and forth.
 */
export const checkArea: SiteArea = {
  routes: checkRoutes,
  bodyLimit: { bytes: longestBody, tooLarge: (c, app) => tooLarge(c, pageOf(c, app)) },
  caching: 'no-store',
}

function checkRoutes(app: App): Hono {
  const site = new Hono()
  site.get(paths.check.pattern, (c) =>
    withStudy(c, app, (page, stored) => ask(c, app, page, stored)),
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
  const stored = app.catalogue.study(asked.nctId)
  const current = stored ? asked.nctId : app.catalogue.alias(asked.nctId)
  if (!current) return c.html(unknownPage(page, asked.nctId), 404)
  if (!stored || asked.kind === 'rewrite') return c.redirect(link(page, paths.check(current)), 308)
  return show(page, stored)
}

async function ask(c: Context, app: App, page: Page, stored: StoredStudy): Promise<Response> {
  const check = prepared(app, page, stored)
  const told = nothingTold(check.who)
  return c.html(checkPage({ ...check, told, problems: [], hasUnknown: false }))
}

async function answer(c: Context, app: App, page: Page, stored: StoredStudy): Promise<Response> {
  const check = prepared(app, page, stored)
  const sent = new URLSearchParams(await c.req.text())
  const form = {
    ids: askedIds(check.groups),
    rules: check.rules,
    who: check.who,
    today: app.today(),
  }
  const { told, problems, hasUnknown } = readAnswers(sent, form, page)
  if (problems.length > 0) return c.html(checkPage({ ...check, told, problems, hasUnknown }), 422)
  if (sent.has('edit')) return c.html(checkPage({ ...check, told, problems, hasUnknown }))
  const outcome = outcomeOf(told, check.asked)
  const similar = await similarTo(app, check.view.nctId, told)
  const view = { ...check.view, similar }
  return c.html(resultPage({ ...check, view, told, outcome, hasUnknown }))
}

interface Prepared {
  readonly view: StudyView
  readonly words: WordsExplained
  readonly groups: readonly QuestionGroup[]
  readonly asked: CheckedStudy
  readonly rules: string
  readonly who: Who
}

function prepared(app: App, page: Page, stored: StoredStudy): Prepared {
  const protocol = stored.study.protocolSection
  const { nctId, briefTitle, officialTitle } = protocol.identificationModule
  const text = protocol.eligibilityModule?.eligibilityCriteria ?? ''
  const criteria = parseCriteria(text.slice(0, mostText))
  const conceptsInText = conceptsIn(app.vocabulary)
  const readings = new Map(
    allCriteria(criteria.parts).map((one) => [one.id, readCriterion(one, conceptsInText)]),
  )
  const words = new WordsExplained(wordFinder(page.language), page.words.study.glossary.back)
  const today = app.today()
  return {
    view: {
      page,
      words: page.words.study,
      stored,
      protocol,
      nctId,
      title: briefTitle ?? officialTitle ?? nctId,
      today,
      allSites: false,
      similar: [],
      explain: words.explain,
    },
    words,
    groups: questionGroups(criteria, conceptsInText),
    asked: { criteria, readings, protocol, vocabulary: app.vocabulary, today },
    rules: createHash('sha256').update(text).digest('hex').slice(0, 12),
    who: usualWho(protocol.eligibilityModule),
  }
}

/** A study for children only is asked about by a parent. */
function usualWho(limits: EligibilityModule | undefined): Who {
  const most = parseAge(limits?.maximumAge)
  return most && (most.unit !== 'year' || most.value <= 18) ? 'child' : 'me'
}

/** Registry texts are at most some 20,000 characters; a longer one is an accident and would make a page nobody can read. */
const mostText = 60_000

/** Other studies of the same illness that take a person of this age and sex. An extra: never waited for twice. */
async function similarTo(app: App, nctId: string, told: Told): Promise<readonly Hit[]> {
  const ageDays = ageDaysOf(told, app.today())
  try {
    const hits = await app.catalogue.similar(nctId, similarShown * 4, app.today())
    return hits
      .filter((hit) => ageFits(limitsOf(hit), ageDays) !== 'not met')
      .filter(({ sex }) => !told.sex || !sex || sex === 'ALL' || sex === told.sex)
      .slice(0, similarShown)
  } catch (problem) {
    if (problem instanceof SearchTooSlow || problem instanceof CatalogueBusy) return []
    throw problem
  }
}

function limitsOf({ minimumAge, maximumAge }: Hit): EligibilityModule {
  return { ...(minimumAge && { minimumAge }), ...(maximumAge && { maximumAge }) }
}

function tooLarge(c: Context, page: Page): Response | Promise<Response> {
  const words = page.words.check.tooLarge
  return c.html(
    layout(page, {
      title: words.title,
      canonicalQuery: new URLSearchParams(),
      main: html`
        <div class="prose">
          <h1>${words.title}</h1>
          <p>${words.text}</p>
          <p><a href="${link(page, page.path)}">${words.again}</a></p>
        </div>
      `,
    }),
    413,
  )
}
