import type { Hit, Results, Sort } from '../../../finder/catalogue/model/query.ts'
import { withTexts } from '../../../finder/question/asked.ts'
import { isDoubtful } from '../../../finder/registry/status.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { hit } from '../../shell/parts/hit-card.ts'
import { keepFormId } from '../../shell/parts/keep-slot.ts'
import { pagination } from '../../shell/parts/pagination.ts'
import { searchLink } from './chosen.ts'
import { isOpenOnly, placeName } from './found-sentence.ts'
import type { ReadQuery } from './read-query.ts'
import { keepForm } from './keep-form.ts'
import { misfitsOf } from './unfit.ts'
import { paths } from '../../shell/paths.ts'

/** The studies of a page in their order, those in doubt under a heading of their own, and the ways to the other pages. */
export function hitList(page: Page, read: ReadQuery, results: Results): Markup {
  const { sure, doubtful } = partsOf(read, results)
  const { list, toConfirm } = page.words.results
  const first = (results.page - 1) * results.pageSize + 1
  return html`
    ${sortLinks(page, read)}
    ${
      sure.length > 0 &&
      html`
        <h2 class="unseen" id="hits" tabindex="-1">${list}</h2>
        ${items(page, read, results, sure, first)}
      `
    }
    ${
      doubtful.length > 0 &&
      html`
        <h2 class="to-confirm" id="${sure.length > 0 ? 'to-confirm' : 'hits'}" tabindex="-1">
          ${toConfirm}
        </h2>
        ${items(page, read, results, doubtful, first + sure.length)}
      `
    }
    ${pagination(page, {
      at: results.page,
      of: lastPage(results),
      ...(results.total > results.pageSize && {
        form: keepFormId,
        action: link(page, paths.search()),
      }),
      addressOf: (at) => searchLink(page, withTexts(read.applied, { page: String(at) })),
    })}
    ${units(page, read, results)} ${keepForm(page, read, results)}
  `
}

/** The number of the last page that can be asked for. */
export function lastPage({ total, pageSize }: Results): number {
  return Math.min(500, Math.ceil(total / pageSize))
}

interface Parts {
  readonly sure: readonly Hit[]
  readonly doubtful: readonly Hit[]
}

/** Only a list of open ones by relevance or distance is in two parts; any other order is one list. */
function partsOf(read: ReadQuery, { hits }: Results): Parts {
  const { sort = 'best', today } = read.query
  const isParted = isOpenOnly(read) && (sort === 'best' || sort === 'nearest')
  if (!isParted) return { sure: hits, doubtful: [] }
  return {
    sure: hits.filter((study) => !isDoubtful(study, today)),
    doubtful: hits.filter((study) => isDoubtful(study, today)),
  }
}

function items(
  page: Page,
  read: ReadQuery,
  results: Results,
  hits: readonly Hit[],
  first: number,
): Markup {
  const { applied: asked, query, person, soughtFor } = read
  const carried = { asked, found: results.total }
  return html`
    <ol class="hits" start="${first}">
      ${hits.map((study, at) =>
        hit(page, study, {
          number: first + at,
          today: query.today,
          misfits: misfitsOf(page, study, person),
          person: soughtFor,
          carried,
        }),
      )}
    </ol>
  `
}

function sortLinks(page: Page, read: ReadQuery): Markup {
  const { sorted, sorts } = page.words.results
  const now = read.query.sort ?? 'best'
  const orders = (['best', 'nearest', 'newest', 'updated'] as const).filter(
    (order) => order === now || isOffered(order, read),
  )
  const links = orders.map((order) =>
    order === now
      ? line`<b>${sorts[order]}</b>`
      : line`<a href="${searchLink(page, withTexts(read.applied, { sort: order }))}">${sorts[order]}</a>`,
  )
  return html`
    <div class="bar no-print">
      <p class="small soft">
        ${sorted} ${links.map((each, at) => line`${at > 0 && ' · '}${each}`)}
      </p>
    </div>
  `
}

/** Who comes to an address by the last update may stay there; it is not offered. */
function isOffered(order: Sort, { place }: ReadQuery): boolean {
  return order !== 'updated' && (order !== 'nearest' || place?.kind === 'found')
}

/** From where distances are, and in what; the other unit is one press away. */
function units(page: Page, read: ReadQuery, { hits }: Results): Markup | '' {
  const from = placeName(page, read)
  if (
    from === undefined ||
    !hits.some(({ nearestSite: site }) => site?.km !== undefined && !site.isInArea)
  )
    return ''
  const words = page.words.results
  const other = withTexts(read.applied, {
    units: page.inMiles ? 'km' : 'mi',
    page: read.applied.texts.page,
  })
  return html`
    <p class="small soft">
      ${words.straight(from)}
      <a class="no-print" href="${searchLink(page, other)}">
        ${page.inMiles ? words.inKm : words.inMiles}
      </a>
    </p>
  `
}
