/** What a figure must reach and what it aims for; `least` figures are better when larger. */
export interface Target {
  readonly must: number
  readonly aim: number
  readonly better: 'smaller' | 'larger'
  readonly unit: string
}

/** For a machine of two cores and the whole registry, 580,000 studies. */
export const targets = {
  searchP50: smaller(20, 5, 'ms'),
  searchP95: smaller(125, 50, 'ms'),
  postgresP50: larger(10, 30, 'times'),
  postgresP95: larger(10, 30, 'times'),
  growthP50: smaller(6, 3, 'times'),
  importSeconds: smaller(720, 240, 's'),
  importMemory: smaller(1500, 1000, 'MB'),
  bytesAStudy: smaller(6000, 4000, 'bytes'),
  changesSeconds: smaller(30, 5, 's'),
  startSeconds: smaller(5, 1, 's'),
  serverMemory: smaller(1500, 700, 'MB'),
  warmPerSecond: larger(1500, 4000, 'a second'),
  homeKb: smaller(60, 25, 'kB'),
  resultsKb: smaller(80, 35, 'kB'),
  studyKb: smaller(100, 50, 'kB'),
  cutMs: smaller(2500, 2100, 'ms'),
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
