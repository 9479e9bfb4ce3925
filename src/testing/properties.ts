import fc from 'fast-check'
import { sized } from './sized.ts'

/** The cases of every usual run: a change then passes or fails by itself, and not by what was drawn that day. */
const steady = 20_261_129
const anyOf = 2 ** 31

fc.configureGlobal({
  seed: sized(steady, Date.now() % anyOf),
  numRuns: sized(100, 2000),
})

/**
 * Text of any characters of Unicode, and now and then a word that programs trip over, such as `__proto__`. What
 * `fc.string({ unit: 'binary' })` draws, which takes two seconds to begin.
 */
export function anyText(lengths: fc.StringSharedConstraints = {}): fc.Arbitrary<string> {
  const points = fc.array(character, lengths)
  const text = points.map((all) => all.map((point) => String.fromCodePoint(point)).join(''))
  return fc.oneof({ arbitrary: text, weight: 9 }, { arbitrary: fc.string(lengths), weight: 1 })
}

/** Every code point but the halves of surrogate pairs, as likely as any other. */
const halves = { first: 0xd800, count: 0x800 }
const character = fc
  .nat({ max: 0x10ffff - halves.count })
  .map((number) => (number < halves.first ? number : number + halves.count))

/** fast-check, which draws the same cases in every `npm test`, and new and more ones under `npm run test:long`. */
export { fc }
