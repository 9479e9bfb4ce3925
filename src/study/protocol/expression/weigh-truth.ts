import { type Verdict, and, atLeast, not, or } from '../../../finder/eligibility/logic.ts'
import type {
  MomentExpression,
  ReadingSelect,
  TruthExpression,
  ValueExpression,
} from '../document/expressions.ts'
import { type FactReading, isToldNone } from '../facts/reading.ts'
import { compareMoments } from '../time/moment.ts'
import { compareValues, compareVerdict } from './compare.ts'
import { newestReadings, whyUnordered } from './ends.ts'
import { findMoment, isSeen, itemOfAnchor } from './moments.ts'
import type { Scene } from './scene.ts'
import { type SelectedReadings, seenReadings, selectReadings } from './select.ts'
import {
  type Ground,
  type MissingFact,
  type Truth,
  groundedTruth,
  joinTruths,
  reverseTruth,
  unknownTruth,
} from './truth.ts'
import { countValue, valueOf } from './values.ts'
import type { ValueFound } from './value-found.ts'

/**
 * What an expression comes to in a scene: met, not met, unknown or not applicable, with what it rests on and what is
 * missing. Total: it never throws and always ends, as a checked document has no circles of definitions.
 */
export function weighTruth(expression: TruthExpression, scene: Scene): Truth {
  switch (expression.op) {
    case 'fact':
      return factTruth(expression.item, scene)
    case 'code':
      return codeTruth(expression.item, expression.in, scene)
    case 'compare':
      return compareValues(
        weighValue(expression.left, scene),
        expression.is,
        weighValue(expression.right, scene),
      )
    case 'exists':
      return existsTruth(expression.of, scene)
    case 'any':
      return anyTruth(expression.of, expression.holds, scene)
    case 'agreed':
      return agreedTruth(expression.of, expression.holds, scene)
    case 'before':
      return beforeTruth(expression.first, expression.second, scene)
    case 'and':
      return joined(and, expression.of, scene)
    case 'or':
      return joined(or, expression.of, scene)
    case 'atLeast':
      return joined((verdicts) => atLeast(expression.count, verdicts), expression.of, scene)
    case 'not': {
      const truth = weighTruth(expression.of, scene)
      return reverseTruth(truth, not(truth.verdict))
    }
    case 'defined':
      return definedTruth(expression.name, scene)
    case 'judgement':
      return judgedTruth(expression, scene)
    case 'doubt':
      return doubtTruth(expression, scene)
  }
}

/** The verdict of `weighTruth` alone, without what it rests on: for what is weighed at many moments and never shown. */
export function weighVerdict(expression: TruthExpression, scene: Scene): Verdict {
  const verdicts = (of: readonly TruthExpression[]) => of.map((one) => weighVerdict(one, scene))
  switch (expression.op) {
    case 'compare': {
      const { left, is, right } = expression
      return compareVerdict(weighValue(left, scene), is, weighValue(right, scene))
    }
    case 'and':
      return and(verdicts(expression.of))
    case 'or':
      return or(verdicts(expression.of))
    case 'not':
      return not(weighVerdict(expression.of, scene))
    case 'defined': {
      const definition = scene.book.definitions.get(expression.name)
      return definition?.expression
        ? weighVerdict(definition.expression, scene)
        : weighTruth(expression, scene).verdict
    }
    case 'fact':
    case 'code':
    case 'exists':
    case 'any':
    case 'agreed':
    case 'before':
    case 'atLeast':
    case 'judgement':
    case 'doubt':
      return weighTruth(expression, scene).verdict
  }
}

/** What a value expression comes to in a scene. */
export function weighValue(expression: ValueExpression, scene: Scene): ValueFound {
  if (expression.op !== 'count')
    return valueOf(expression, scene, (inner) => weighValue(inner, scene))
  const { of, holds } = expression
  return countValue(of, holds && ((reading) => weighTruth(holds, { ...scene, reading })), scene)
}

function joined(
  join: (verdicts: readonly Verdict[]) => Verdict,
  of: readonly TruthExpression[],
  scene: Scene,
): Truth {
  const truths = of.map((one) => weighTruth(one, scene))
  return joinTruths(join(truths.map(({ verdict }) => verdict)), truths)
}

/** The newest thing said of an item counts, unless it disagrees with another of the same moment. */
function latestOf(item: string, scene: Scene): FactReading | { readonly missing: MissingFact } {
  const readings = seenReadings(item, scene)
  const ends = newestReadings(readings, scene.chart.isPlain(item))
  if (ends.length > 1)
    return {
      missing: { item, why: whyUnordered(ends), facts: ends.map(({ fact }) => fact.id) },
    }
  const last = readings.at(-1) ?? scene.chart.of(item).at(-1)
  if (!last) return { missing: { item, why: 'not recorded' } }
  const { fact, rivals } = last
  if (readings.length === 0 || last.value.type === 'not known')
    return { missing: { item, why: 'not known', facts: [fact.id] } }
  if (rivals.length > 0)
    return { missing: { item, why: 'contradictory', facts: [fact.id, ...rivals] } }
  return last
}

function factTruth(item: string, scene: Scene, type: Ground['type'] = 'item'): Truth {
  const found = latestOf(item, scene)
  if ('missing' in found) return unknownTruth([found.missing])
  return groundedTruth(groundOf(type, found, saidVerdict(found)))
}

function saidVerdict({ value }: FactReading): Verdict {
  if (value.type === 'not applicable') return 'not applicable'
  if (value.type === 'none') return 'not met'
  return value.type === 'yes-no' && !value.yes ? 'not met' : 'met'
}

function codeTruth(item: string, codes: readonly string[], scene: Scene): Truth {
  const found = latestOf(item, scene)
  if ('missing' in found) return unknownTruth([found.missing])
  const { value } = found
  if (value.type !== 'code' && value.type !== 'text')
    return groundedTruth(groundOf('item', found, saidVerdict(found)))
  const verdict = codes.includes(value.text) ? 'met' : 'not met'
  return groundedTruth({
    ...groundOf('item', found, verdict),
    left: { text: value.text },
    right: { text: codes.join(', ') },
  })
}

function existsTruth(of: ReadingSelect, scene: Scene): Truth {
  const selection = selectReadings(of, scene)
  if ('missing' in selection) return unknownTruth([selection.missing])
  const known = selection.readings.filter(({ doubt }) => doubt === undefined)
  const sure = known.find(({ reading }) => saidVerdict(reading) === 'met') ?? known[0]
  if (!sure) return unknownTruth([missingOf(selection)])
  return groundedTruth(groundOf('exists', sure.reading, saidVerdict(sure.reading)))
}

/** Not met only where the window is closed and somebody looked; nothing recorded is unknown. */
function anyTruth(of: ReadingSelect, holds: TruthExpression, scene: Scene): Truth {
  const selection = selectReadings(of, scene)
  if ('missing' in selection) return unknownTruth([selection.missing])
  const truths = weighed(selection, holds, scene)
  const verdict = or(truths.map((truth) => truth.verdict))
  if (verdict === 'met' || verdict === 'unknown') return joinTruths(verdict, truths)
  if (truths.length > 0 && selection.isClosed) return joinTruths('not met', truths)
  return unknownTruth(
    [missingOf(selection)],
    [],
    truths.flatMap(({ grounds }) => grounds),
  )
}

/** A moment that never was is not before any other, nor after it. */
function beforeTruth(first: MomentExpression, second: MomentExpression, scene: Scene): Truth {
  const [one, other] = [findMoment(first, scene), findMoment(second, scene)]
  if ('missing' in one) return neverBefore(one.missing, scene)
  if ('missing' in other) return neverBefore(other.missing, scene)
  const order = compareMoments(one.moment, other.moment)
  const facts = [...one.facts, ...other.facts]
  const verdict = order === undefined ? 'unknown' : order < 0 ? 'met' : 'not met'
  const ground: Ground = {
    type: 'compare',
    verdict,
    left: { text: one.moment.text },
    is: '<',
    right: { text: other.moment.text },
    facts,
  }
  if (verdict !== 'unknown') return groundedTruth(ground)
  const item = first.at === 'anchor' ? itemOfAnchor(first.anchor, scene) : ''
  return unknownTruth([{ item, why: 'moment not exact', facts }], [], [ground])
}

function neverBefore(missing: MissingFact, scene: Scene): Truth {
  const said = scene.chart.of(missing.item).findLast((reading) => isSeen(reading, scene))
  if (!said || !isToldNone(said.value)) return unknownTruth([missing])
  return groundedTruth(groundOf('item', said, saidVerdict(said)))
}

/** One answer of all readings that count; where they disagree, a person is asked. */
function agreedTruth(of: ReadingSelect, holds: TruthExpression, scene: Scene): Truth {
  const selection = selectReadings(of, scene)
  if ('missing' in selection) return unknownTruth([selection.missing])
  const truths = weighed(selection, holds, scene)
  const verdicts = new Set(truths.map(({ verdict }) => verdict))
  const [verdict] = verdicts
  if (verdict === undefined) return unknownTruth([missingOf(selection)])
  if (verdicts.has('unknown')) return joinTruths('unknown', truths)
  if (verdicts.size === 1) return joinTruths(verdict, truths)
  const facts = selection.readings.map(({ reading }) => reading.fact.id)
  return unknownTruth(
    [{ ...selection.wanted, why: 'readings disagree', facts }],
    [],
    truths.flatMap(({ grounds }) => grounds),
  )
}

function weighed(
  selection: SelectedReadings,
  holds: TruthExpression,
  scene: Scene,
): readonly Truth[] {
  return selection.readings.map(({ reading, doubt }) => {
    const truth = weighTruth(holds, { ...scene, reading })
    if (doubt === undefined || truth.verdict === 'unknown') return truth
    const facts = [reading.fact.id]
    return unknownTruth([{ ...selection.wanted, why: doubt, facts }], [], truth.grounds)
  })
}

function missingOf({ readings, wanted, isClosed }: SelectedReadings): MissingFact {
  const doubt = readings.find((one) => one.doubt !== undefined)
  if (doubt?.doubt !== undefined)
    return { ...wanted, why: doubt.doubt, facts: [doubt.reading.fact.id] }
  return { ...wanted, why: isClosed ? 'not recorded' : 'window open' }
}

function definedTruth(name: string, scene: Scene): Truth {
  const definition = scene.book.definitions.get(name)
  if (!definition) return unknownTruth([{ item: name, why: 'not defined' }])
  const { expression, question, title } = definition
  if (expression) return named(weighTruth(expression, scene), name)
  return judgedTruth({ item: name, question: question ?? title }, scene)
}

function named(truth: Truth, definition: string): Truth {
  return { ...truth, grounds: truth.grounds.map((ground) => ({ definition, ...ground })) }
}

function judgedTruth(
  {
    item,
    question,
  }: Pick<Extract<TruthExpression, { readonly op: 'judgement' }>, 'item' | 'question'>,
  scene: Scene,
): Truth {
  const truth = factTruth(item, scene, 'judgement')
  if (truth.verdict !== 'unknown') return truth
  return unknownTruth(truth.missing, [{ type: 'judgement', words: question, item, facts: [] }])
}

type Doubt = Extract<TruthExpression, { readonly op: 'doubt' }>

/** Another meaning that gives another answer makes it unknown; one that cannot be told changes nothing. */
function doubtTruth({ reading, others, question }: Doubt, scene: Scene): Truth {
  const truth = weighTruth(reading, scene)
  if (truth.verdict === 'unknown') return truth
  const against = others
    .map((other) => weighTruth(other, scene))
    .find(({ verdict }) => verdict !== 'unknown' && verdict !== truth.verdict)
  if (!against) return truth
  const grounds = [...truth.grounds, ...against.grounds]
  const facts = grounds.flatMap((ground) => ground.facts)
  return unknownTruth([], [{ type: 'doubt', words: question, facts }], grounds)
}

function groundOf(type: Ground['type'], { fact }: FactReading, verdict: Verdict): Ground {
  return { type, verdict, item: fact.item, at: fact.at, facts: [fact.id] }
}
