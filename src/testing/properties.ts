import fc from 'fast-check'
import { sized } from './sized.ts'

/** The cases of every usual run: a change then passes or fails by itself, and not by what was drawn that day. */
const steady = 20_261_129
const anyOf = 2 ** 31

fc.configureGlobal({
  seed: sized(steady, Date.now() % anyOf),
  numRuns: sized(100, 2000),
})

/** fast-check, which draws the same cases in every `npm test`, and new and more ones under `npm run test:long`. */
export { fc }
