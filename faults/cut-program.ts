import type { Said } from './child.ts'
import type { Findings } from './fault.ts'

/** A program that writes records, and how what it acknowledged is held against what a power cut left. */
export interface CutProgram<Orders extends object> {
  /** The file in `children/`. */
  readonly child: string
  readonly cuts: number
  readonly orders: (dataDir: string, weak: boolean) => Orders
  /** What the drawn moments are named by, for the records that wait for the disk and for the control that does not. */
  readonly chance: { readonly strong: string; readonly weak: string }
  readonly check: (
    place: { readonly dataDir: string; readonly databaseUrl?: string },
    journal: readonly Said[],
    findings: Findings,
  ) => Promise<{ readonly lost: number; readonly repeated: number; readonly corrupt: number }>
  /** What was acknowledged, in words, and what one of it is called. */
  readonly acknowledged: (journal: readonly Said[]) => string
  readonly called: string
}
