import { categories } from '../../../finder/vocabulary/categories.ts'
import type { App } from '../../shell/app.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { paths } from '../../shell/paths.ts'

/** Every area of medicine with its studies; the same list at home and under `/categories`. */
export function categoryGrid(page: Page, app: App): Markup {
  const counts = app.catalogue.categoryCounts()
  const sorted = categories.toSorted((one, other) =>
    one.name[page.language].localeCompare(other.name[page.language], page.language),
  )
  return html`
    <ul class="category-grid">
      ${sorted.map(({ slug, name, plain }) => {
        const { all = 0, recruiting = 0 } = counts[slug] ?? {}
        return html`
          <li>
            <a href="${link(page, paths.category(slug))}">${name[page.language]}</a>
            <p class="small">${plain[page.language]}</p>
            <p class="category-count">${countText(page, all, recruiting)}</p>
          </li>
        `
      })}
    </ul>
  `
}

/** "120 studies, 34 open". */
export function countText(page: Page, all: number, recruiting: number): string {
  return page.words.categories.counted(page.words.common.studies(all), recruiting)
}
