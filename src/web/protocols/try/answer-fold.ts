import { html, type Markup } from '../../shell/markup.ts'
import type { Filled } from './answer-field.ts'

/** A fold of fields whose ids begin with `prefix`; open where something is in it, or wrong with it. */
export function answerFold(
  { problems }: Filled,
  {
    title,
    prefix,
    isUsed,
  }: { readonly title: string; readonly prefix: string; readonly isUsed: boolean },
  content: Markup,
): Markup {
  const isOpen = isUsed || problems.some(({ field }) => field.startsWith(prefix))
  return html`
    <details
      class="try-answers"
      ${
        isOpen &&
        html`
          open
        `
      }
    >
      <summary>${title}</summary>
      ${content}
    </details>
  `
}
