import type { Results } from '../../../finder/catalogue/model/query.ts'
import { html, type Markup } from '../../shell/markup.ts'
import { link, type Page } from '../../shell/page.ts'
import { diseaseName } from '../../shell/parts/disease-name.ts'
import {
  textFields,
  withTexts,
  type Asked,
  type TextField,
} from '../../../finder/question/asked.ts'
import { searchLink } from './chosen.ts'
import type { ReadPlace } from '../../../finder/question/read-place.ts'
import { fold } from '../../../finder/vocabulary/fold.ts'
import { shownName } from '../../../finder/vocabulary/shown-names.ts'
import { bareWord } from '../../../finder/vocabulary/small-words.ts'
import { labelOf } from '../../../finder/places/label.ts'
import { spotLabel } from './found-sentence.ts'
import type { ReadQuery } from './read-query.ts'
import { paths } from '../../shell/paths.ts'

/** Everything that was done with the words on the seeker's behalf, said plainly and reversible. */
export function notices(
  page: Page,
  { asked: typed, applied: asked, place: near, saying, isDistanceIdle }: ReadQuery,
  results: Results,
): Markup {
  return html`
    ${incomplete(page, results)}
    ${near && !isQuiet(near) && isUsed(results) && place(page, asked, typed.texts.near || (saying?.place?.typed ?? ''), near)}
    ${isDistanceIdle && idleDistance(page, near)} ${corrected(page, asked, results)}
    ${asWords(page, results)} ${inEligibility(page, results)} ${concepts(page, results)}
    ${either(page, results)} ${exactly(page, results)}
  `
}

/** An area in which no study is was left out, and that is told already. */
function isUsed({ understood }: Results): boolean {
  return understood.without?.includes('area') !== true
}

function incomplete(page: Page, { isIncomplete }: Results): Markup {
  if (!isIncomplete) return html``
  return html`
    <p class="notice">${page.words.search.notices.incomplete}</p>
  `
}

/** From where distances are measured, and other places of that name: below the list where the place is sure. */
export function surePlace(page: Page, { asked, applied, place: near }: ReadQuery): Markup {
  return near && isQuiet(near) ? place(page, applied, asked.texts.near, near) : html``
}

function isQuiet(near: ReadPlace): boolean {
  return near.kind === 'found' && near.isSure && !isToldLoud(near)
}

function place(page: Page, asked: Asked, typed: string, near: ReadPlace): Markup {
  const others = near.others.map((other) => labelOf(other, page.language))
  const said = near.kind === 'unknown' ? undefined : taken(page, typed, near)
  if (said === undefined && others.length === 0) return html``
  if (isToldLoud(near))
    return html`
      <p class="notice">${said} ${others.length > 0 && offered(page, asked, others)}</p>
    `
  if (others.length === 0)
    return html`
      <p class="small soft">${said}</p>
    `
  return html`
    <details class="namesakes">
      <summary>${said}</summary>
      <p class="small">${offered(page, asked, others)}</p>
    </details>
  `
}

/** Asked for and not used is said aloud, with what to type instead. */
function idleDistance(page: Page, near: ReadPlace | undefined): Markup {
  if (near?.kind !== 'wide') return html``
  return html`
    <p class="notice">
      ${page.words.search.notices.distanceIdle(labelOf(near.place, page.language))}
    </p>
  `
}

/** A name with a letter changed, and one of several known places, are told louder than one with small namesakes. */
function isToldLoud(near: ReadPlace): boolean {
  if (near.kind === 'unknown' || near.place.isCorrected || near.place.isForArea) return true
  return !near.isSure
}

type TakenPlace = Exclude<ReadPlace, { kind: 'unknown' }>

function taken(page: Page, typed: string, near: TakenPlace): string | undefined {
  const words = page.words.search.notices
  const label = near.kind === 'wide' ? labelOf(near.place, page.language) : spotLabel(page, near)
  if (label === undefined) return words.measuredFromPoint
  if (near.place.isCorrected) return words.placeCorrected(typed, label)
  if (near.place.isForArea) return words.placeForArea(typed, label)
  if (near.kind === 'wide' && near.place.area === undefined) return undefined
  if (near.kind === 'wide' && near.isSure) return words.inArea(label)
  return isToldLoud(near) ? words.placeGuessed(typed, label) : words.measuredFrom(label)
}

function offered(page: Page, asked: Asked, labels: readonly string[]): Markup {
  return html`
    ${page.words.search.notices.didYouMean}
    ${labels.map(
      (label, index) => html`
        ${index > 0 && ' · '}
        <bdi><a href="${searchLink(page, withTexts(asked, { near: label }))}">${label}</a></bdi>
      `,
    )}
  `
}

function corrected(page: Page, asked: Asked, results: Results): Markup {
  if (results.corrections.length === 0) return html``
  const words = page.words.search
  const to = results.corrections.map((each) => words.quote(each.to)).join(', ')
  const from = results.corrections.map((each) => words.quote(each.from)).join(', ')
  const exact = searchLink(page, withTexts(asked, { exact: '1' }))
  return html`
    <p class="notice">
      ${words.notices.corrected(to)}
      <a href="${exact}">${words.notices.insteadOf(from)}</a>
    </p>
  `
}

function asWords(page: Page, results: Results): Markup {
  if (results.asWords.length === 0) return html``
  const { fields, notices: say } = page.words.search
  const names = results.asWords.map((name) =>
    isLabelled(name, fields) ? fields[name].label : name,
  )
  return html`
    <p class="notice">
      ${say.asWords(names.map((name) => page.words.search.quote(name)).join(', '))}
      <a href="${link(page, paths.help())}">${say.asWordsHelp}</a>
    </p>
  `
}

function isLabelled<T extends object>(name: string, fields: T): name is keyof T & TextField {
  return textFields.some((field) => field === name) && Object.hasOwn(fields, name)
}

function inEligibility(page: Page, results: Results): Markup {
  if (!results.inEligibility || results.total === 0) return html``
  return html`
    <p class="notice">${page.words.search.notices.inEligibility}</p>
  `
}

function exactly(page: Page, { understood }: Results): Markup | false {
  const phrases = understood.phrases?.map((text) => page.words.search.quote(text)) ?? []
  if (phrases.length === 0) return false
  return html`
    <p class="small"><bdi>${page.words.search.notices.exactly(phrases.join(', '))}</bdi></p>
  `
}

function either(page: Page, { understood, total }: Results): Markup | false {
  if (!understood.isEither || total === 0) return false
  return html`
    <p class="small">${page.words.search.notices.either}</p>
  `
}

/** Only where the term is not the words themselves: nobody needs to be told that asthma is asthma. */
function concepts(page: Page, results: Results): Markup {
  if (results.understood.isSentence) return html``
  const told = results.concepts
    .map(({ words, term }) => ({ words: bareWord(words), term }))
    .filter(
      ({ words, term }) =>
        ![term, shownName(term, page.language)].some((name) => fold(name) === fold(words)),
    )
  if (told.length === 0) return html``
  const lines = told.map(({ words, term }) =>
    page.words.search.notices.concept(words, diseaseName(page, term, words)),
  )
  return html`
    <p class="small"><bdi>${lines.join(' ')}</bdi></p>
  `
}
