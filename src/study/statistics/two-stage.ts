import { checkInside, checkWhole, refuse } from './arguments.ts'
import { binomialProbability, upperTail } from './binomial.ts'

/**
 * A study in two stages: after `n1` participants it goes on only with more than `r1` successes, and after `n` the
 * treatment is worth more study only with more than `r`. `EN` is the expected number and `PET` the chance to stop early
 * under p0; `alpha` and `power` are those of the whole.
 */
export interface TwoStageDesign {
  readonly r1: number
  readonly n1: number
  readonly r: number
  readonly n: number
  readonly EN: number
  readonly PET: number
  readonly alpha: number
  readonly power: number
}

/** Simon's two designs; null where no design with at most `nMax` participants keeps both errors. */
export interface TwoStage {
  readonly method: 'simon-two-stage@1'
  readonly nMax: number
  readonly optimal: TwoStageDesign | null
  readonly minimax: TwoStageDesign | null
}

/** The shares to tell apart and the errors allowed. */
export interface TwoStageInput {
  readonly p0: number
  readonly p1: number
  readonly alpha: number
  readonly beta: number
  readonly nMax?: number
}

/**
 * Simon's two-stage designs (Controlled Clinical Trials 10, 1989) by search of all designs up to `nMax` (100 where not
 * said): optimal has the smallest expected number under p0, minimax the smallest `n` and among those the smallest
 * expected number.
 * Throws RangeError when a share or an error is not between 0 and 1, p1 is not above p0, or `nMax` is not 2 to 200.
 */
export function simonTwoStage(given: TwoStageInput): TwoStage {
  const { p0, p1, alpha, beta, nMax = 100 } = given
  for (const name of ['p0', 'p1', 'alpha', 'beta'] as const) checkInside(name, given[name])
  if (p1 <= p0) refuse('p1', p1, 'a share above p0')
  checkWhole('nMax', nMax, 2, 200)
  const stage = stages()
  let optimal: TwoStageDesign | null = null
  let minimax: TwoStageDesign | null = null
  for (let n = 2; n <= nMax; n++)
    for (const design of designsOf(n, { p0, p1, alpha, beta }, stage)) {
      if (!optimal || design.EN < optimal.EN) optimal = design
      if (!minimax || (design.n === minimax.n && design.EN < minimax.EN)) minimax = design
    }
  return { method: 'simon-two-stage@1', nMax, optimal, minimax }
}

type Aim = Required<Omit<TwoStageInput, 'nMax'>>

/** How likely each number of successes of a stage is, and that number or more. */
interface Stage {
  readonly chances: readonly number[]
  readonly tails: readonly number[]
}

/** Of each first stage of a design of `n`, the design with the smallest `r` that keeps alpha, if it keeps beta too. */
function* designsOf(n: number, aim: Aim, stage: StageOf): Generator<TwoStageDesign> {
  const { p0, p1, alpha, beta } = aim
  for (let n1 = 1; n1 < n; n1++) {
    const under = (p: number, r1: number, r: number): number =>
      chanceToPass(stage(n1, p), stage(n - n1, p), r1, r)
    let r = n
    for (let r1 = 0; r1 < n1; r1++) {
      while (r > r1 && under(p0, r1, r - 1) <= alpha) r--
      const power = under(p1, r1, r)
      if (power < 1 - beta) continue
      const PET = 1 - (stage(n1, p0).tails[r1 + 1] ?? 0)
      const EN = n1 + (1 - PET) * (n - n1)
      yield { r1, n1, r, n, EN, PET, alpha: under(p0, r1, r), power }
    }
  }
}

/** The chance of more than `r1` in the first stage and more than `r` in both. */
function chanceToPass(first: Stage, second: Stage, r1: number, r: number): number {
  let sum = 0
  for (let x = r1 + 1; x < first.chances.length; x++) {
    const needed = Math.max(0, r + 1 - x)
    sum += (first.chances[x] ?? 0) * (second.tails[needed] ?? 0)
  }
  return sum
}

type StageOf = (n: number, p: number) => Stage

/** Works each stage out once. */
function stages(): StageOf {
  const known = new Map<number, Map<number, Stage>>()
  return (n, p) => {
    const ofShare = known.getOrInsertComputed(p, () => new Map<number, Stage>())
    return ofShare.getOrInsertComputed(n, () => {
      const counts = Array.from({ length: n + 1 }, (_, x) => x)
      return {
        chances: counts.map((x) => binomialProbability(x, n, p)),
        tails: counts.map((x) => upperTail(x, n, p)),
      }
    })
  }
}
