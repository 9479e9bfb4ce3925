import { fold } from '../../vocabulary/fold.ts'
import type { Concept } from '../../vocabulary/concept.ts'
import type { NamedStage } from './name-pieces.ts'
import type { SaidPiece } from './run.ts'

/**
 * Records seldom name a stage by its number, and a course ("relapsed") makes another illness to treat of cancers alone: else studies
 * that say it come first.
 */
export function isDemanded(
  { english }: Pick<NamedStage, 'english'>,
  illnesses: readonly SaidPiece[],
): boolean {
  if (numbered.test(english)) return false
  return illnesses.some(
    (piece) =>
      piece.kind === 'illness' && piece.concept.trees.some((tree) => /^C(?:04|15\.378)/.test(tree)),
  )
}

const numbered = /\d|(?:^|\s)(?:stage|grade|class) (?:[ivx]+|[a-d])(?:$|\s)/i

/** Whether it is over after some weeks: an infection. */
export function isPassing(piece: SaidPiece): boolean {
  return piece.kind === 'illness' && isInfection(piece.concept)
}

/**
 * What may be over beside other illnesses: a cancer, an infection, a pregnancy, an injury or what happens once; diabetes is not, nor is a
 * cancer that came back or beside another that may be its own spread.
 */
export function mayEnd(
  piece: SaidPiece,
  all: readonly SaidPiece[],
  words: readonly string[],
): boolean {
  if (piece.kind !== 'illness') return false
  if (isCancer(piece))
    return all.filter(isCancer).length < 2 && !words.some((word) => ofReturn.test(fold(word)))
  const { term, trees } = piece.concept
  return (
    trees.some((tree) => /^C(?:01|13|26)/.test(tree)) || /Stroke|Infarct|Embol|Thrombos/.test(term)
  )
}

function isCancer(piece: SaidPiece): boolean {
  return piece.kind === 'illness' && piece.concept.trees.some((tree) => tree.startsWith('C04'))
}

const ofReturn =
  /^\P{L}*(?:metasta|mets(?!\p{L})|spread|back(?!\p{L})|return|recur|relaps|rechut|recidiv|reven|repouss)/u

/** Whether an illness is an infection. */
export function isInfection({ trees }: Concept): boolean {
  return trees.some((tree) => tree.startsWith('C01'))
}
