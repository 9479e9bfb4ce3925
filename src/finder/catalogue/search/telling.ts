import { isDisease } from './diseases.ts'
import type { PlanContext } from './plan-findings.ts'
import type { SaidPiece } from './run.ts'

/** What names nothing, or a sign beside an illness. */
function isOnlyOrder(piece: SaidPiece, words: readonly string[]): boolean {
  // "Phase 3" asks for studies of a kind.
  const { start } = piece
  if ([words[start], words[start - 1]].some((word) => ofStudies.test(word ?? ''))) return false
  return piece.kind === 'word' || (piece.kind === 'illness' && !isDisease(piece.concept))
}

/** Whether keywords about an illness of somebody tell more than they ask for: a value, a treatment that was tried, or words beside an age or a place. */
export function isTelling(
  said: Record<'pieces' | 'recognised' | 'tried', readonly SaidPiece[]> | undefined,
  words: readonly string[],
  { isTold }: PlanContext,
): boolean {
  if (!said) return false
  const isLeft = isTold === true && said.pieces.some((piece) => isOnlyOrder(piece, words))
  return isLeft || said.tried.length > 0 || hasValue(words, said.recognised)
}

/** What was measured ("psa 12", "ef 30 %") tells of somebody, and no study need hold that number. "Phase 3" is of a study. */
function hasValue(words: readonly string[], recognised: readonly SaidPiece[]): boolean {
  const isNamed = (at: number): boolean =>
    recognised.some(({ start, end }) => at >= start && at < end)
  return words.some(
    (word, at) =>
      number.test(word) && !isNamed(at) && !ofStudies.test(words[at - 1] ?? '') && at > 0,
  )
}

const number = /^\d+(?:[.,:/]\d+)*[+%]{0,2},?$/
const ofStudies = /^phases?$/i
