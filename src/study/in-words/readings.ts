import type { ProtocolCriterion } from '../protocol/document/criteria.ts'
import type { ProtocolEndpoint } from '../protocol/document/endpoints.ts'
import type { TruthExpression } from '../protocol/document/expressions.ts'
import type { AmendmentImpact, Definition } from '../protocol/document/protocol.ts'
import type { PlannedVisit, ProtocolAnchor } from '../protocol/document/schedule.ts'
import { type ConditionInWords, conditionInWords } from './conditions.ts'
import { dosingReading } from './dosing-readings.ts'
import { namedMoment, numberedDay } from './moments.ts'
import type { PlacedNode } from './nodes.ts'
import { type Telling, titleOf, titlesOf } from './telling.ts'
import { decimalInWords, durationText } from './values.ts'

/** How the engine reads a node, line by line: what can be held against the words of the source. */
export function nodeReading(telling: Telling, placed: PlacedNode): readonly ConditionInWords[] {
  switch (placed.kind) {
    case 'criterion':
      return criterionReading(telling, placed.node)
    case 'definition':
      return definitionReading(telling, placed.node)
    case 'anchor':
      return plainLines(anchorLines(telling, placed.node))
    case 'visit':
      return visitReading(telling, placed.node)
    case 'endpoint':
      return endpointReading(telling, placed.node)
    case 'set': {
      const { member, memberNotDefined } = telling.words.nodes.endpoint
      const { member: rule } = placed.node
      return rule ? [led(telling, member, rule)] : plainLines([memberNotDefined])
    }
    case 'amendment':
      return plainLines(amendmentLines(telling, placed.node))
    case 'regimen':
    case 'timing':
    case 'level':
    case 'start':
    case 'change':
    case 'weight':
    case 'cap':
    case 'rounding':
    case 'smallest':
    case 'hold':
    case 'stop':
      return dosingReading(telling, placed)
  }
}

function criterionReading(
  telling: Telling,
  { kind, expression, group, appliesIf, presumeIf, silence }: ProtocolCriterion,
): readonly ConditionInWords[] {
  const words = telling.words.nodes.criterion
  return [
    ...(group ? plainLines([`${words[kind]} ${words[group.join]}`]) : []),
    ...(expression ? [led(telling, words[kind], expression)] : []),
    ...(group || expression ? [] : plainLines([words.noRule])),
    ...(appliesIf ? [led(telling, words.appliesIf, appliesIf)] : []),
    ...(presumeIf ? [led(telling, words.presumeIf, presumeIf)] : []),
    ...(silence === 'ask' ? plainLines([words.askAlways]) : []),
  ]
}

function definitionReading(
  telling: Telling,
  { expression, by }: Definition,
): readonly ConditionInWords[] {
  const words = telling.words.nodes.definition
  if (expression) return [led(telling, words.means, expression)]
  return plainLines([by === undefined ? words.notDefined : words.by(by)])
}

function anchorLines(telling: Telling, { event, days }: ProtocolAnchor): readonly string[] {
  const words = telling.words.nodes.anchor
  const lines = [days ? words.days(`${days.label}${days.first}`) : '']
  switch (event.type) {
    case 'visit':
      return [words.visit(titleOf(telling, event.visit)), ...lines]
    case 'increase':
      return [words.increase(titleOf(telling, event.item)), ...lines]
    case 'first':
    case 'last':
      return [
        words[event.type](titleOf(telling, event.item)),
        event.onDay ? words.onDay(numberedDay(telling, event.onDay)) : '',
        event.orDecision ? words.orDecision : '',
        ...lines,
      ]
  }
}

function visitReading(telling: Telling, visit: PlannedVisit): readonly ConditionInWords[] {
  const words = telling.words.nodes.visit
  const { window, items, order = [], onlyIf, repeat } = visit
  const duration = (text: string): string => durationText(telling, text)
  return [
    ...plainLines([
      visitTarget(telling, visit),
      visit.unscheduled
        ? ''
        : window
          ? words.window(duration(window.early), duration(window.late))
          : words.noWindow,
      repeat ? words.repeat(duration(repeat.every)) : '',
      repeat?.times === undefined ? '' : words.times(repeat.times),
      items.length > 0 ? words.items(titlesOf(telling, items)) : '',
      ...order.map(({ first, then }) =>
        words.order(titleOf(telling, first), titleOf(telling, then)),
      ),
    ]),
    ...(onlyIf ? [led(telling, words.onlyIf, onlyIf)] : []),
    ...(repeat?.until ? [led(telling, words.until, repeat.until)] : []),
  ]
}

/** When a visit is planned, in a sentence. */
export function visitTarget(telling: Telling, { target, unscheduled }: PlannedVisit): string {
  const words = telling.words.nodes.visit
  if (unscheduled) return words.unscheduled
  if (!target) return words.notPlaced
  const anchor = titleOf(telling, target.anchor)
  if (target.day !== undefined)
    return words.onDay(numberedDay(telling, { anchor: target.anchor, day: target.day }), anchor)
  if (target.after === undefined) return words.at(anchor)
  const say = target.after.startsWith('-') ? words.before : words.after
  return say(durationText(telling, target.after), anchor)
}

function endpointReading(
  telling: Telling,
  endpoint: ProtocolEndpoint,
): readonly ConditionInWords[] {
  const words = telling.words.nodes.endpoint
  const { success, appliesIf, readyAt, visit, ifMissing, ifWithdrawn, sets } = endpoint
  return [
    ...(success ? [led(telling, words.success, success)] : plainLines([words.notDefined])),
    ...(appliesIf ? [led(telling, words.appliesIf, appliesIf)] : []),
    ...plainLines([
      visit === undefined ? '' : words.visit(titleOf(telling, visit)),
      readyAt ? words.readyAt(namedMoment(telling, readyAt)) : '',
      success ? words.ifMissing[ifMissing ?? 'silent'] : '',
      ifWithdrawn ? words.ifWithdrawn[ifWithdrawn] : '',
      sets.length > 0 ? words.sets(titlesOf(telling, sets)) : '',
      analysisLine(telling, endpoint),
      ...publishedLines(telling, endpoint),
    ]),
  ]
}

function analysisLine(telling: Telling, { analysis }: ProtocolEndpoint): string {
  if (!analysis) return ''
  const words = telling.words.nodes.endpoint
  const { method, interval, confidence = '' } = analysis
  return words.analysis(
    method,
    interval ? words.interval(interval, percentOf(telling, confidence)) : '',
  )
}

/** A share as percent: 0.95 is 95. */
function percentOf(telling: Telling, share: string): string {
  if (share === '') return ''
  return decimalInWords(telling, String(Number((Number(share) * 100).toPrecision(12))))
}

/** What the source prints, digit for digit. */
function publishedLines(telling: Telling, { published = [] }: ProtocolEndpoint): readonly string[] {
  const words = telling.words.nodes.endpoint
  return published.map(({ set, percent, from, to, successes, total }) => {
    const number = (text: string): string => decimalInWords(telling, text)
    const parts = [
      percent === undefined
        ? ''
        : `${number(percent)}${telling.language === 'fr' ? '\u00A0' : ''}%`,
      from === undefined || to === undefined ? '' : words.limits(number(from), number(to)),
      successes === undefined || total === undefined ? '' : words.ofTotal(successes, total),
      set === undefined ? '' : titleOf(telling, set),
    ]
    return words.published(parts.filter((part) => part !== '').join(', '))
  })
}

function amendmentLines(
  telling: Telling,
  { appliesTo, reconsent }: AmendmentImpact,
): readonly string[] {
  const words = telling.words.nodes.amendment
  const consent = reconsent === undefined ? 'silent' : reconsent ? 'yes' : 'no'
  return [words.appliesTo[appliesTo ?? 'silent'], words.reconsent[consent]]
}

/** Our words, then the condition under them. */
function led(telling: Telling, text: string, rule: TruthExpression): ConditionInWords {
  return { text, parts: [conditionInWords(telling, rule)] }
}

function plainLines(lines: readonly string[]): readonly ConditionInWords[] {
  return lines.filter((line) => line !== '').map((text) => ({ text, parts: [] }))
}
