import type { Words } from '../shape/shape.ts'

/** The words of the way from a study to a list of studies side by side, in French. */
export const compareFr: Words['study']['compare'] = {
  title: 'Comparer des études',
}
