import { placedBodyPieces } from '../segment/placed-blocks.ts'
import { inOrderBlocks } from './side-by-side.ts'
import type { SoughtWords } from './units.ts'

/** Of a block of texts the fields that are asked for, and the others. */
interface UniverseBlock {
  readonly asked: readonly number[]
  readonly others: readonly number[]
}

/** The fields asked for, and those whose words have places, each a bit. */
export interface Universe {
  readonly fields: readonly number[]
  readonly asked: readonly number[]
  /** Those of the ordinary search, and of the long texts. */
  readonly main: readonly number[]
  readonly body: readonly number[]
  readonly askedOnly: readonly number[]
  readonly blocks: readonly UniverseBlock[]
}

/** The fields that looking up words takes into account; none where no words have to stand side by side. */
export function universeOf({ fields: asked, units }: SoughtWords): Universe {
  if (!units.some(({ isTogether }) => isTogether))
    return { fields: [], asked: [], main: [], body: [], askedOnly: [], blocks: [] }
  const own = new Set(asked.map(({ field }) => field))
  const placed = new Set(inOrderBlocks.flat())
  const fields = [...own.union(placed)]
  const bitsOf = (wanted: ReadonlySet<number>): readonly number[] => {
    const parts = Array.from({ length: Math.ceil(fields.length / 32) }, () => 0)
    for (const [place, field] of fields.entries())
      if (wanted.has(field)) parts[place >> 5] = (parts[place >> 5] as number) | (1 << (place & 31))
    return parts
  }
  return {
    fields,
    asked: bitsOf(own),
    main: bitsOf(placed.difference(new Set(placedBodyPieces))),
    body: bitsOf(new Set(placedBodyPieces)),
    askedOnly: bitsOf(own.difference(placed)),
    blocks: inOrderBlocks.map((fieldsOfBlock) => {
      const within = new Set(fieldsOfBlock)
      return { asked: bitsOf(own.intersection(within)), others: bitsOf(within.difference(own)) }
    }),
  }
}
