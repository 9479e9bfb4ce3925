import { html } from 'hono/html'
import { categoryGrid } from '../categories/category-grid.ts'
import type { App } from '../../shell/app.ts'
import type { Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { layout } from '../../shell/parts/layout.ts'
import { askedOf } from '../../../finder/question/asked.ts'
import { searchForm } from '../search/search-form.ts'
import { paths } from '../../shell/paths.ts'

/** The search, the areas of medicine, how it works, and what we promise. */
export function homePage(page: Page, app: App): Markup {
  const words = page.words.home
  return layout(page, {
    title: words.title,
    description: words.description,
    canonicalQuery: new URLSearchParams(),
    islands: ['search-box', 'place-box'],
    main: html`
      <div class="home-start">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        ${searchForm(page, nothingAsked, [])}
        <p class="small">${counts(page)}</p>
      </div>
      ${steps(page)} ${alerts(page)}
      <section aria-labelledby="categories-title">
        <h2 id="categories-title">${words.categories}</h2>
        ${categoryGrid(page, app)}
      </section>
      <div class="home-foot">${promises(page)} ${professionals(page)}</div>
    `,
  })
}

/** The form begins with 100 km chosen, for all to see and change; it asks for what can be joined. */
const nothingAsked = askedOf(new URLSearchParams({ within: '100km', status: 'open' }))

function counts(page: Page): string {
  const { studies, recruitingStudies, countries } = page.words.common
  const { summary } = page
  return page.words.home.counts(
    studies(summary.studies),
    recruitingStudies(summary.recruiting),
    countries(summary.countries),
  )
}

function steps(page: Page): Markup {
  const words = page.words.home
  return html`
    <section class="steps" aria-labelledby="how-title">
      <h2 id="how-title">${words.how}</h2>
      <ol>
        ${words.steps.map(
          ({ title, text }) => html`
            <li>
              <h3>${title}</h3>
              <p>${text}</p>
            </li>
          `,
        )}
      </ol>
    </section>
  `
}

function alerts(page: Page): Markup {
  const words = page.words.alerts.home
  return html`
    <section class="home-alerts" aria-labelledby="alerts-title">
      <h2 id="alerts-title">${words.title}</h2>
      <p>${words.text}</p>
      <p>
        <a class="button button-quiet" href="${link(page, paths.alertsNew())}">${words.link}</a>
      </p>
    </section>
  `
}

function promises(page: Page): Markup {
  const words = page.words.home
  return html`
    <section aria-labelledby="never-title">
      <h2 id="never-title">${words.never}</h2>
      <ul>
        ${words.nevers.map(
          (line) => html`
            <li>${line}</li>
          `,
        )}
      </ul>
    </section>
  `
}

function professionals(page: Page): Markup {
  const words = page.words.home
  return html`
    <section aria-labelledby="professionals-title">
      <h2 id="professionals-title">${words.professionals}</h2>
      <p>${words.professionalsText}</p>
      <p><a href="${link(page, paths.help())}">${words.professionalsLink}</a></p>
    </section>
  `
}
