import { html, line, type Markup } from '../markup.ts'
import type { Page } from '../page.ts'

/** What may be in the place of a `{name}`. */
export type Slot = Markup | string | number

const slots = /\{(\w+)\}/

/** A sentence of ours with its places filled in; what is filled in is escaped or already HTML. */
export function fill(sentence: string, values: Readonly<Record<string, Slot>>): Markup {
  const pieces = sentence.split(slots)
  return line`${pieces.map((piece, index) => (index % 2 === 1 ? (values[piece] ?? '') : piece))}`
}

/** The registry's own words inside ours: on a French page they are marked as English. */
export function own(page: Page, text: Slot): Markup {
  return page.language === 'en'
    ? line`<bdi>${text}</bdi>`
    : line`<bdi class="own" lang="en">${text}</bdi>`
}

/** A block of the registry's own words. */
export function ownBlock(page: Page, text: Markup): Markup {
  return page.language === 'en'
    ? html`
        <div class="prose">${text}</div>
      `
    : html`
        <div class="prose own" lang="en">${text}</div>
      `
}

/** An enumerated value in plain words with the registry's term; a value we do not know is shown as it is. */
export function plain(
  page: Page,
  table: Readonly<Record<string, string>>,
  value: string | undefined,
): Markup | undefined {
  if (!value) return undefined
  const said = lookup(table, value)
  if (said === undefined)
    return line`<span lang="en">${value}</span> (${page.words.study.registryTerm})`
  return line`${said} <span class="registry-term" lang="en">(${termOf(value)})</span>`
}

/** The plain words alone. */
export function lookup<T>(
  table: Readonly<Record<string, T>>,
  value: string | undefined,
): T | undefined {
  return value !== undefined && Object.hasOwn(table, value) ? table[value] : undefined
}

/** One line of a list of facts; nothing when there is nothing to say. */
export function fact(label: string, value: Slot | undefined): Markup | undefined {
  if (value === undefined || value === '') return undefined
  return html`
    <div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>
  `
}

/** A list of names in a sentence: "a, b and c", at most so many. */
export function listed(page: Page, names: readonly Slot[], most: number): Markup {
  const words = page.words.study.short
  const shown = names.slice(0, most)
  const rest = names.length - shown.length
  const all = rest > 0 ? [...shown, fill(words.more, { count: rest })] : shown
  return line`${all.map(
    (name, index) => line`${between(index, all.length, rest > 0, words.and)}${name}`,
  )}`
}

function between(index: number, count: number, hasRest: boolean, and: string): string {
  if (index === 0) return ''
  if (index < count - 1) return ', '
  return hasRest ? ' ' : ` ${and} `
}

function termOf(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ')
}
