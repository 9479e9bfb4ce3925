import { html, type Markup } from '../markup.ts'

/** What stands before a line of a study's card; it says nothing that the line does not. */
export function hitIcon(of: keyof typeof outlines): Markup {
  return html`
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d="${outlines[of]}" />
    </svg>
  `
}

const outlines = {
  place:
    'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21Zm0-9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 10c0-4.4 3.6-7 8-7s8 2.6 8 7',
  test: 'M10.5 20.5a5 5 0 0 1-7-7l10-10a5 5 0 0 1 7 7ZM8.5 8.5l7 7',
} as const
