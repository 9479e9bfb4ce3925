import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { messagePage } from '../../shell/parts/message-page.ts'
import { paths } from '../../shell/paths.ts'

/** A mailed link that was used, ran out, or was never made here. */
export function closedLinkPage(page: Page, kind: 'done' | 'expired' | 'unknown'): Markup {
  const words = page.words.account.closed
  return messagePage(page, {
    title: words[kind],
    text: words[`${kind}Text`],
    ways: [{ path: paths.signIn(), text: words.again }],
  })
}

/** The status with which that is said. */
export const closedLinkStatus = { done: 410, expired: 410, unknown: 404 } as const
