import type { MomentExpression, ReadingSelect } from '../protocol/document/expressions.ts'
import { durationText } from './values.ts'
import { type Telling, codesText, titleOf } from './telling.ts'

/** A moment as a rule names it: "48 hours after the end of the infusion". */
export function namedMoment(telling: Telling, moment: MomentExpression): string {
  const words = telling.words.rules.moment
  if (moment.at === 'day') return words.day(numberedDay(telling, moment))
  const name = moment.at === 'anchor' ? titleOf(telling, moment.anchor) : words[moment.at]
  if (moment.plus === undefined) return name
  const say = moment.plus.startsWith('-') ? words.minus : words.plus
  return say(name, durationText(telling, moment.plus))
}

/** A day by its number, as the anchor counts: "J3". */
export function numberedDay(
  telling: Telling,
  { anchor, day }: { readonly anchor: string; readonly day: number },
): string {
  const label = telling.protocol.anchors.find(({ id }) => id === anchor)?.days?.label
  return label === undefined ? `${titleOf(telling, anchor)} ${day}` : `${label}${day}`
}

/** Which readings a rule looks at: "Temperature (axillary) after the end of the infusion". */
export function selectText(telling: Telling, select: ReadingSelect): string {
  const words = telling.words.rules.reading
  const { site, method, details, visit } = select
  const limits = ['from', 'after', 'until', 'before', 'onDayOf'] as const
  return [
    titleOf(telling, select.item),
    site ? words.sites(codesText(telling, site)) : '',
    method ? words.methods(method.join(', ')) : '',
    details ? words.details(codesText(telling, Object.values(details))) : '',
    ...limits.map((limit) => {
      const moment = select[limit]
      return moment ? words[limit](namedMoment(telling, moment)) : ''
    }),
    visit === undefined ? '' : words.visit(titleOf(telling, visit)),
  ].join('')
}
