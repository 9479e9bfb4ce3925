/** What a figure must reach and what it aims for; `least` figures are better when larger. */
export interface Target {
  readonly must: number
  readonly aim: number
  readonly better: 'smaller' | 'larger'
  readonly unit: string
}

/**
 * For a machine of two cores and 580,000 studies. Those of search, import, start and memory come from
 * prototypes measured before the product was written; the others were chosen with the bench.
 */
export const targets = {
  searchP50: smaller(3, 1.5, 'ms'),
  searchP95: smaller(20, 10, 'ms'),
  searchMax: smaller(50, 25, 'ms'),
  growthP50: smaller(5.8, 3, 'times'),
  growthP95: smaller(5.8, 4, 'times'),
  postgresP50: larger(10, 50, 'times'),
  postgresP95: larger(10, 50, 'times'),
  importSeconds: smaller(180, 120, 's'),
  importMemory: smaller(3000, 2000, 'MB'),
  changesSeconds: smaller(10, 3, 's'),
  startSeconds: smaller(5, 2, 's'),
  serverMemory: smaller(2000, 1400, 'MB'),
  bytesAStudy: smaller(8000, 6000, 'bytes'),
  warmPerSecond: larger(400, 1500, 'a second'),
  warmP99: smaller(100, 50, 'ms'),
  coldP99: smaller(500, 200, 'ms'),
  pageKb: smaller(100, 60, 'kB'),
  healthMs: smaller(250, 50, 'ms'),
  slowestMs: smaller(2500, 1000, 'ms'),
  cutMs: smaller(500, 250, 'ms'),
  recoveryMs: smaller(5000, 1000, 'ms'),
} as const satisfies Readonly<Record<string, Target>>

export type TargetName = keyof typeof targets

export function verdict(
  { must, aim, better }: Target,
  value: number,
): 'aim reached' | 'pass' | 'FAIL' {
  const reaches = (limit: number): boolean =>
    better === 'smaller' ? value <= limit : value >= limit
  if (reaches(aim)) return 'aim reached'
  return reaches(must) ? 'pass' : 'FAIL'
}

function smaller(must: number, aim: number, unit: string): Target {
  return { must, aim, unit, better: 'smaller' }
}

function larger(must: number, aim: number, unit: string): Target {
  return { must, aim, unit, better: 'larger' }
}
