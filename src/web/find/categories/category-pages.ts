import type { Results } from '../../../finder/catalogue/model/query.ts'
import { statusesOf } from '../../../finder/registry/status.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { keptLink } from '../../shell/parts/kept.ts'
import { diseaseName } from '../../shell/parts/disease-name.ts'
import { hit } from '../../shell/parts/hit-card.ts'
import { layout } from '../../shell/parts/layout.ts'
import { tellMeOfList } from '../../shell/parts/tell-me.ts'
import { branchName } from './branch-name.ts'
import type { Branch } from './branch.ts'
import { categoryFeedLink } from './category-feed.ts'
import { categoryGrid, countText } from './category-grid.ts'
import { paths } from '../../shell/paths.ts'

/** All areas of medicine. */
export function categoriesPage(page: Page, app: App): Markup {
  const words = page.words.categories
  return layout(page, {
    sheets: ['find', 'categories'],
    title: words.title,
    description: words.description,
    canonicalQuery: new URLSearchParams(),
    main: html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${categoryGrid(page, app)}
      <p class="small">${words.intro}</p>
    `,
  })
}

/** One area, or one branch of it: what it is, what is narrower, and who looks for people there. */
export function categoryPage(page: Page, branch: Branch, results: Results, today: string): Markup {
  const { category, concept, tree } = branch
  const name = branchName(page, branch)
  const { all, recruiting } = branch.counts
  return layout(page, {
    sheets: ['find', 'categories'],
    title: name,
    description: category.plain[page.language],
    canonicalQuery: new URLSearchParams(tree === undefined ? {} : { tree }),
    head: html`
      <link
        rel="alternate"
        type="application/json"
        href="${link(page, paths.categoryJson(category.slug), { tree })}"
      />
      <link
        rel="alternate"
        type="application/atom+xml"
        title="${page.words.categories.feedTitle(name)}"
        href="${categoryFeedLink(page, branch)}"
      />
    `,
    main: html`
      ${crumbs(page, branch)}
      <h1>${name}</h1>
      ${
        concept
          ? otherNames(page, branch)
          : html`
              <p class="lead">${category.plain[page.language]}</p>
            `
      }
      <p>${countText(page, all, recruiting)}</p>
      <p class="no-print">${tellMeOfArea(page, branch)}</p>
      <div class="category-columns">
        ${openNow(page, branch, results, today)} ${narrower(page, branch)}
      </div>
    `,
  })
}

/** An alert for what the page is about, open or not: it tells of what opens. */
function tellMeOfArea(page: Page, { category, tree }: Branch): Markup {
  const query = new URLSearchParams(tree === undefined ? { category: category.slug } : { tree })
  return tellMeOfList(page, query, page.words.alerts.tell.area)
}

function crumbs(page: Page, { category, above, concept }: Branch): Markup {
  const words = page.words.categories
  const place = paths.category(category.slug)
  return html`
    <nav class="crumbs" aria-label="${words.path}">
      <ol>
        <li><a href="${keptLink(page, paths.categories())}">${words.all}</a></li>
        ${
          concept &&
          html`
            <li><a href="${keptLink(page, place)}">${category.name[page.language]}</a></li>
          `
        }
        ${above.map(
          (twig) => html`
            <li>
              <a href="${keptLink(page, place, { tree: twig.tree })}">
                ${diseaseName(page, twig.concept.term)}
              </a>
            </li>
          `,
        )}
      </ol>
    </nav>
  `
}

function otherNames(page: Page, { concept }: Branch): Markup {
  const names = concept?.entryTerms.slice(0, 6) ?? []
  if (names.length === 0) return html``
  return html`
    <p class="lead">${page.words.categories.otherNames} ${names.join('; ')}</p>
  `
}

function openNow(page: Page, branch: Branch, results: Results, today: string): Markup {
  const words = page.words.categories
  const { tree, category } = branch
  const where = tree === undefined ? { category: category.slug } : { tree }
  const { studies, recruitingStudies } = page.words.common
  const { all } = branch.counts
  return html`
    <section aria-labelledby="open-title">
      <h2 id="open-title">${words.open}</h2>
      ${
        results.isIncomplete &&
        html`
          <p class="notice">${page.words.search.notices.incomplete}</p>
        `
      }
      ${
        results.total === 0
          ? html`
              <p>${words.noneOpen}</p>
            `
          : html`
              <ol class="hits">
                ${results.hits.map((study) => hit(page, study, { today }))}
              </ol>
              <p>
                <a
                  href="${keptLink(page, paths.search(), { ...where, status: statusesOf('open') })}"
                >
                  ${words.seeOpen(recruitingStudies(results.total))}
                </a>
              </p>
            `
      }
      ${
        all > results.total &&
        html`
          <p>
            <a href="${keptLink(page, paths.search(), { ...where, status: 'all' })}">
              ${words.seeAll(studies(all))}
            </a>
          </p>
        `
      }
      <p class="no-print"><a href="${categoryFeedLink(page, branch)}">${words.feed}</a></p>
    </section>
  `
}

function narrower(page: Page, { category, concept, children }: Branch): Markup {
  if (children.length === 0) return html``
  const words = page.words.categories
  return html`
    <section class="narrower" aria-labelledby="narrower-title">
      <h2 id="narrower-title">
        ${concept ? words.narrower(diseaseName(page, concept.term)) : words.top}
      </h2>
      <ul>
        ${children.map(
          ({ tree, concept: child, counts }) => html`
            <li>
              <a href="${keptLink(page, paths.category(category.slug), { tree })}">
                ${diseaseName(page, child.term)}
              </a>
              <span class="small">${countText(page, counts.all, counts.recruiting)}</span>
            </li>
          `,
        )}
      </ul>
      <p class="small">${words.unlisted}</p>
    </section>
  `
}
