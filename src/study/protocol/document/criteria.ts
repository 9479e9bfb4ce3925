import type { TruthExpression } from './expressions.ts'
import type { ProtocolNode } from './node.ts'

/** Whether what a criterion says lets a person in or keeps them out. */
export type CriterionSide = 'inclusion' | 'exclusion'

/**
 * One criterion, or a group of them. A group is met by all or by any of its members, each with its own words.
 * A criterion without an expression says nothing that decides: a silent one is shown, and asks nothing. A silent one
 * with an expression borrows it from another source: where it holds that is a note, where it does not a person is asked.
 */
export interface ProtocolCriterion extends ProtocolNode {
  /** Members of a group take the group's. */
  readonly kind: CriterionSide
  readonly expression?: TruthExpression
  readonly group?: {
    readonly join: 'all' | 'any'
    readonly members: readonly ProtocolCriterion[]
  }
  /** Asks nothing of people for whom this is not met: contraception of a child of two. */
  readonly appliesIf?: TruthExpression
  /**
   * In a self-check, where nothing is recorded, this being met presumes the criterion fulfilled, to be confirmed:
   * a child of two weighs more than 5 kg. Enrolment never presumes.
   */
  readonly presumeIf?: TruthExpression
  /**
   * In a self-check, silence presumes an exclusion clear. `ask` turns that off for one exclusion that nobody
   * should presume.
   */
  readonly silence?: 'presume clear' | 'ask'
}
