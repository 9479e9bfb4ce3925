import { pieces } from './pieces.ts'

/** The values of every field of a record, by the place of the field in `pieces`; what has none is not there. */
export type RecordValues = readonly (readonly unknown[] | undefined)[]

/** A member of a record, with what is of interest below it. */
interface Step {
  readonly key: string
  readonly isList: boolean
  /** The field that ends here; -1 where none does. */
  piece: number
  readonly below: Step[]
}

const root: Step[] = []
for (const [index, { path }] of pieces.entries()) {
  let steps = root
  let last: Step | undefined
  for (const part of path.split('.')) {
    const isList = part.endsWith('[]')
    const key = isList ? part.slice(0, -2) : part
    last = steps.find((step) => step.key === key && step.isList === isList)
    if (!last) steps.push((last = { key, isList, piece: -1, below: [] }))
    steps = last.below
  }
  if (last) last.piece = index
}

/** All that `valuesAt` gives for every field, in one walk through the record. */
export function valuesByPiece(record: object): RecordValues {
  const found: (unknown[] | undefined)[] = []
  gather(record, root, found)
  return found
}

function gather(value: object, steps: readonly Step[], found: (unknown[] | undefined)[]): void {
  for (const step of steps) {
    const member = (value as Record<string, unknown>)[step.key]
    if (member === undefined || member === null) continue
    if (!step.isList) take(member, step, found)
    else if (Array.isArray(member)) for (const one of member) take(one, step, found)
  }
}

function take(value: unknown, step: Step, found: (unknown[] | undefined)[]): void {
  if (value === undefined || value === null) return
  if (step.piece >= 0) (found[step.piece] ??= []).push(value)
  if (step.below.length > 0 && typeof value === 'object') gather(value, step.below, found)
}
