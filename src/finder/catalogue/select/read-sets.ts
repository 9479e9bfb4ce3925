import { wordForms } from '../segment/piece-fields.ts'
import type { PieceTerm } from '../segment/piece-postings.ts'
import type { PieceSetList } from '../segment/piece-sets.ts'
import type { Universe } from './universe.ts'
import { type SoughtWords, worthOfSum } from './units.ts'

/** How a word is in the fields of a set: not at all. */
export const nowhere = 0
/** In one that is asked for, for sure. */
export const surelyThere = 1
/** Perhaps only in another form than the one asked. */
export const unsureThere = 2

/** What each set of a term's fields means for what is asked. */
interface SetsMeaning {
  readonly how: Uint8Array
  readonly worth: Float64Array
  /** As many for each set as the universe has parts. */
  readonly masks: Uint32Array
}

/** What the sets of fields of a term mean for the fields that are asked for; of a name those where other names count. */
export function meaningOfSets(
  { sets: { starts, fields } }: PieceTerm,
  { asked, universe }: { readonly asked: SoughtWords; readonly universe: Universe },
  isName: boolean,
): SetsMeaning {
  const count = starts.length - 1
  const { weights, places } = tablesOf(asked, universe, isName)
  const parts = isName ? 0 : universe.asked.length
  const how = new Uint8Array(count)
  const worth = new Float64Array(count)
  const masks = new Uint32Array(count * parts)
  for (let set = 0; set < count; set++) {
    const [start, end] = [starts[set] as number, starts[set + 1] as number]
    let best = -1
    let sum = 0
    for (let at = start; at < end; at++) {
      const weight = weights[fields[at] as number] as number
      if (weight < 0) continue
      sum += weight
      if (weight > best) best = weight
    }
    if (parts > 0) noteMasks(masks, set * parts, places, fields.subarray(start, end))
    const last = fields[end - 1] as number
    if (best < 0 || (asked.isWritten && last === wordForms.onlyOthers)) continue
    how[set] = asked.isWritten && last === wordForms.othersToo ? unsureThere : surelyThere
    worth[set] = worthOfSum(best, sum)
  }
  return { how, worth, masks }
}

/** Notes which fields of the universe are in a set, from a place on. */
function noteMasks(
  masks: Uint32Array,
  from: number,
  places: Int16Array,
  fields: PieceSetList['fields'],
): void {
  for (let at = 0; at < fields.length; at++) {
    const place = places[fields[at] as number] as number
    if (place < 0) continue
    const part = from + (place >> 5)
    masks[part] = (masks[part] as number) | (1 << (place & 31))
  }
}

/** By field its weight, below 0 where it is not asked for, and its place in the universe, or -1. */
function tablesOf(
  { fields }: SoughtWords,
  universe: Universe,
  isName: boolean,
): { readonly weights: Float64Array; readonly places: Int16Array } {
  const weights = new Float64Array(wordForms.othersToo + 1).fill(-1)
  for (const { field, weight, hasSynonyms } of fields)
    if (!isName || hasSynonyms) weights[field] = weight
  const places = new Int16Array(weights.length).fill(-1)
  for (const [place, field] of universe.fields.entries()) places[field] = place
  return { weights, places }
}
