import { bitset } from '../../../base/bitset.ts'
import { pieces } from '../../registry/pieces/pieces.ts'
import { tokens } from '../../vocabulary/fold.ts'
import type { Segment } from '../segment/segment.ts'
import { longestTerm } from '../segment/term-ids.ts'
import { intersection, union, without } from './bits.ts'
import { type Likely, likelyOf } from './found.ts'
import { inOrderBlocks, wordsFirstIn } from './side-by-side.ts'
import type { SoughtWords, WordUnit } from './units.ts'

/** Texts that are all of their block: where one begins, its field does. */
const wholeBlocks: ReadonlyMap<number, number> = new Map(
  inOrderBlocks.flatMap((fields, block) => {
    const [field = -1, ...more] = fields
    const isWhole = more.length === 0 && pieces[field]?.path.includes('[]') === false
    return isWhole ? [[field, block] as const] : []
  }),
)

/** The blocks whose first words are asked for; undefined where that is not all that is asked, or no places tell it. */
export function blocksOfWhole(
  { words, keys }: WordUnit,
  { coverage, fields }: SoughtWords,
): readonly number[] | undefined {
  if (coverage !== 'startsWith' && coverage !== 'fullMatch') return undefined
  if (keys.length > 0 || words.some((word) => word.length > longestTerm)) return undefined
  const blocks = fields.flatMap(({ field }) => wholeBlocks.get(field) ?? [])
  return blocks.length === fields.length ? blocks : undefined
}

/** Where the first words of a text are these, or all; which form of them it has may have to be read. Throws `PieceDamaged`. */
export function atBeginning(
  unit: WordUnit,
  words: readonly Likely[],
  blocks: readonly number[],
  { asked, segment }: { readonly asked: SoughtWords; readonly segment: Segment },
): Likely {
  const likely = words.map(likelyOf).reduce(intersection)
  const where = { blocks, isWhole: asked.coverage === 'fullMatch' }
  const { found, unknown } = wordsFirstIn(where, ordinaryWords(unit, asked), likely, segment)
  const isOfAnyForm = asked.isWritten && !areStems(unit)
  const plain = asked.isWritten ? words.map((word) => word.sure) : []
  const sure = isOfAnyForm ? bitset(segment.count) : plain.reduce(intersection, found)
  return { sure, maybe: without(union(found, unknown), sure) }
}

/** As the places of words are kept. */
export function ordinaryWords({ words }: WordUnit, { isWritten }: SoughtWords): readonly string[] {
  return isWritten ? words.flatMap((word) => tokens(word)) : words
}

/** Words that are their own stems: those that a study has in no other form stand as they are written. */
export function areStems({ terms, words }: WordUnit): boolean {
  return terms.every((term, at) => term === words[at])
}
