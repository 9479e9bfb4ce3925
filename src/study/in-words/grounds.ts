import type { Ground, Judged, MissingFact, ShownValue } from '../protocol/expression/truth.ts'
import { momentText, shownText, unitText } from './values.ts'
import { type Telling, titleOf } from './telling.ts'

/** What a verdict rests on, in lines: what was compared, and what is missing. */
export function judgedLines(telling: Telling, judged: Judged): readonly string[] {
  const { turnsMet, lapsed } = telling.words.participant.eligibility
  return [
    ...judged.grounds.map((ground) => groundText(telling, ground)),
    // Two limits of one value miss the same.
    ...new Set(judged.missing.map((missing) => missingText(telling, missing))),
    ...(judged.lapsed ?? []).map((ground) => lapsed(groundText(telling, ground))),
    ...(judged.turnsMet === undefined ? [] : [turnsMet(momentText(telling, judged.turnsMet))]),
  ]
}

/** One thing that was looked at: "Temperature: 38.0 °C is not above 38.0 °C (11 March 2017, 09:30)". */
export function groundText(telling: Telling, ground: Ground): string {
  const { at } = telling.words.participant.ground
  const when = ground.at === undefined ? '' : at(momentText(telling, ground.at))
  return `${bareGround(telling, ground)}${when}`
}

/** What is not known, and when it is wanted. */
export function missingText(telling: Telling, missing: MissingFact): string {
  const other = missing.why === 'unit not convertible' && otherUnitText(telling, missing.item)
  if (other !== false && other !== undefined) return other
  return telling.words.participant.missing.because[missing.why](
    titleOf(telling, missing.item),
    wantedWhen(telling, missing),
  )
}

/** That an item was recorded in a unit that measures something else than its own; undefined for an item without a unit. */
export function otherUnitText(telling: Telling, item: string): string | undefined {
  const unit = telling.protocol.items.find(({ id }) => id === item)?.unit
  return unit === undefined || unit === '1'
    ? undefined
    : telling.words.participant.otherUnit(titleOf(telling, item), unitText(telling, unit))
}

/** " on 11 March 2017", " from … until …", or nothing. */
export function wantedWhen(telling: Telling, { onDay, from, until }: MissingFact): string {
  const words = telling.words.participant.missing
  if (onDay !== undefined) return words.onDay(momentText(telling, onDay))
  const [start, end] = [from, until].map((at) =>
    at === undefined ? undefined : momentText(telling, at),
  )
  if (start !== undefined && end !== undefined) return words.between(start, end)
  if (start !== undefined) return words.from(start)
  return end === undefined ? '' : words.until(end)
}

function bareGround(telling: Telling, ground: Ground): string {
  const words = telling.words.participant.ground
  const name = ground.item === undefined ? '' : titleOf(telling, ground.item)
  switch (ground.type) {
    case 'compare':
      return compared(telling, ground, name)
    case 'item':
      return words.item(
        name,
        ground.left ? shownText(telling, ground.left) : asAnswer(telling, ground),
      )
    case 'doubt':
      return words.doubt[verdictKey(ground)]
    case 'exists':
    case 'judgement':
    case 'readings':
      return words[ground.type][verdictKey(ground)](name)
  }
}

function compared(telling: Telling, ground: Ground, name: string): string {
  const words = telling.words.participant.ground
  const said = isDayCount(telling, ground) ? dayText : shownText
  const [left, right] = [said(telling, ground.left), said(telling, ground.right)]
  const key = verdictKey(ground)
  const sign =
    key === 'unknown' || ground.is === undefined ? words.cannotCompare : words.signs[ground.is][key]
  return words.compare(name, left, sign, right)
}

/** Numbers beside a day are days counted from it, the first of which is 1. */
function isDayCount({ protocol }: Telling, { item, left }: Ground): boolean {
  const isNumber = left !== undefined && 'unit' in left && left.unit === '1'
  return isNumber && protocol.items.some(({ id, type }) => id === item && type === 'date')
}

function dayText(telling: Telling, value: ShownValue | undefined): string {
  return telling.words.participant.ground.day(shownText(telling, value))
}

function asAnswer(telling: Telling, { verdict }: Ground): string {
  const { yesNo } = telling.words.participant
  return {
    met: yesNo.yes,
    'not met': yesNo.no,
    unknown: yesNo.unknown,
    'not applicable': yesNo.notApplicable,
  }[verdict]
}

function verdictKey({ verdict }: Pick<Ground, 'verdict'>): 'met' | 'notMet' | 'unknown' {
  if (verdict === 'met') return 'met'
  return verdict === 'not met' ? 'notMet' : 'unknown'
}
