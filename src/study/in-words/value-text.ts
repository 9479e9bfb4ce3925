import type { ValueExpression } from '../protocol/document/expressions.ts'
import { namedMoment, selectText } from './moments.ts'
import { quantityText } from './values.ts'
import { type Telling, titleOf } from './telling.ts'

/** A value as a rule names it: "38.0 °C", "age in completed months at the first injection". */
export function valueText(telling: Telling, value: ValueExpression): string {
  const { reading, value: words } = telling.words.rules
  switch (value.op) {
    case 'quantity':
      return quantityText(telling, value)
    case 'text':
      return value.text
    case 'this':
      return reading.this
    case 'bySite':
      return reading.bySite(limitsText(telling, value.sites))
    case 'reading':
      return readingText(telling, value)
    case 'count':
      return reading.count(selectText(telling, value.of))
    case 'age':
      return words.age[value.unit](namedMoment(telling, value.on))
    case 'day':
      return words.day(dayLabel(telling, value.anchor), namedMoment(telling, value.of))
    case 'elapsed':
      return words.elapsed[value.unit](
        namedMoment(telling, value.from),
        namedMoment(telling, value.to),
      )
    case 'derived':
      return words.derived(value.by, inputsText(telling, value.inputs))
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return `(${value.of.map((one) => valueText(telling, one)).join(words.signs[value.op])})`
  }
}

function readingText(
  telling: Telling,
  { pick, of, comparable }: Extract<ValueExpression, { op: 'reading' }>,
): string {
  const words = telling.words.rules.reading
  const said = words.picks[pick](selectText(telling, of))
  return comparable ? words.comparable(said, comparable.detail) : said
}

function limitsText(
  telling: Telling,
  sites: Extract<ValueExpression, { op: 'bySite' }>['sites'],
): string {
  return Object.entries(sites)
    .map(([site, limit]) => `${site} ${quantityText(telling, limit)}`)
    .join(', ')
}

function inputsText(
  telling: Telling,
  inputs: Extract<ValueExpression, { op: 'derived' }>['inputs'],
): string {
  return Object.values(inputs)
    .map((one) => valueText(telling, one))
    .join(', ')
}

/** "J" or "illness day ", as the anchor writes it before its numbers. */
function dayLabel(telling: Telling, id: string): string {
  const anchor = telling.protocol.anchors.find((one) => one.id === id)
  const label = anchor?.days?.label.trim() ?? titleOf(telling, id)
  return label === '' ? '' : `${label} `
}
