import { html, line, type Markup } from '../../shell/markup.ts'
import { lookup, own } from '../../shell/parts/phrases.ts'
import { titleMarkup } from '../../shell/parts/study-title.ts'
import { plainText } from '../parts/registry-text.ts'
import type { StudyPageView } from '../parts/page-view.ts'

/** The everyday title, with the registry's own small below it. */
export function head(view: StudyPageView): Markup {
  const { page, everyday } = view
  return html`
    <header class="study-head">
      <p class="eyebrow">
        ${phases(view)}
        <span class="num" translate="no">${view.nctId}</span>
      </p>
      <h1>${everyday.isPlain ? titleMarkup(everyday) : own(page, plainText(view.title))}</h1>
      ${registryTitle(view)}
    </header>
  `
}

function phases({ page, protocol }: StudyPageView): Markup | string {
  const labels = (protocol.designModule?.phases ?? []).flatMap((phase) =>
    phase === 'NA' ? [] : (lookup(page.words.common.phases, phase)?.label ?? []),
  )
  return labels.length === 0 ? '' : line`<span>${labels.join(', ')}</span>`
}

/** The longer of the registry's titles is in the record below; this is how others name the study. */
function registryTitle({ page, title, everyday, protocol }: StudyPageView): Markup | string {
  const { acronym } = protocol.identificationModule
  const named = acronym && !title.includes(acronym) ? `${title} (${acronym})` : title
  if (!everyday.isPlain)
    return acronym && named !== title ? line`<p class="official">${own(page, acronym)}</p>` : ''
  return html`
    <p class="official">
      ${page.words.listing.registryTitle}
      <bdi class="registry-title" lang="en">${plainText(named)}</bdi>
    </p>
  `
}
