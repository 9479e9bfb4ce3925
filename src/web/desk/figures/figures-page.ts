import type { SiteFigures } from '../../../people/enquiries/promise/figures.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { lookup } from '../../shell/parts/phrases.ts'
import { type DeskView, deskLayout, deskTabsNav } from '../parts/desk-layout.ts'
import { siteAndStudy } from '../parts/site-choice.ts'
import { barChart } from './bar-chart.ts'

/** How the desk answers: all its sites together, what became of the enquiries and why, and a row for each site. */
export function figuresPage(view: DeskView, sites: readonly SiteFigures[]): Markup {
  const { page } = view
  const words = page.words.desk.figures
  return deskLayout(view, {
    title: words.title,
    main: html`
      <div class="desk flow">
        <h1>${words.title}</h1>
        ${deskTabsNav(view, 'figures')}
        ${
          sites.length === 0
            ? html`
                <p class="card">${words.none}</p>
              `
            : html`
                ${totals(view, sites)} ${states(view, sites)} ${reasons(view, sites)}
                ${siteTable(view, sites)}
                <p class="small soft">${words.note}</p>
              `
        }
      </div>
    `,
  })
}

function totals({ page }: DeskView, sites: readonly SiteFigures[]): Markup {
  const words = page.words.desk.figures
  const sum = (name: 'enquiries' | 'promised' | 'kept'): number =>
    sites.reduce((all, site) => all + site[name], 0)
  const [only, ...others] = sites
  const median = others.length === 0 ? only?.medianHours : undefined
  const facts = [
    [words.enquiries, String(sum('enquiries'))],
    [words.kept, words.of(sum('kept'), sum('promised'))],
    ...(median === undefined ? [] : [[words.median, words.hours(median)] as const]),
  ] as const
  return html`
    <dl class="figures">
      ${facts.map(
        ([name, value]) => html`
          <div>
            <dt>${name}</dt>
            <dd class="num">${value}</dd>
          </div>
        `,
      )}
    </dl>
  `
}

function states({ page }: DeskView, sites: readonly SiteFigures[]): Markup {
  const words = page.words.desk
  const counts = new Map<string, number>()
  for (const site of sites)
    for (const [state, count] of Object.entries(site.states))
      counts.set(state, (counts.get(state) ?? 0) + count)
  const rows = Object.entries(words.states).flatMap(([state, name]) => {
    const count = counts.get(state) ?? 0
    return count > 0 ? [{ name, count }] : []
  })
  return barChart(page, { id: 'states', title: words.figures.states, rows })
}

function reasons({ page }: DeskView, sites: readonly SiteFigures[]): Markup | false {
  const words = page.words.desk
  const counts = new Map<string, number>()
  for (const { kind, reason, count } of sites.flatMap((site) => site.reasons)) {
    if (kind !== 'not-eligible') continue
    const name = lookup(words.steps.reasons, reason) ?? words.figures.noReason
    counts.set(name, (counts.get(name) ?? 0) + count)
  }
  if (counts.size === 0) return false
  const rows = [...counts].map(([name, count]) => ({ name, count }))
  const sorted = rows.toSorted((one, other) => other.count - one.count)
  return barChart(page, { id: 'reasons', title: words.figures.reasons, rows: sorted })
}

function siteTable(view: DeskView, sites: readonly SiteFigures[]): Markup {
  const words = view.page.words.desk.figures
  return html`
    <section class="flow" aria-labelledby="sites-title">
      <h2 id="sites-title">${words.bySite}</h2>
      <div class="scroll-x" tabindex="0" role="group" aria-labelledby="sites-title">
        <table class="rules">
          <thead>
            <tr>
              <th scope="col">${words.site}</th>
              <th scope="col">${words.enquiries}</th>
              <th scope="col">${words.kept}</th>
              <th scope="col">${words.median}</th>
            </tr>
          </thead>
          <tbody>
            ${sites.map(
              (site) => html`
                <tr>
                  <th scope="row">${siteAndStudy(view, site)}</th>
                  <td class="num">${site.enquiries}</td>
                  <td class="num">${words.of(site.kept, site.promised)}</td>
                  <td class="num">
                    ${site.medianHours === undefined ? '–' : words.hours(site.medianHours)}
                  </td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    </section>
  `
}
