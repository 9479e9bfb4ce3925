import type { Hit } from '../../../finder/catalogue/model/query.ts'
import type { Markup } from '../markup.ts'
import type { Page } from '../page.ts'

/** The place in a study's card for the way to keep it; nothing where nothing can be kept. */
export function keepSlot(_page: Page, _study: Hit): Markup | '' {
  return ''
}
