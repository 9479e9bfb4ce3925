import { html, html as line } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'
import { type Page, link, linkIn } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { plainText } from '../parts/registry-text.ts'
import { similarStudies } from '../parts/similar.ts'
import { own } from '../../shell/parts/phrases.ts'
import { tellMe } from '../../shell/parts/tell-me.ts'
import type { StudyView } from '../parts/view.ts'
import { closedNotice } from './closed.ts'
import { whoToAsk } from './contact.ts'
import { ageDaysOf } from '../../../finder/self-check/outcome.ts'
import {
  type CheckedAnswers,
  isLeftOpen,
  speaksAgainst,
} from '../../../finder/self-check/rule-results.ts'
import { type ThingToBring, thingsToBring } from '../../../finder/self-check/things-to-bring.ts'
import type { QuestionGroup } from '../../../finder/self-check/questions.ts'
import { answerName } from '../../../finder/self-check/read-answers.ts'
import { type RuleLine, ruleLines } from './rule-lines.ts'
import { summary } from './summary.ts'
import type { Told } from '../../../finder/self-check/told.ts'
import { paths } from '../../shell/paths.ts'
import { isNamed } from '../../shell/parts/spoken.ts'

/** What the page of the result is made of. */
export interface ResultPage extends CheckedAnswers {
  readonly view: StudyView
  readonly groups: readonly QuestionGroup[]
  readonly rules: string
  readonly hasUnknown: boolean
}

/** The result of a self-check: what it comes to, the reason for every rule, and what to do next. */
export function resultPage(result: ResultPage): Markup {
  const { view, outcome } = result
  const words = view.page.words.check
  const lines = ruleLines(view, result)
  return layout(view.page, {
    title: words.result.title(plainText(view.title)),
    head: html`
      <meta name="robots" content="noindex" />
    `,
    canonicalQuery: new URLSearchParams(),
    islands: ['print-button'],
    main: html`
      <div class="check check-result">
        <p class="no-print">
          <a href="${link(view.page, paths.study(view.nctId))}">${words.back}</a>
        </p>
        <h1>${words.result.heading}</h1>
        <p class="check-study">
          ${own(view.page, view.title)}
          <span class="small">${view.nctId}</span>
        </p>
        ${closedNotice(view)}
        ${
          result.hasUnknown &&
          html`
            <p class="notice">${words.unknownFields}</p>
          `
        }
        ${
          view.isCut &&
          html`
            <p class="notice">${words.manyRules}</p>
          `
        }
        ${verdict(result)} ${against(result, lines)} ${toConfirm(result, lines)} ${bring(result)}
        ${next(result)} ${summary(result, everyRule(view, lines))}
        ${outcome.overall === 'probably not' || (view.similar ?? []).length > 0 ? similarStudies(view) : ''}
      </div>
    `,
  })
}

function verdict({ view, outcome }: ResultPage): Markup {
  const words = view.page.words.check
  const tone = {
    'worth asking': 'ask',
    'probably not': 'not',
    'the site must tell': 'open',
  } as const
  return html`
    <div class="check-verdict" data-tone="${tone[outcome.overall]}">
      <h2 id="overall">${words.result.overall[outcome.overall]}</h2>
      <p>${words.result.meaning[outcome.overall]}</p>
      <p><strong>${words.onlyTeam}</strong></p>
    </div>
  `
}

function against({ view }: ResultPage, lines: readonly RuleLine[]): Markup | string {
  const found = lines.filter(speaksAgainst)
  if (found.length === 0) return ''
  const words = view.page.words.check.result
  return html`
    <section aria-labelledby="against">
      <h2 id="against">${words.against}</h2>
      ${ruleList(view, found.map(short))}
    </section>
  `
}

/** What nobody could tell, then how much was taken as clear because nothing was said. */
function toConfirm({ view, outcome }: ResultPage, lines: readonly RuleLine[]): Markup | string {
  const open = lines.filter(isLeftOpen)
  const presumed = outcome.criteria.filter(({ reason }) => reason.because === 'presumed clear')
  if (open.length + presumed.length === 0) return ''
  const words = view.page.words.check.result
  return html`
    <section aria-labelledby="confirm">
      <h2 id="confirm">${words.confirm}</h2>
      ${open.length > 0 && ruleList(view, open.map(short))}
      ${
        presumed.length > 0 &&
        html`
          <p>${words.presumed(presumed.length)}</p>
        `
      }
    </section>
  `
}

function short(line: RuleLine): RuleLine {
  return { ...line, rule: line.shortRule }
}

function everyRule(view: StudyView, lines: readonly RuleLine[]): Markup {
  const words = view.page.words.check.result
  const parts = ['limits', 'inclusion', 'exclusion', 'unspecified'] as const
  return html`
    <h3>${words.all}</h3>
    ${parts.map((part) => {
      const found = lines.filter((one) => one.part === part)
      if (found.length === 0) return ''
      return html`
        <h4>${words[part]}</h4>
        ${ruleList(view, found)}
      `
    })}
  `
}

function ruleList(view: StudyView, lines: readonly RuleLine[]): Markup {
  return html`
    <ul class="check-rules">
      ${lines.map((one) => ruleItem(view, one))}
    </ul>
  `
}

function ruleItem(
  { page }: StudyView,
  { label, question, rule, why, change, isUnder }: RuleLine,
): Markup {
  const words = page.words.check.result
  return html`
    <li class="${isUnder ? 'check-rule check-rule-under' : 'check-rule'}">
      <span class="check-label" data-label="${label}">${words.labels[label]}</span>
      ${
        question &&
        html`
          <p class="check-rule-question">${question}</p>
        `
      }
      <p>${rule}</p>
      <p class="small">${why}</p>
      ${change && line`<p class="small"><strong>${words.change}</strong> ${change}</p>`}
    </li>
  `
}

function bring({ view, groups, told, study }: ResultPage): Markup {
  const words = view.page.words.check.result
  const ageDays = ageDaysOf(told, study.today)
  const things = thingsToBring(groups, { who: told.who, ageDays })
  return html`
    <section aria-labelledby="bring">
      <h2 id="bring">${words.bring}</h2>
      <ul>
        ${thingsInWords(view.page, things).map(
          (thing) => html`
            <li>${thing}</li>
          `,
        )}
      </ul>
      <p class="small">${words.bringNote}</p>
    </section>
  `
}

function next(result: ResultPage): Markup {
  const { view, told, rules } = result
  const words = view.page.words.check.result
  const other = view.page.language === 'fr' ? 'en' : 'fr'
  return html`
    <section aria-labelledby="next">
      <h2 id="next">${words.next}</h2>
      ${whoToAsk(view)}
      <p class="no-print">${tellMe(view)}</p>
      <form method="post" action="${link(view.page, view.page.path)}" class="check-again">
        ${hidden(told, rules)}
        <div class="button-row">
          <button class="button" type="submit" name="edit" value="yes">${words.edit}</button>
          <print-button label="${words.print}"></print-button>
          <button
            class="button button-quiet"
            type="submit"
            formaction="${linkIn(other, view.page.path)}"
            lang="${other}"
          >
            ${words.otherLanguage}
          </button>
        </div>
      </form>
      <p class="small no-print">${words.kept}</p>
    </section>
  `
}

/** The answers travel in the page itself: nothing of them is kept on our side. */
function hidden(told: Told, rules: string): Markup {
  const given = Object.entries(told.answers).filter(([, answer]) => answer !== 'skip')
  const pairs = [
    ['rules', rules],
    ['who', told.who],
    ['age', told.typed.age],
    ['unit', told.typed.unit],
    ['born', told.typed.born],
    ['sex', told.sex ?? ''],
    ['condition', told.condition],
    ...given.map(([id, answer]) => [answerName(id), answer]),
  ]
  return line`${pairs.map(
    ([name, value]) => html`
      <input type="hidden" name="${name}" value="${value}" />
    `,
  )}`
}

/** Things to have ready, in the reader's words; blood tests without a plain name are left out. */
function thingsInWords(page: Page, things: readonly ThingToBring[]): readonly string[] {
  const { bring, measures } = page.words.check
  return things.flatMap((one) => {
    if (one.thing !== 'bloodTests') return bring[one.thing]
    const names = one.codes.flatMap((code) => (isNamed(page, code) ? measures[code].name : []))
    return names.length === 0 ? [] : bring.bloodNamed.replace('{names}', names.join(', '))
  })
}
