import { html, line, type Markup } from '../../shell/markup.ts'
import { link } from '../../shell/page.ts'
import { categoryName } from '../../shell/parts/category-name.ts'
import { registryText, safeUrl } from '../parts/registry-text.ts'
import { fact, fill, lookup, own, ownBlock } from '../../shell/parts/phrases.ts'
import type { StudyView } from '../parts/view.ts'
import { paths } from '../../shell/paths.ts'

/** Facts few readers need: sharing of data, oversight, categories. */
export function moreFacts(view: StudyView): Markup {
  return html`
    <dl class="facts">${categories(view)} ${oversight(view)} ${sharing(view)}</dl>
  `
}

/** Each category with the MeSH term that gave it, because the term is assigned by a rule of the registry. */
function categories({ page, words, stored }: StudyView): Markup | undefined {
  if (stored.categories.length === 0) return undefined
  const items = stored.categories.map(({ slug, term }) => {
    const because = fill(words.glance.categoryBecause, { term: own(page, term) })
    const address = link(page, paths.category(slug))
    return html`
      <li>
        <a href="${address}">${categoryName(slug, page.language)}</a>
        (${because})
      </li>
    `
  })
  return fact(
    words.glance.categories,
    html`
      <ul>
        ${items}
      </ul>
    `,
  )
}

function oversight({ page, words, protocol, stored }: StudyView): Markup {
  const module = protocol.oversightModule
  const access = protocol.statusModule?.expandedAccessInfo
  return line`${fact(words.more.dmc, yesNo(words, module?.oversightHasDmc))} ${fact(words.more.fdaDrug, yesNo(words, module?.isFdaRegulatedDrug))} ${fact(words.more.fdaDevice, yesNo(words, module?.isFdaRegulatedDevice))} ${fact(words.more.access, yesNo(words, access?.hasExpandedAccess))} ${fact(words.head.processed, stored.processed ? undefined : page.words.common.notGiven)}`
}

function yesNo({ more }: StudyView['words'], value: boolean | undefined): string | undefined {
  if (value === undefined) return undefined
  return value ? more.yes : more.no
}

function sharing({ page, words, protocol }: StudyView): Markup | undefined {
  const module = protocol.ipdSharingStatementModule
  if (!module) return undefined
  const answers = {
    YES: words.more.sharingYes,
    NO: words.more.sharingNo,
    UNDECIDED: words.more.sharingUndecided,
  }
  const what = (module.infoTypes ?? [])
    .map((type) => lookup(words.infoType, type) ?? type)
    .join(', ')
  const url = safeUrl(module.url)
  return line`${fact(words.more.sharing, lookup(answers, module.ipdSharing) ?? module.ipdSharing)} ${fact(words.more.what, what)} ${fact(words.more.when, module.timeFrame && own(page, module.timeFrame))} ${fact(words.more.how, module.accessCriteria && ownBlock(page, registryText(module.accessCriteria)))} ${
    module.description
      ? html`
          <div><dd>${ownBlock(page, registryText(module.description))}</dd></div>
        `
      : ''
  } ${fact(
    words.team.links,
    url && line`<a href="${url.href}" rel="noopener noreferrer nofollow">${url.host}</a>`,
  )}`
}
