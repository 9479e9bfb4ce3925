import { html } from 'hono/html'
import type { Markup } from '../markup.ts'

/** Our sign: a way that passes three stops. */
export function mark(): Markup {
  return html`
    <svg class="mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path d="M5 25C11 25 10 9 16 9s5 9 11 2" fill="none" stroke="currentColor" stroke-width="3" />
      <circle cx="5" cy="25" r="3.5" fill="currentColor" />
      <circle cx="16" cy="9" r="3.5" fill="currentColor" />
      <circle class="mark-end" cx="27" cy="11" r="4.5" />
    </svg>
  `
}
