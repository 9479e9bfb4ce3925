import { html, type Markup } from '../../shell/markup.ts'

const strokes = {
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3 2',
  yes: 'M4 12.5l5.5 5.5L20 6.5',
  no: 'M5.5 5.5l13 13m0-13l-13 13',
} as const

/** A sign beside a line of text that says the same: screen readers leave it out. */
export function icon(name: keyof typeof strokes): Markup {
  return html`
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d="${strokes[name]}" />
    </svg>
  `
}
