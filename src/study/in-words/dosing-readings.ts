import type {
  CapRule,
  HoldRule,
  LevelChange,
  Regimen,
  StartRule,
  StopRule,
  WeightRule,
} from '../protocol/document/dosing.ts'
import type { TruthExpression } from '../protocol/document/expressions.ts'
import { surfaceFormula } from './doses.ts'
import { type ConditionInWords, conditionInWords } from './conditions.ts'
import type { PlacedNode } from './nodes.ts'
import { type Telling, titleOf, titlesOf } from './telling.ts'
import { durationText, quantityInWords } from './values.ts'

/** A node that belongs to a regimen. */
type DosingNode = Extract<
  PlacedNode,
  {
    kind:
      | 'regimen'
      | 'timing'
      | 'level'
      | 'start'
      | 'change'
      | 'weight'
      | 'cap'
      | 'rounding'
      | 'smallest'
      | 'hold'
      | 'stop'
  }
>

/** How the engine reads a rule of dosing, line by line. */
export function dosingReading(telling: Telling, placed: DosingNode): readonly ConditionInWords[] {
  const words = telling.words.nodes.dosing
  switch (placed.kind) {
    case 'regimen':
      return regimenReading(telling, placed.node)
    case 'timing': {
      const { every, cycle } = placed.node
      return lines([
        words.every(durationText(telling, every)),
        cycle ? words.cycle(cycle.from, cycle.to, cycle.length) : '',
      ])
    }
    case 'level':
      return lines([quantityInWords(telling, placed.node.amount)])
    case 'start':
      return startReading(telling, placed.node)
    case 'change':
      return changeReading(telling, placed.node)
    case 'weight':
      return lines(weightLines(telling, placed.node))
    case 'cap':
      return lines(capLines(telling, placed.node))
    case 'rounding': {
      const { step, mode } = placed.node
      if (!step || !mode) return lines([words.noRounding])
      return lines([
        words.rounding(quantityInWords(telling, step), telling.words.doses.step.modes[mode]),
      ])
    }
    case 'smallest': {
      const { amount } = placed.node
      return lines([amount ? words.smallest(quantityInWords(telling, amount)) : words.noSmallest])
    }
    case 'hold':
      return holdReading(telling, placed.node)
    case 'stop':
      return stopReading(telling, placed.node)
  }
}

function regimenReading(telling: Telling, regimen: Regimen): readonly ConditionInWords[] {
  const words = telling.words.nodes.dosing
  const { product, route, anchor, appliesIf, secondPerson } = regimen
  const strength = product.strength ? quantityInWords(telling, product.strength) : ''
  return [
    ...lines([
      words.product(product.name, strength),
      product.strengthFrom === undefined ? '' : words.strengthFrom(product.strengthFrom),
      words.route(route),
      words.countedFrom(titleOf(telling, anchor)),
      secondPerson ? words.secondPerson : '',
    ]),
    ...conditional(telling, words.appliesIf, appliesIf),
  ]
}

function startReading(telling: Telling, { level, when }: StartRule): readonly ConditionInWords[] {
  const words = telling.words.nodes.dosing
  const name = titleOf(telling, level)
  return when ? conditional(telling, words.startIf(name), when) : lines([words.start(name)])
}

function changeReading(telling: Telling, change: LevelChange): readonly ConditionInWords[] {
  const words = telling.words.nodes.dosing
  const { from, to, when, once, minGap, ifUnknown } = change
  const levels = titlesOf(telling, from)
  return [
    ...lines([
      to === undefined ? words.asksOnly(levels) : words.from(levels, titleOf(telling, to)),
      checkpointText(telling, change),
    ]),
    ...conditional(telling, words.changeIf, when),
    ...lines([
      words.ifUnknown[ifUnknown],
      minGap === undefined ? '' : words.minGap(durationText(telling, minGap)),
      once ? words.once : '',
    ]),
  ]
}

/** At which doses a change of level is looked at. */
export function checkpointText(telling: Telling, { at }: LevelChange): string {
  const words = telling.words.nodes.dosing
  if ('days' in at) return words.atDays(at.days.join(', '))
  return 'fromDay' in at ? words.fromDay(String(at.fromDay)) : words.fromDose(at.fromDose)
}

function weightLines(telling: Telling, { use, surface }: WeightRule): readonly string[] {
  const words = telling.words.nodes.dosing
  return [
    words.weight[use ?? 'silent'],
    surface
      ? words.surface(surfaceFormula(telling, surface.formula), titleOf(telling, surface.height))
      : '',
  ]
}

function capLines(telling: Telling, { amount, askAbove }: CapRule): readonly string[] {
  const words = telling.words.nodes.dosing
  return [
    amount ? words.cap(quantityInWords(telling, amount)) : words.noCap,
    askAbove ? words.askAbove(quantityInWords(telling, askAbove)) : '',
  ]
}

function holdReading(telling: Telling, hold: HoldRule): readonly ConditionInWords[] {
  const words = telling.words.nodes.dosing
  const { when, resumeWhen, resumeLower, longest } = hold
  return [
    ...conditional(telling, words.holdIf, when),
    ...conditional(telling, words.resumeIf, resumeWhen),
    ...lines([
      resumeLower === undefined ? '' : words.resumeLower(resumeLower),
      longest === undefined ? '' : words.longest(durationText(telling, longest)),
    ]),
  ]
}

function stopReading(
  telling: Telling,
  { days, doses, when }: StopRule,
): readonly ConditionInWords[] {
  const words = telling.words.nodes.dosing
  return [
    ...lines([
      days === undefined ? '' : words.days(days),
      doses === undefined ? '' : words.doses(doses),
    ]),
    ...conditional(telling, words.endsIf, when),
  ]
}

function conditional(
  telling: Telling,
  text: string,
  rule: TruthExpression | undefined,
): readonly ConditionInWords[] {
  return rule ? [{ text, parts: [conditionInWords(telling, rule)] }] : []
}

function lines(texts: readonly string[]): readonly ConditionInWords[] {
  return texts.filter((text) => text !== '').map((text) => ({ text, parts: [] }))
}
