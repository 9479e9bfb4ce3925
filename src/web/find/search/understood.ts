import type { Results } from '../../../finder/catalogue/model/query.ts'
import { type Asked, withTexts } from '../../../finder/question/asked.ts'
import { type Saying, saysOfPerson } from '../../../finder/question/read-saying.ts'
import {
  type KeptWords,
  type SetAsideWords,
  toldUnderstood,
} from '../../../finder/question/told-understood.ts'
import { fold } from '../../../finder/vocabulary/fold.ts'
import { shownName } from '../../../finder/vocabulary/shown-names.ts'
import { bareWord } from '../../../finder/vocabulary/small-words.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { ageInWords } from '../../shell/parts/ages.ts'
import { diseaseName } from '../../shell/parts/disease-name.ts'
import { labelOf } from '../../../finder/places/label.ts'
import { fill } from '../../shell/parts/phrases.ts'
import { searchLink } from './chosen.ts'
import type { ReadQuery } from './read-query.ts'
import { withQuoted, withoutWords } from './said-words.ts'

/** What was understood of a sentence, each part with the way to leave it out; and what was left aside, with the way back. */
export function understood(page: Page, read: ReadQuery, results: Results): Markup {
  const { applied: asked, saying } = read
  const told = toldUnderstood(results, saying)
  const words = page.words.search.understood
  if (isKeywords(results, saying)) return nearMe(page, saying)
  const isNothing = told.kept.every(({ kind }) => ofPerson.has(kind))
  const names = told.kept.map((each) =>
    each.kind === 'illness' && each.name !== undefined
      ? shownName(each.name, page.language)
      : keptName(page, read, each),
  )
  return html`
    ${
      isNothing &&
      html`
        <p class="notice">${words.nothing}</p>
      `
    }
    ${setAside(page, asked, results.total > 0 ? told.setAside : whollyAside(told.setAside, results))}
    <details class="understood no-print">
      <summary>
        ${names.length > 0 ? fill(page.words.results.understood, { names: line`<bdi>${names.join(', ')}</bdi>.` }) : words.title}
        ${told.ranked.length > 0 && line`<span class="soft">${leftAside(page, told.ranked)}</span>`}
        ${told.unread.length > 0 && line`<span class="soft">${page.words.results.unread} <bdi>${told.unread.join(', ')}</bdi></span>`}
      </summary>
      ${told.kept.length > 0 && keptList(page, asked, read, told.kept)}
      ${ranked(page, asked, told.ranked)}
      <p class="small">
        <a href="${searchLink(page, withTexts(asked, { exact: '1' }))}">${words.exact}</a>
      </p>
    </details>
    ${nearMe(page, saying)}
  `
}

const ofPerson: ReadonlySet<KeptWords['kind']> = new Set(['age', 'sex', 'place'])

/** Whether nothing was read into the words but the names in them. */
function isKeywords(results: Results, saying: Saying | undefined): boolean {
  const { kept, ranked: only, setAside: aside, unread } = toldUnderstood(results, saying)
  const asked = kept.filter(({ kind }) => kind === 'word')
  const told = only.length + aside.length + unread.length + asked.length
  const isWhole = told === 0 && !saysOfPerson(saying)
  return isWhole && !results.understood.isSentence
}

/** Words that nothing is asked of, named before they are listed. */
function leftAside(page: Page, told: readonly string[]): Markup {
  const shown = told.slice(0, mostNamed).map(bareWord).join(', ')
  const more = told.length > mostNamed ? ' …' : '.'
  return line`${page.words.results.leftAside} <bdi>${shown}</bdi>${more}`
}

const mostNamed = 6

/** Keywords that name an illness find studies about it: the way to all that hold the words, whatever they are about. */
export function veryWords(
  page: Page,
  { applied: asked, saying }: ReadQuery,
  results: Results,
): Markup {
  const { concepts, total, understood: told } = results
  const isAsked = asked.texts.q !== '' && asked.texts.exact === '' && isKeywords(results, saying)
  if (!isAsked || concepts.length === 0 || total === 0 || told.choices.length > 0) return html``
  return html`
    <p class="small no-print">
      <a href="${searchLink(page, withTexts(asked, { exact: '1' }))}">
        ${page.words.search.understood.exact}
      </a>
    </p>
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
            <bdi>${keptInWords(page, read, each)}</bdi>
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

/** "Illness: asthma": one part of what was understood, with what it is. */
export function keptInWords(page: Page, read: Pick<ReadQuery, 'saying'>, kept: KeptWords): string {
  return page.words.search.understood.kinds[kept.kind](keptName(page, read, kept))
}

function keptName(
  page: Page,
  { saying }: Pick<ReadQuery, 'saying'>,
  { kind, words, name = words }: KeptWords,
): string {
  switch (kind) {
    case 'illness':
      return illnessName(page, name, bareWord(words))
    case 'medicine':
    case 'stage':
    case 'subject':
    case 'word':
      return bareWord(words)
    case 'age':
      return saying?.age?.age ? ageInWords(page, saying.age.age) : words
    case 'sex':
      return page.words.results.sex[saying?.sex?.sex ?? 'FEMALE']
    case 'place':
      return saying?.place ? labelOf(saying.place.read.place, page.language) : words
  }
}

/** As the reader would say it, or as it was typed, with the MeSH term beside it where that is another. */
function illnessName(page: Page, term: string, typed: string): string {
  const name = diseaseName(page, term, typed)
  const shown = shownName(term, 'en')
  if (name !== term || fold(typed) === fold(term)) return name
  return fold(typed) === fold(shown) ? shown : `${typed} (${shown})`
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

/** That no study takes the age or the sex that was written, in words alone. */
export function personAside(
  page: Page,
  { saying }: ReadQuery,
  results: Results,
): readonly string[] {
  const { because: say } = page.words.search.understood
  return toldUnderstood(results, saying)
    .setAside.filter(
      ({ because }) => because.startsWith('no study ') && because !== 'no study has all',
    )
    .map(({ words, because }) => say[because](page.words.search.quote(bareWord(words))))
}

/** Where nothing is found, what is left aside for that no study has it says nothing, but for whom the studies of a filter taken away are. */
function whollyAside(
  told: readonly SetAsideWords[],
  { counts }: Results,
): readonly SetAsideWords[] {
  const isOfAges = (because: SetAsideWords['because']): boolean =>
    counts.all > 0 &&
    (because === 'no study takes this age' || because === 'no study takes this sex')
  return told.filter(({ because }) => isOfThePerson(because) || isOfAges(because))
}

function isOfThePerson(because: SetAsideWords['because']): boolean {
  return because === 'denied' || because === 'over' || because === 'somebody else'
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
