import { html } from 'hono/html'
import type { ProtocolSection } from '../../../finder/registry/study.ts'
import type { Markup } from '../markup.ts'
import { link, type Page } from '../page.ts'
import { paths } from '../paths.ts'

interface OneStudy {
  readonly page: Page
  readonly protocol: ProtocolSection
  readonly nctId: string
}

/** "Tell me when this study opens", or what else may happen to it. */
export function tellMe({ page, protocol, nctId }: OneStudy): Markup {
  const words = page.words.alerts.tell
  const status = protocol.statusModule?.overallStatus ?? ''
  const text =
    status === 'NOT_YET_RECRUITING'
      ? words.opens
      : mayReopen.has(status)
        ? words.reopens
        : words.changes
  return html`
    <a class="button button-quiet" href="${link(page, paths.alertsNew(), { study: nctId })}">
      ${text}
    </a>
  `
}

/** Takes nobody now, and is not over for good. */
const mayReopen = new Set(['ACTIVE_NOT_RECRUITING', 'SUSPENDED', 'TEMPORARILY_NOT_AVAILABLE'])

/** The way from a list of studies to an alert that goes on looking; the list's own filters go along. */
export function tellMeOfList(page: Page, query: URLSearchParams, text: string): Markup {
  return html`
    <a class="button button-quiet" href="${link(page, paths.alertsNew(), query)}">${text}</a>
  `
}
