import { gammaAbove } from './gamma.ts'
import { solveRising } from './solve.ts'

/** The chance that a standard normal is below `z`. */
export function normalBelow(z: number): number {
  const tail = gammaAbove(0.5, (z * z) / 2) / 2
  return z < 0 ? tail : 1 - tail
}

/** The standard normal's `z` that has the share `p` below it. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p)
  return solveRising(normalBelow, p, -40, 0)
}

/** The `z` that leaves half of `1 - conf` above it: 1.959964 for 0.95. */
export function twoSidedZ(conf: number): number {
  return -normalQuantile((1 - conf) / 2)
}
