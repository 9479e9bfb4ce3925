import type { Hit } from '../../../finder/catalogue/model/query.ts'
import { mayReopen, standingOf } from '../../../finder/registry/status.ts'
import type { ProtocolSection } from '../../../finder/registry/study.ts'
import { html, type Markup } from '../markup.ts'
import { link, type Page } from '../page.ts'
import { paths } from '../paths.ts'

interface OneStudy {
  readonly page: Page
  readonly protocol: ProtocolSection
  readonly nctId: string
}

/** "Tell me when this study opens", or what else may happen to it. */
export function tellMe(study: OneStudy): Markup {
  return tellMeLink(study, 'button button-quiet')
}

/** The same as a link among others, or as a button. */
export function tellMeLink(
  { page, protocol, nctId }: OneStudy,
  look?: 'button button-quiet',
): Markup {
  const words = page.words.alerts.tell
  const status = protocol.statusModule?.overallStatus
  const text =
    standingOf(status) === 'opening'
      ? words.opens
      : mayReopen(status)
        ? words.reopens
        : words.changes
  return html`
    <a
      ${
        look &&
        html`
          class="${look}"
        `
      }
      href="${link(page, paths.alertsNew(), { study: nctId })}"
    >
      ${text}
    </a>
  `
}

/** In a list: the way to be told when a study opens, beside one that is not open yet. */
export function tellMeWhenOpen(page: Page, { nctId, overallStatus }: Hit): Markup | string {
  if (standingOf(overallStatus) !== 'opening') return ''
  return html`
    <span aria-hidden="true">·</span>
    <a href="${link(page, paths.alertsNew(), { study: nctId })}">
      ${page.words.alerts.tell.opens}
      <span class="unseen">(${nctId})</span>
    </a>
  `
}

/** The way from a list of studies to an alert that goes on looking; the list's own filters go along. */
export function tellMeOfList(
  page: Page,
  query: URLSearchParams,
  text: string,
  look: 'button' | 'button button-quiet' = 'button button-quiet',
): Markup {
  return html`
    <a class="${look}" href="${link(page, paths.alertsNew(), query)}">${text}</a>
  `
}
