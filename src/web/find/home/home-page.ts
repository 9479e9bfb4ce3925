import { capitalized } from '../../../base/capitalized.ts'
import { shownName } from '../../../finder/vocabulary/shown-names.ts'
import { spokenDate } from '../../../words/dates.ts'
import { guideCards, guides } from '../../guides/guide-list.ts'
import { html, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { keptLink } from '../../shell/parts/kept.ts'
import { layout } from '../../shell/parts/layout.ts'
import { saidNumber } from '../../../words/said-number.ts'
import { paths } from '../../shell/paths.ts'
import type { CountedIllness, HomeCounts } from './home-counts.ts'
import { homeForm } from './home-form.ts'

/** One sentence and the form; true numbers; the way in three steps; illnesses; what to read before one decides. */
export function homePage(page: Page, counts: HomeCounts | undefined): Markup {
  const words = page.words.home
  return layout(page, {
    sheets: ['home'],
    title: words.title,
    description: words.description,
    canonicalQuery: new URLSearchParams(),
    islands: ['search-box', 'place-box'],
    main: html`
      <div class="hero">
        ${way()}
        <div class="hero-in">
          <h1>${words.title}</h1>
          <p>${words.lead}</p>
        </div>
      </div>
      <div class="home">
        <div class="finder-wrap">${homeForm(page)}</div>
        ${counts && figures(page, counts)} ${steps(page)} ${counts && illnesses(page, counts)}
        ${reading(page)}
      </div>
    `,
  })
}

function figures(page: Page, { all }: HomeCounts): Markup {
  const words = page.words.home.figures
  const day = spokenDate(page.language, page.summary.processedTo)
  const doubtful = all.open - all.sure
  return html`
    <dl class="figures">
      ${figure(page, all.sure, words.sure(all.sure))}
      ${figure(page, doubtful, words.toConfirm(doubtful))}
      ${figure(page, all.all, words.all(all.all, page.summary.countries, day))}
    </dl>
  `
}

function figure({ language }: Page, amount: number, text: string): Markup {
  return html`
    <div>
      <dt>${text}</dt>
      <dd class="num">${saidNumber(language, amount)}</dd>
    </div>
  `
}

function steps(page: Page): Markup {
  const words = page.words.home
  return html`
    <section class="band" aria-labelledby="how-title">
      <h2 id="how-title">${words.how}</h2>
      <div class="three">
        ${words.steps.map(
          ({ title, text }) => html`
            <div class="step">
              <h3>${title}</h3>
              <p>${text}</p>
            </div>
          `,
        )}
      </div>
    </section>
  `
}

function illnesses(page: Page, counts: HomeCounts): Markup {
  const words = page.words.home
  if (counts.illnesses.length === 0) return html``
  return html`
    <section class="band" aria-labelledby="illnesses-title">
      <h2 id="illnesses-title">${words.illnesses}</h2>
      <ul class="topics">
        ${counts.illnesses.map((illness) => topic(page, illness))}
      </ul>
      <p><a class="go" href="${keptLink(page, paths.categories())}">${words.allIllnesses}</a></p>
    </section>
  `
}

function topic(page: Page, { term, tree, counts: { sure } }: CountedIllness): Markup {
  const words = page.words.home
  const name = shownName(term, page.language)
  return html`
    <li>
      <a href="${keptLink(page, paths.search(), { tree, status: 'open' })}">
        <span class="name">${capitalized(name)}</span>
        <span class="num">${words.open(sure)}</span>
      </a>
    </li>
  `
}

function reading(page: Page): Markup {
  const { decide, doctors, alerts } = page.words.home
  return html`
    <section class="band" aria-labelledby="decide-title">
      <h2 id="decide-title">${decide}</h2>
      <ul class="three plain">
        ${guideCards(page, guides)} ${other(keptLink(page, paths.match()), doctors)}
        ${other(keptLink(page, paths.alertsNew()), alerts)}
      </ul>
    </section>
  `
}

function other(href: string, { title, text }: { readonly title: string; readonly text: string }) {
  return html`
    <li>
      <a class="go" href="${href}">${title}</a>
      <p class="soft">${text}</p>
    </li>
  `
}

/** Our sign, large: a way that passes three stops. Seen, not told. */
function way(): Markup {
  return html`
    <svg
      class="hero-way"
      viewBox="0 0 900 420"
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden="true"
    >
      <path d="M-20 372C210 372 190 96 430 110s200 190 370 40" />
      <circle cx="133" cy="313" r="9" />
      <circle cx="430" cy="110" r="9" />
      <circle cx="641" cy="192" r="9" />
      <circle class="hero-end" cx="800" cy="150" r="18" />
    </svg>
  `
}
