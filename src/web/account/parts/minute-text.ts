import { html } from 'hono/html'
import type { Markup } from '../../shell/markup.ts'

/** A moment to the minute, in UTC. */
export function minuteText(at: string): Markup {
  return html`
    <time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time>
  `
}
