import { html, type Markup } from '../markup.ts'

/** A moment to the minute, in UTC, as machines and logs of all countries write it. */
export function minuteText(at: string): Markup {
  return html`
    <time datetime="${at}">${minuteOf(at)}</time>
  `
}

/** The same where no markup may be. */
export function minuteOf(at: string): string {
  return at.slice(0, 16).replace('T', ' ')
}
