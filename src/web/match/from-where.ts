import { labelOf } from '../../finder/places/label.ts'
import type { ReadPlace } from '../../finder/question/read-place.ts'
import { html, type Markup } from '../shell/markup.ts'
import type { Page } from '../shell/page.ts'

/** From where distances are measured, or in which area sites are named; or why there are none. */
export function fromWhere(
  page: Page,
  place: (ReadPlace & { readonly typed: string }) | undefined,
): Markup | false {
  if (!place) return false
  const { problems, notices } = page.words.search
  if (place.kind === 'found') {
    const isPoint = place.place.kind === 'point'
    const label = labelOf(place.place, page.language)
    const said = isPoint ? notices.measuredFromPoint : notices.measuredFrom(label)
    return html`
      <p class="small">${said}</p>
    `
  }
  if (place.kind === 'wide' && place.place.area !== undefined)
    return html`
      <p class="small">${page.words.match.result.inArea(labelOf(place.place, page.language))}</p>
    `
  const said =
    place.kind === 'wide'
      ? page.words.match.result.placeTooWide(labelOf(place.place, page.language))
      : problems.near(place.typed)
  return html`
    <p class="notice notice-warning">${said}</p>
  `
}
