import { html } from 'hono/html'
import type { Results } from '../../../finder/catalogue/model/query.ts'
import { type Asked, withTexts } from '../../../finder/question/asked.ts'
import type { Saying } from '../../../finder/question/read-saying.ts'
import {
  type KeptWords,
  type SetAsideWords,
  toldUnderstood,
} from '../../../finder/question/told-understood.ts'
import { shownName } from '../../../finder/vocabulary/shown-names.ts'
import { bareWord } from '../../../finder/vocabulary/small-words.ts'
import type { Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { ageInWords } from '../../shell/parts/ages.ts'
import { diseaseName } from '../../shell/parts/disease-name.ts'
import { labelOf } from '../../../finder/places/label.ts'
import { searchLink } from './chosen.ts'
import type { ReadQuery } from './read-query.ts'

/** What was understood of a sentence, each part with the way to leave it out; and what was left aside, with the way back. */
export function understood(page: Page, read: ReadQuery, results: Results): Markup {
  const { applied: asked, saying } = read
  const told = toldUnderstood(results, saying)
  const words = page.words.search.understood
  const isPlain = told.ranked.length + told.setAside.length === 0 && !saying?.age && !saying?.place
  if (!results.understood.isSentence && isPlain) return nearMe(page, saying)
  const isNothing = told.kept.every(({ kind }) => kind === 'age' || kind === 'place')
  return html`
    <section class="understood no-print" aria-labelledby="understood-title">
      <h2 id="understood-title">${words.title}</h2>
      ${
        isNothing &&
        html`
          <p class="notice">${words.nothing}</p>
        `
      }
      ${told.kept.length > 0 && keptList(page, asked, read, told.kept)}
      ${ranked(page, asked, told.ranked)}
      ${setAside(page, asked, results.total > 0 ? told.setAside : deniedOf(told.setAside))}
      <p class="small">
        <a href="${searchLink(page, withTexts(asked, { exact: '1' }))}">${words.exact}</a>
      </p>
    </section>
    ${nearMe(page, saying)}
  `
}

function keptList(page: Page, asked: Asked, read: ReadQuery, kept: readonly KeptWords[]): Markup {
  const words = page.words.search.understood
  return html`
    <p class="unseen" id="understood-kept">${words.kept}</p>
    <ul class="understood-kept" aria-labelledby="understood-kept">
      ${kept.map((each) => {
        const name = keptName(page, read, each)
        const without = withoutWords(asked, each.words)
        return html`
          <li>
            <bdi>${words.kinds[each.kind](name)}</bdi>
            ${
              without &&
              html`
                <a href="${searchLink(page, without)}" aria-label="${words.remove(name)}">✕</a>
              `
            }
          </li>
        `
      })}
    </ul>
  `
}

function keptName(
  page: Page,
  { saying }: ReadQuery,
  { kind, words, name = words }: KeptWords,
): string {
  switch (kind) {
    case 'illness':
      return illnessName(page, name, bareWord(words))
    case 'medicine':
    case 'stage':
      return bareWord(words)
    case 'age':
      return saying?.age?.age ? ageInWords(page, saying.age.age) : words
    case 'place':
      return saying?.place ? labelOf(saying.place.read.place, page.language) : words
  }
}

/** As the reader would say it, or as it was typed, with the MeSH term beside it where that is another. */
function illnessName(page: Page, term: string, typed: string): string {
  const name = diseaseName(page, term, typed)
  const isTyped = typed.toLowerCase() === term.toLowerCase()
  return name !== term || isTyped ? name : `${typed} (${shownName(term, 'en')})`
}

/** Words that were not asked for: each can be made to be, by quoting it. */
function ranked(page: Page, asked: Asked, told: readonly string[]): Markup {
  if (told.length === 0) return html``
  const words = page.words.search.understood
  return html`
    <p class="small">
      ${words.ranked}
      ${told.slice(0, mostShown).map((word, at) => {
        const quoted = withQuoted(asked, word)
        const shown = bareWord(word)
        return html`
          ${at > 0 && ' · '}
          <bdi>
            ${
              quoted
                ? html`
                    <a href="${searchLink(page, quoted)}" aria-label="${words.require(shown)}">
                      ${shown}
                    </a>
                  `
                : shown
            }
          </bdi>
        `
      })}
    </p>
  `
}

const mostShown = 12

function setAside(page: Page, asked: Asked, told: readonly SetAsideWords[]): Markup {
  const words = page.words.search.understood
  return html`
    ${told.map(({ words: typed, because }) => {
      const quoted = isOfThePerson(because) ? withQuoted(asked, typed) : undefined
      return html`
        <p class="notice">
          ${words.because[because](page.words.search.quote(bareWord(typed)))}
          ${
            quoted &&
            html`
              <a href="${searchLink(page, quoted)}">${words.askAnyway}</a>
            `
          }
        </p>
      `
    })}
  `
}

/** Where nothing is found, what is left aside for that no study has it says nothing. */
function deniedOf(told: readonly SetAsideWords[]): readonly SetAsideWords[] {
  return told.filter(({ because }) => isOfThePerson(because))
}

function isOfThePerson(because: SetAsideWords['because']): boolean {
  return because === 'denied' || because === 'somebody else'
}

function nearMe(page: Page, saying: Saying | undefined): Markup {
  if (!saying?.isNearMe) return html``
  return html`
    <p class="notice">
      ${page.words.search.understood.nearMe}
      <a href="#near">${page.words.search.understood.nearMeLink}</a>
    </p>
  `
}

/** The same search without some of its words; undefined where they are not there as they stand. */
function withoutWords(asked: Asked, words: string): Asked | undefined {
  const { q } = asked.texts
  const at = q.indexOf(words)
  if (at === -1) return undefined
  const left = `${q.slice(0, at)} ${q.slice(at + words.length)}`
    .replace(/ +(?=[ ,.;:!?])/g, '')
    .trim()
  return withTexts(asked, { q: /[\p{L}\p{N}]/u.test(left) ? left : '' })
}

/** The same search with a word in quotation marks, so that it must be found: where it was typed last, as a whole word. */
function withQuoted(asked: Asked, word: string): Asked | undefined {
  const { q } = asked.texts
  const own = bareWord(word)
  if (own === '' || /["<>]/.test(q)) return undefined
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(own)}(?![\\p{L}\\p{N}])`, 'gu')
  const last = [...q.matchAll(whole)].at(-1)
  if (!last) return undefined
  return withTexts(asked, {
    q: `${q.slice(0, last.index)}"${own}"${q.slice(last.index + own.length)}`,
  })
}

/** The same search with what was said in boxes of their own, as an alert asks for it. */
export function withSaid(page: Page, asked: Asked, saying: Saying | undefined): Asked {
  if (!saying?.age && !saying?.place) return asked
  const { left, age, place } = saying
  return withTexts(asked, {
    q: left,
    ...(age && { age: age.age ? `${age.age.value} ${age.age.unit}` : age.words }),
    ...(place && { near: labelOf(place.read.place, page.language) }),
  })
}
