import type { QuestionGroup } from '../../../finder/self-check/questions.ts'
import {
  type CheckedAnswers,
  isLeftOpen,
  speaksAgainst,
} from '../../../finder/self-check/rule-results.ts'
import { mayBeAsked, shownState } from '../../../finder/registry/status.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, linkIn } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'
import { layout } from '../../shell/parts/layout.ts'
import { plainText } from '../parts/registry-text.ts'
import { tellMe } from '../../shell/parts/tell-me.ts'
import { stateTag } from '../../shell/parts/status-tag.ts'
import { spokenDate } from '../../../words/dates.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { similarStudies } from '../parts/similar.ts'
import type { StudyView } from '../parts/view.ts'
import { bringList } from './bring-list.ts'
import { closedNotice } from './closed.ts'
import { whoToAsk } from './contact.ts'
import { hiddenAnswers } from './hidden-answers.ts'
import { aboutStudy, checkedPersonText } from './notes.ts'
import { type RuleLine, ruleLines } from './rule-lines.ts'
import { ruleFold } from './rule-fold.ts'
import type { Ways } from './ways.ts'

/** What the page of the result is made of. */
export interface ResultPage extends CheckedAnswers {
  readonly view: StudyView
  readonly groups: readonly QuestionGroup[]
  readonly rules: string
  readonly turned: ReadonlySet<string>
  readonly hasUnknown: boolean
  readonly ways: Ways
}

/** The result of a self-check: what it comes to, the reason for every rule, and what to do next. */
export function resultPage(result: ResultPage): Markup {
  const { view, outcome, told } = result
  const words = view.page.words.check
  const lines = sortedLines(ruleLines(view, result))
  const title = plainText(view.everyday.text)
  return layout(view.page, {
    sheets: ['study', 'check'],
    title: words.result.title(words.result.overall[outcome.overall], title),
    head: html`
      <meta name="robots" content="noindex" />
    `,
    canonicalQuery: new URLSearchParams(),
    islands: ['print-button'],
    main: html`
      <div class="narrow flow check check-result">
        ${changeForm(result)}
        <h1>${words.result.heading(checkedPersonText(view, told))}</h1>
        ${aboutStudy(view)} ${closedNotice(view, result.ways.similar)}
        ${
          result.hasUnknown &&
          html`
            <p class="note">${words.unknownFields}</p>
          `
        }
        ${
          view.isCut &&
          html`
            <p class="note">${words.manyRules}</p>
          `
        }
        ${verdict(result, lines)} ${folds(result, lines)} ${footNotes(result)}
        ${(view.similar ?? []).length > 0 ? similarStudies(view) : ''}
      </div>
    `,
  })
}

interface SortedLines {
  readonly fits: readonly RuleLine[]
  readonly against: readonly RuleLine[]
  readonly presumed: readonly RuleLine[]
  /** What an answer leans against and the site must look at. */
  readonly said: readonly RuleLine[]
  readonly site: readonly RuleLine[]
  readonly none: readonly RuleLine[]
}

/** What was presumed from silence stands apart, and is never counted among what fits. */
function sortedLines(all: readonly RuleLine[]): SortedLines {
  const lines = all.filter(({ isUnder, counts }) => !isUnder && counts)
  return {
    fits: lines.filter(({ label }) => label === 'met' || label === 'clear'),
    against: all.filter(speaksAgainst),
    presumed: lines.filter(({ label }) => label === 'confirm'),
    said: all.filter(({ leans }) => leans),
    site: all.filter((one) => isLeftOpen(one) && !one.leans),
    none: lines.filter(({ label }) => label === 'none'),
  }
}

const tones = {
  'worth asking': 'open',
  'probably not': 'stop',
  'the site must tell': 'unsure',
} as const
const states = {
  'worth asking': 'open',
  'probably not': 'stopped',
  'the site must tell': 'unknown',
} as const

function verdict({ view, outcome, ways }: ResultPage, lines: SortedLines): Markup {
  const words = view.page.words.check
  const { tally } = words.result
  const isOpen = shownState(view.protocol.statusModule, view.today) === 'open'
  const asks = isOpen && outcome.overall !== 'probably not'
  return html`
    <section class="verdict" data-tone="${tones[outcome.overall]}" role="status">
      <h2 id="overall">
        ${stateTag(states[outcome.overall], words.result.overall[outcome.overall])}
      </h2>
      <p>
        ${words.result.meaning[lines.said.length > 0 && outcome.overall === 'the site must tell' ? 'said' : outcome.overall]}
      </p>
      <dl class="tally">
        ${count('open', tally.fits, lines.fits)} ${count('stop', tally.against, lines.against)}
        ${count('shut', tally.presumed, lines.presumed)}
        ${count('unsure', tally.site, [...lines.said, ...lines.site])}
      </dl>
      <p class="acts acts-wide no-print">
        ${
          asks
            ? html`
                <button class="button" type="submit" form="connect">${words.result.write}</button>
              `
            : html`
                <a class="button" href="${ways.similar}">${words.similar}</a>
              `
        }
        <print-button label="${words.result.print}"></print-button>
      </p>
    </section>
  `
}

function count(tone: string, label: (count: number) => string, lines: readonly RuleLine[]): Markup {
  return html`
    <div data-tone="${tone}">
      <dt>${label(lines.length)}</dt>
      <dd class="num">${lines.length}</dd>
    </div>
  `
}

function folds(result: ResultPage, lines: SortedLines): Markup {
  const { view } = result
  const words = view.page.words.check.result
  return html`
    <div class="folds">
      ${ruleFold(view, { id: 'against', title: words.against, lines: lines.against, isOpen: true, mark: 'no' })}
      ${ruleFold(view, { id: 'said', title: words.said, lines: lines.said, isOpen: true, mark: 'ask-site' })}
      ${ruleFold(view, { id: 'fits', title: words.fits, lines: lines.fits, isOpen: true, mark: 'yes' })}
      ${ruleFold(view, { id: 'presumed', title: words.presumedTitle, lines: lines.presumed, isOpen: true, mark: 'ask-site', note: words.presumed(lines.presumed.length) })}
      ${ruleFold(view, { id: 'confirm', title: words.confirm, lines: lines.site, isOpen: false, mark: 'ask-site' })}
      ${bringList(result)}
      ${ruleFold(view, { id: 'none', title: words.none, lines: lines.none, isOpen: false, mark: 'none' })}
      <details class="fold" id="next" open>
        <summary><h2>${words.next}</h2></summary>
        <div class="flow">
          ${whoToAsk(view, result.ways.study)} ${connectForm(result)}
          <p class="no-print">${tellMe(view)}</p>
        </div>
      </details>
    </div>
  `
}

/** To write to a site, with the answers in the form itself: whether they go along is asked there. */
function connectForm({ view, told, rules, turned, ways }: ResultPage): Markup | '' {
  if (!mayBeAsked(view.protocol.statusModule?.overallStatus)) return ''
  return html`
    <form method="post" action="${ways.connect}" id="connect" class="no-print">
      ${hiddenAnswers(told, rules, turned)}
      <button class="button button-quiet" type="submit">
        ${view.page.words.check.result.write}
      </button>
    </form>
  `
}

/** The answers travel in the page itself: nothing of them is kept on our side. */
function changeForm({ view, told, rules, turned, ways }: ResultPage): Markup {
  const words = view.page.words.check.result
  const other = view.page.language === 'fr' ? 'en' : 'fr'
  const [, query = ''] = ways.here.split('?')
  return html`
    <form method="post" action="${ways.here}" class="check-again no-print">
      ${hiddenAnswers(told, rules, turned)}
      <button class="back" type="submit" name="edit" value="yes">
        <span aria-hidden="true">←</span>
        ${words.edit}
      </button>
      <button
        class="back"
        type="submit"
        formaction="${linkIn(other, view.page.path, new URLSearchParams(query))}"
        lang="${other}"
      >
        ${words.otherLanguage}
      </button>
    </form>
  `
}

function footNotes({ view }: ResultPage): Markup {
  const words = view.page.words.check
  const date = spokenDate(view.page.language, view.today) ?? view.today
  return html`
    <p class="small soft">
      ${fill(words.result.summaryNote, { date })} ${words.onlyTeam} ${words.result.kept}
    </p>
    <p class="small soft">
      ${view.nctId} · ${view.page.baseUrl}${link(view.page, paths.study(view.nctId))}
    </p>
  `
}
