import type { Problem } from '../../registry/records.ts'

/** A source that broke off or cannot be read at all: nothing was changed. */
export class BrokenSource extends Error {
  override readonly name = 'BrokenSource'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(`${problem.place}: ${problem.reason}`)
    this.problem = problem
  }
}
