import type { MapDot, Mark } from './dot.ts'

/** A dot and where it is in the picture. */
export interface PlacedDot {
  readonly x: number
  readonly y: number
  readonly dot: MapDot
}

/** How high a mark is, and how wide at least, in units of the picture: a finger's 24 px at the usual size. */
export const markHeight = 24
const gap = 2
/** Closer than half a mark dots are one at once: two thousand of them then cost no more than a few hundred. */
const cell = markHeight / 2

/** Marks for dots: those that would touch are one, in the middle of what it stands for, until none touch. */
export function joinTouching(
  placed: readonly PlacedDot[],
  textOf: (dots: readonly MapDot[]) => string,
): readonly Mark[] {
  const made = (group: readonly PlacedDot[]): Group => groupOf(group, textOf)
  let groups = [...Map.groupBy(placed, cellOf).values()].map(made)
  for (;;) {
    const joined = joinOnce(groups, made)
    if (joined.length === groups.length) return groups
    groups = joined
  }
}

interface Group extends Mark {
  readonly placed: readonly PlacedDot[]
}

function cellOf({ x, y }: PlacedDot): string {
  return `${Math.floor(x / cell)} ${Math.floor(y / cell)}`
}

function groupOf(placed: readonly PlacedDot[], textOf: (dots: readonly MapDot[]) => string): Group {
  const dots = placed.map(({ dot }) => dot)
  const text = textOf(dots)
  const middle = (of: (one: PlacedDot) => number): number =>
    placed.reduce((sum, one) => sum + of(one), 0) / placed.length
  return {
    placed,
    dots,
    text,
    width: Math.max(markHeight, 10 + text.length * 6.5),
    x: middle(({ x }) => x),
    y: middle(({ y }) => y),
  }
}

/** Each group takes in those after it that it touches. */
function joinOnce(
  groups: readonly Group[],
  made: (placed: readonly PlacedDot[]) => Group,
): Group[] {
  const left = [...groups]
  const joined: Group[] = []
  for (let first = left.shift(); first; first = left.shift()) {
    const own = first
    const touching = left.filter((other) => touch(own, other))
    if (touching.length === 0) joined.push(own)
    else {
      joined.push(made([own, ...touching].flatMap(({ placed }) => placed)))
      for (const other of touching) left.splice(left.indexOf(other), 1)
    }
  }
  return joined
}

function touch(a: Mark, b: Mark): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + gap && Math.abs(a.y - b.y) < markHeight + gap
  )
}
