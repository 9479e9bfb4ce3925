import { html, type Markup } from '../shell/markup.ts'
import type { Page } from '../shell/page.ts'
import { type MapDot, type Mark, numbersOf } from './dot.ts'
import { markHeight } from './join-touching.ts'

/** What stands in a mark: the numbers of one or two studies, or how many there are; of one study how many sites. */
export function markText(page: Page, dots: readonly MapDot[]): string {
  const numbers = numbersOf(dots)
  if (numbers.length === 0) return String(dots.length)
  return numbers.length <= 2 ? numbers.join(', ') : page.words.common.studies(numbers.length)
}

/** A mark as a link to the first of its studies, with what it stands for and where that is; or as a picture alone. */
export function markOf(page: Page, { x, y, width, text, dots }: Mark, where: string): Markup {
  const shape = html`
    <rect
      class="dot"
      x="${toTenth(x - width / 2)}"
      y="${toTenth(y - markHeight / 2)}"
      width="${toTenth(width)}"
      height="${markHeight}"
      rx="${markHeight / 2}"
    />
    <text class="dot-name" x="${toTenth(x)}" y="${toTenth(y + 4)}">${text}</text>
  `
  const [first] = dots
  const name = page.words.map.mark(numbersOf(dots), dots.length, namesOf(dots), where)
  return first?.href === undefined
    ? html`
        <g role="img" aria-label="${name}">${shape}</g>
      `
    : html`
        <a href="${first.href}" aria-label="${name}">${shape}</a>
      `
}

/** The first few names, each once. */
function namesOf(dots: readonly MapDot[]): readonly string[] {
  return [...new Set(dots.map(({ name }) => name))].filter((name) => name !== '').slice(0, 3)
}

/** Units of a picture to a tenth: a finer place is not seen. */
export function toTenth(units: number): number {
  return Math.round(units * 10) / 10
}
