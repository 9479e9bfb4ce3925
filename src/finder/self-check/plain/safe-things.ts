import type { AskedItem, AskedRule, AskedTail, AskedThing } from '../../../words/language/asked.ts'
import type { Reading } from '../../eligibility/reading.ts'
import { isThing } from '../../../words/language/is-thing.ts'

/**
 * A rule of things that says no more than was meant, as far as its words show it: "the drug" is the study's, "in the past" is
 * said once, a thing of any part of the body beside a part that was not read is open, who cannot for a reason is asked
 * without the reason. Undefined where what was read is nothing by itself, or is another measure. Rule `safe-things@1`.
 */
export function safeThings(
  text: string,
  rule: AskedRule,
  readings: readonly Reading[],
): AskedRule | undefined {
  if (rule.ask === 'doing') return withoutReasons(rule)
  if (rule.ask !== 'things') return rule
  const { things } = rule.what
  if (things.some((one) => isNothing(one, things.length > 1) || isOtherMeasure(one, readings)))
    return undefined
  const isOpen = rule.isPart === true && !rule.isWide && things.some(isOfAnyPart)
  const isWide = isOpen || (ofTheDrug.test(text) && things.some(isToMedicine))
  return {
    ...rule,
    what: { ...rule.what, things: things.map(saidOnce) },
    ...(isWide && { isWide: true }),
  }
}

/** "Unable to zorble because of an illness": whether one can is asked. */
function withoutReasons(rule: Extract<AskedRule, { ask: 'doing' }>): AskedRule {
  const isReason = ({ tail }: AskedTail): boolean => tail === 'because'
  if (!rule.isTurned || !rule.doings.some(({ tails }) => tails.some(isReason))) return rule
  const doings = rule.doings.map((one) => ({
    ...one,
    tails: one.tails.filter((tail) => !isReason(tail)),
  }))
  return { ...rule, doings, isWide: true }
}

/** "Symptoms according to the criteria": of what, only the criteria say. */
function isNothing(item: AskedItem, isOfRow: boolean): boolean {
  if (!isThing(item) || item.like.length > 0 || item.tails.length === 0) return false
  const isGeneric = /^(?:symptômes|signes|problème|trouble)$/.test(item.name.fr)
  if (!isGeneric && !(isOfRow && item.name.fr === 'maladie')) return false
  return item.tails.every(({ tail }) => tail === 'said')
}

/** "IgA less than 11 mg/dl" is no score of the skin. */
function isOtherMeasure(item: AskedItem, readings: readonly Reading[]): boolean {
  if (isThing(item) || item.called === undefined || !/\bscore\b/.test(item.called.en)) return false
  const reading = readings[item.reading]
  return reading?.type === 'measure' && /[a-zA-Z]/.test(reading.unit.replaceAll(/\{[^}]*\}/g, ''))
}

/** "Hypersensitivity to the drug". */
const ofTheDrug =
  /\b(?:to|of) (?:the|this) (?:drugs?|products?|medications?|medicines?|treatments?|agents?)\b/i

function isToMedicine(item: AskedItem): boolean {
  if (!isThing(item)) return false
  return item.tails.some(
    (tail) =>
      tail.tail === 'to' &&
      tail.things.things.some(
        (one) => isThing(one) && /^(?:médicament|produit)$/.test(one.name.fr),
      ),
  )
}

/** "Stones, infection or blockage of the zorb", of which the last was read without its place. */
function isOfAnyPart(item: AskedItem): boolean {
  if (!isThing(item) || item.like.length + item.tails.length > 0) return false
  return /^(?:infection|blocage|obstruction|tumeur|lésion|inflammation|opération|douleur|saignement)$/.test(
    item.name.fr,
  )
}

/** "Cancer in the last year in the past". */
function saidOnce(item: AskedItem): AskedItem {
  if (!isThing(item) || !item.tails.some(({ tail }) => tail === 'time')) return item
  return { ...item, tails: item.tails.filter((tail) => !isPast(tail)) } satisfies AskedThing
}

function isPast(tail: AskedTail): boolean {
  return tail.tail === 'said' && tail.said.en === 'in the past'
}
