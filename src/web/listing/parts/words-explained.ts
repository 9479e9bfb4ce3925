import { html, line, type Markup } from '../../shell/markup.ts'
import type { Explain } from './registry-text.ts'
import { fill } from '../../shell/parts/phrases.ts'
import type { StudyView } from './view.ts'

/** A medical word found in a text, and what it means in the reader's language. */
export interface FoundWord {
  /** The same for every spelling of the word. */
  readonly id: string
  /** The word as the glossary names it in the reader's language. */
  readonly term: string
  readonly meaning: string
  /** Characters `start` to `end` (not included) of the text. */
  readonly start: number
  readonly end: number
}

/** Finds the words of a text that are explained. */
export type FindWords = (text: string) => readonly FoundWord[]

/** Explains each medical word of a page where it is first, and lists them all at the page's end. */
export class WordsExplained {
  readonly #find: FindWords
  readonly #label: string
  readonly #explained = new Map<string, FoundWord>()

  constructor(find: FindWords, label: string) {
    this.#find = find
    this.#label = label
  }

  /** A text as escaped HTML, with a button at the first sight of each word. */
  readonly explain: Explain = (text) => {
    let out = ''
    let from = 0
    for (const word of this.#find(text)) {
      if (word.start < from || this.#explained.has(word.id)) continue
      this.#explained.set(word.id, word)
      out += escaped(text.slice(from, word.start))
      out += this.#button(word.id, text.slice(word.start, word.end))
      from = word.end
    }
    return out + escaped(text.slice(from))
  }

  /** The list at the end of the page, and the pop-ups the buttons open. Call it after every `explain`. */
  list(view: StudyView): Markup | string {
    const all = this.#sorted()
    if (all.length === 0) return ''
    return html`
      <section class="words-explained" aria-labelledby="words">
        <h2 id="words">${view.words.sections.glossary}</h2>
        ${this.#terms(view, all)}
      </section>
      ${all.map((word) => popUp(view, word))}
    `
  }

  /** How many words were explained so far. */
  get count(): number {
    return this.#explained.size
  }

  /** The words and their meanings without a heading. */
  folded(view: StudyView): Markup {
    return this.#terms(view, this.#sorted())
  }

  /** What the buttons open: not inside a fold, where nothing is shown while it is closed. */
  popUps(view: StudyView): Markup {
    return line`${this.#sorted().map((word) => popUp(view, word))}`
  }

  #sorted(): readonly FoundWord[] {
    return [...this.#explained.values()].toSorted((a, b) => a.term.localeCompare(b.term))
  }

  #terms(view: StudyView, all: readonly FoundWord[]): Markup {
    return html`
      <p>${view.words.glossary.intro}</p>
      <dl class="facts">
        ${all.map(
          ({ term, meaning }) => html`
            <div>
              <dt>${term}</dt>
              <dd>${meaning}</dd>
            </div>
          `,
        )}
      </dl>
    `
  }

  /** Native popovers: they open by keyboard and close by Escape, without any script of ours. */
  #button(id: string, shown: string): string {
    const label = escaped(this.#label.replace('{word}', shown))
    return `<button type="button" class="explained" popovertarget="word-${id}" title="${label}">${escaped(shown)}</button>`
  }
}

function popUp(view: StudyView, { id, term, meaning }: FoundWord): Markup {
  const label = fill(view.words.glossary.back, { word: term })
  return html`
    <div popover id="word-${id}" class="meaning" lang="${view.page.language}">
      <p class="unseen">${label}</p>
      ${line`<b>${term}</b>${view.page.words.common.colon} ${meaning}`}
    </div>
  `
}

/** The five characters that mean something in HTML. */
function escaped(text: string): string {
  return special.test(text)
    ? text.replace(specials, (character) => entities[character] ?? '')
    : text
}

const special = /[&<>"']/
const specials = /[&<>"']/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
