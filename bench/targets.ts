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
  postgresP50: larger(18, 30, 'times'),
  postgresP95: larger(65, 85, 'times'),
  postgresPhrase: larger(20, 30, 'times'),
  growthP50: smaller(4, 3, 'times'),
  importSeconds: smaller(720, 240, 's'),
  importShare: smaller(1, 0.75, 'times'),
  importGrowth: larger(0.95, 1, 'times'),
  importMemory: smaller(1200, 1000, 'MB'),
  bytesAStudy: smaller(5800, 5200, 'bytes'),
  changesSeconds: smaller(4, 2.5, 's'),
  changesGrowth: smaller(1.2, 1.05, 'times'),
  startSeconds: smaller(5, 1, 's'),
  serverMemory: smaller(850, 700, 'MB'),
  warmPerSecond: larger(5000, 8000, 'a second'),
  coldPerSecond: larger(300, 450, 'a second'),
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
