import { fold } from '../../vocabulary/fold.ts'
import type { Plan } from '../model/plan.ts'
import type { PlanContext } from './plan-findings.ts'
import { planKeywords } from './plan-keywords.ts'
import { allOf } from './plan-word.ts'
import { isCause } from './readings.ts'
import type { Meant, Run, SaidPiece } from './run.ts'

/**
 * Names of one kind in a row, joined by "or", "ou" or a comma: "asthma, copd or eczema". Only rows in which an "or" stands: of
 * these any one is meant.
 */
export function eitherRows(
  pieces: readonly SaidPiece[],
  words: readonly string[],
): readonly (readonly SaidPiece[])[] {
  const rows: { names: SaidPiece[]; hasOr: boolean }[] = []
  let gap: SaidPiece[] = []
  for (const piece of pieces) {
    if (piece.kind === 'small') {
      gap.push(piece)
      continue
    }
    const row = rows.at(-1)
    const last = row?.names.at(-1)
    const isNext = last?.end === (gap[0] ?? piece).start && last.kind === piece.kind
    const joins = last && isNext ? joinOf(last, gap, words) : undefined
    if (row && joins) {
      row.names.push(piece)
      row.hasOr ||= joins === 'or'
    } else rows.push({ names: [piece], hasOr: false })
    gap = []
  }
  return rows
    .filter(({ names, hasOr }) => hasOr && (isOf('illness', names) || isOf('medicine', names)))
    .map(({ names }) => names)
}

function joinOf(
  last: SaidPiece,
  gap: readonly SaidPiece[],
  words: readonly string[],
): 'or' | 'comma' | undefined {
  const between = gap.map(({ start }) => fold(words[start] ?? ''))
  if (between.some((word) => ors.has(word))) return 'or'
  return between.length === 0 && /[,/]$/.test(words[last.end - 1] ?? '') ? 'comma' : undefined
}

const ors: ReadonlySet<string> = new Set(['or', 'ou', 'nor', 'ni'])

function isOf(kind: SaidPiece['kind'], names: readonly SaidPiece[]): boolean {
  return names.every((name) => name.kind === kind)
}

/** Keywords in which any one of some names is enough: the other words must all be found. */
export function planEither({ either, words }: Run, context: PlanContext): Plan {
  context.findings.isEither = true
  const plans = either.map(({ start, end }) => planKeywords(words.slice(start, end), context))
  const [from = 0, to = 0] = [either[0]?.start, either.at(-1)?.end]
  const others = [...words.slice(0, from), ...words.slice(to)]
  const any: Plan = { kind: 'any', parts: plans }
  return others.length === 0 ? any : allOf([any, planKeywords(others, context)])
}

/** The names of which any one is enough: a row of what is meant, or else `others`. */
export function eitherOf(
  rows: readonly (readonly SaidPiece[])[],
  { illnesses, medicines }: Meant,
  others: readonly SaidPiece[],
): readonly SaidPiece[] {
  const all = [...illnesses, ...medicines]
  const either = rows.map((names) => names.filter((name) => all.includes(name)))
  return either.find((names) => names.length > 1) ?? others
}

/** Who has two illnesses may take part in a study of either; those of both come first. */
export function anyOf({ illnesses }: Meant, words: readonly string[]): readonly SaidPiece[] {
  const own = illnesses.filter((piece) => !isCause(piece, words))
  return own.length > 1 ? own : []
}
