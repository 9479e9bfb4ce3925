/** How near R's `uniroot` comes to a root before it stops, unless told otherwise. */
const tolerance = Number.EPSILON ** 0.25

/** The best point so far, the one before, and the one on the other side of zero. */
interface Bracket {
  a: number
  fa: number
  b: number
  fb: number
  c: number
  fc: number
}

/**
 * The root of `f` between `low` and `high`, where it has unlike signs, as R's `uniroot` finds it: by Brent's method
 * (Algorithms for Minimization without Derivatives, 1973, `zeroin`), stopped within 1.2e-4. For results that are to
 * have the digits that R prints; what need be exact uses `solveRising`.
 */
export function unirootOfR(f: (x: number) => number, low: number, high: number): number {
  const [first, last] = [f(low), f(high)]
  const at: Bracket = { a: low, fa: first, b: high, fb: last, c: low, fc: first }
  while (at.fb !== 0) {
    const before = at.b - at.a
    if (Math.abs(at.fc) < Math.abs(at.fb)) swap(at)
    const least = 2 * Number.EPSILON * Math.abs(at.b) + tolerance / 2
    const half = (at.c - at.b) / 2
    if (Math.abs(half) <= least) break
    const step = stepOf(at, before, least) ?? half
    at.a = at.b
    at.fa = at.fb
    at.b += Math.sign(step) * Math.max(Math.abs(step), least)
    at.fb = f(at.b)
    if (at.fb * at.fc > 0) Object.assign(at, { c: at.a, fc: at.fa })
  }
  return at.b
}

function swap(at: Bracket): void {
  Object.assign(at, { a: at.b, b: at.c, c: at.b, fa: at.fb, fb: at.fc, fc: at.fb })
}

/** The step to where a line or a parabola through the points is zero; undefined where halving is safer. */
function stepOf(at: Bracket, before: number, least: number): number | undefined {
  if (Math.abs(before) < least || Math.abs(at.fa) <= Math.abs(at.fb)) return undefined
  const { p, q } = interpolated(at)
  const far = 0.75 * (at.c - at.b) * q - Math.abs(least * q) / 2
  return p < far && p < Math.abs((before * q) / 2) ? p / q : undefined
}

/** The step as a quotient whose numerator is not negative. */
function interpolated({ a, fa, b, fb, c, fc }: Bracket): { p: number; q: number } {
  const across = c - b
  const t2 = fb / fa
  const q0 = fa / fc
  const t1 = a === c ? t2 : fb / fc
  const p = a === c ? across * t2 : t2 * (across * q0 * (q0 - t1) - (b - a) * (t1 - 1))
  const q = a === c ? 1 - t2 : (q0 - 1) * (t1 - 1) * (t2 - 1)
  return p > 0 ? { p, q: -q } : { p: -p, q }
}
