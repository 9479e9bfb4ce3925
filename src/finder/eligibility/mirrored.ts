/**
 * How many lines on each side of "OR" belong to it: one each, and as far as a line before speaks of the same as a line after it
 * ("Bone marrow with 20 % blasts", "Age 60 and over", OR, "Bone marrow with 5 %", "Age 18 and over"). Nearest first.
 */
export function mirrored(
  before: readonly string[],
  after: readonly string[],
): { readonly reachBefore: number; readonly reachAfter: number } {
  const [ones, others] = [before.map(wordsOf), after.map(wordsOf)]
  let [reachBefore, reachAfter] = [1, 1]
  ones.forEach((one, at) => {
    const place = others.findIndex((other) => speakOfSame(one, other))
    if (place < 0) return
    reachBefore = Math.max(reachBefore, at + 1)
    reachAfter = Math.max(reachAfter, place + 1)
  })
  // What stands after it begins right there, so the lines before it are at least as many.
  return { reachBefore: Math.max(reachBefore, reachAfter), reachAfter }
}

function speakOfSame(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const least = Math.min(one.size, other.size)
  if (least === 0) return false
  let shared = 0
  for (const word of one) if (other.has(word)) shared += 1
  return shared * 2 > least || (shared * 2 === least && shared > 1)
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !usual.has(word)))
}

/** Words of any criterion. */
const usual: ReadonlySet<string> = new Set(
  'patient patients subject subjects participant participants individual individuals with who have has had the and for are not must that this from any study diagnosis disease history within'.split(
    ' ',
  ),
)
