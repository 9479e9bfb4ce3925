import { html, type Markup } from '../../shell/markup.ts'

/** What was done just before, as the address names it; nothing where it names nothing of the kind. */
export function didNotice(said: Readonly<Record<string, string>>, did: string): Markup {
  if (!Object.hasOwn(said, did)) return html``
  return html`
    <p class="notice" role="status">${said[did]}</p>
  `
}
