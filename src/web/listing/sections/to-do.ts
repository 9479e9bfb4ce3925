import { capitalized } from '../../../base/capitalized.ts'
import type { Intervention } from '../../../finder/registry/study.ts'
import { givenIn, type TreatmentRhythm } from '../../../finder/vocabulary/treatment-given.ts'
import { placeboTold } from '../../../finder/vocabulary/placebo-told.ts'
import { testedTreatments, triedIn } from '../../../finder/vocabulary/tested-treatments.ts'
import { isMedicine, saidTreatment } from '../../../finder/vocabulary/treatment-names.ts'
import { html, line, type Markup } from '../../shell/markup.ts'
import { spokenValue } from '../../../words/spoken.ts'
import { fill, lookup, own } from '../../shell/parts/phrases.ts'
import { isAlive, type StudyPageView } from '../parts/page-view.ts'
import { plainSpan } from '../parts/plain-span.ts'
import { armsSection } from './arms.ts'

/**
 * Rule `to-do@3`: what taking part means, from the record's fields: groups, what is given (`tested-treatments@1`, `only-compared@1`) and
 * how (`treatment-given@2`), placebo, how long. What no field says is said to be missing.
 */
export function toDo(view: StudyPageView): Markup {
  const words = view.page.words.listing.todo
  const heading = isAlive(view) ? words.heading : words.headingPast
  return html`
    <section class="flow" aria-labelledby="to-do">
      <h2 id="to-do">${heading}</h2>
      ${isWatched(view) ? watched(view) : tried(view)} ${time(view)}
    </section>
  `
}

function isWatched({ protocol }: StudyPageView): boolean {
  return protocol.designModule?.studyType === 'OBSERVATIONAL'
}

function watched({ page }: StudyPageView): Markup {
  return html`
    <p>${page.words.listing.short.watched}</p>
  `
}

function tried(view: StudyPageView): Markup {
  return line`${groups(view)} ${treatments(view)} ${placebo(view)} ${eachArm(view)}`
}

function groups(view: StudyPageView): Markup | '' {
  const words = view.page.words.listing.todo
  const arms = view.protocol.armsInterventionsModule?.armGroups ?? []
  if (arms.length === 0) return ''
  return html`
    <p>${isAlive(view) ? words.groups(arms.length) : words.groupsPast(arms.length)}</p>
  `
}

/** More treatments than this are in the list of groups. */
const mostShown = 4

function treatments(view: StudyPageView): Markup | '' {
  const shown = given(view).slice(0, mostShown)
  if (shown.length === 0) return ''
  return html`
    <ul class="arm-list">
      ${shown.map(
        ({ name, how }) => html`
          <li>
            <h3>${name}</h3>
            <p>${how}</p>
          </li>
        `,
      )}
    </ul>
  `
}

/** All that is given or done, each by its name. */
function given(view: StudyPageView): readonly Shown[] {
  const all = triedIn(view.protocol.armsInterventionsModule)
  const title = view.protocol.identificationModule.briefTitle ?? ''
  const { tested, examinations } = testedTreatments(title, all)
  return byName(view, [...tested, ...examinations])
}

/** How many treatments stand only in the list of groups. */
function unlisted(view: StudyPageView): string {
  const left = given(view).length - mostShown
  const hasGroups = (view.protocol.armsInterventionsModule?.armGroups ?? []).length > 0
  return left > 0 && hasGroups ? `${view.page.words.listing.todo.more(left)} ` : ''
}

interface Shown {
  readonly name: Markup
  readonly how: string
}

/** The same treatment in several doses is one; what is said of it must be the same in all. */
function byName(view: StudyPageView, all: readonly Intervention[]): readonly Shown[] {
  const groups = new Map<string, Intervention[]>()
  for (const one of all.slice(0, 40)) {
    const said = saidTreatment(one, view.page.language)
    const kinds = view.page.words.common.title.kinds
    const key = said.kind === 'names' ? said.names.join(' + ') : (lookup(kinds, said.type) ?? '')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups]
    .filter(([name]) => name.trim() !== '')
    .map(([name, same]) => ({
      name: line`<bdi>${capitalized(name)}</bdi>`,
      how: howGiven(view, same),
    }))
}

function howGiven({ page, protocol }: StudyPageView, same: readonly Intervention[]): string {
  const words = page.words.listing.todo
  const text = same.map(({ name, description }) => `${name ?? ''}. ${description ?? ''}`).join('\n')
  // Of an operation, a device or an exercise such words are of something else.
  const isGiven = same.every(({ type = '' }) => isMedicine(type))
  const { route, often, hasBreaks } = isGiven ? givenIn(text) : {}
  const said = [
    route && lookup(words.given, route),
    often && rhythm(words, often),
    hasBreaks && words.breaks,
  ].filter((each) => typeof each === 'string')
  const { armGroups = [] } = protocol.armsInterventionsModule ?? {}
  const isToldElsewhere = armGroups.some(({ description = '' }) => description.trim() !== '')
  const unsaid = isToldElsewhere ? words.howInGroups : words.howUnknown
  const whole = said.length > 0 ? said.join(', ') : unsaid
  return `${capitalized(whole)}.`
}

type TodoWords = StudyPageView['page']['words']['listing']['todo']

function rhythm({ often }: TodoWords, { times, per }: TreatmentRhythm): string {
  return per === 'once' ? often.once : often[per](times)
}

/** Rule `placebo-told@1`, and how many groups get no treatment at all. */
function placebo(view: StudyPageView): Markup {
  const { page, protocol } = view
  const words = page.words.listing.todo
  const { armGroups = [] } = protocol.armsInterventionsModule ?? {}
  const untreated = armGroups.filter(({ type }) => type === 'NO_INTERVENTION').length
  const told = placeboTold(protocol)
  const said =
    told.kind === 'groups'
      ? words.placebo(told.groups, armGroups.length)
      : { given: words.placeboNamed, somewhere: words.placeboSomewhere, none: words.noPlacebo }[
          told.kind
        ]
  return html`
    <p>${unlisted(view)}${said}${untreated > 0 ? ` ${words.untreated(untreated)}` : ''}</p>
  `
}

function time({ page, protocol }: StudyPageView): Markup {
  const words = page.words.listing.todo
  const { targetDuration } = protocol.designModule ?? {}
  const span = plainSpan(targetDuration)
  const duration = targetDuration
    ? fill(words.duration, {
        time: span ? spokenValue(page, span.value, span.unit) : own(page, targetDuration),
      })
    : ''
  return html`
    <p>${duration} ${measuredAt(page, protocol)} ${words.visits}</p>
  `
}

/** When the one main question is measured, where the record says it as a length of time. */
function measuredAt(page: StudyPageView['page'], protocol: StudyPageView['protocol']): Markup | '' {
  const words = page.words.listing.todo
  const [only, ...others] = protocol.outcomesModule?.primaryOutcomes ?? []
  const span = others.length === 0 ? plainSpan(only?.timeFrame) : undefined
  return span
    ? fill(span.isWithin ? words.mainWithin : words.main, {
        time: spokenValue(page, span.value, span.unit),
      })
    : ''
}

function eachArm(view: StudyPageView): Markup | '' {
  const arms = armsSection(view)
  return arms === undefined
    ? ''
    : html`
        <details class="more">
          <summary>${view.page.words.listing.todo.each}</summary>
          ${arms}
        </details>
      `
}
