/** One line of the report: a figure as it was measured, beside what it must be. */
export interface Figure {
  readonly what: string
  readonly value: string
  readonly must: string
  /** Undefined where a person has to judge. */
  readonly isReached: boolean | undefined
}

/** The page of figures. */
export function reportOf(figures: readonly Figure[], day: string): string {
  const rows = figures.map(({ what, value, must, isReached }) => {
    const reached = isReached === undefined ? '–' : isReached ? 'yes' : 'no'
    return `| ${what} | ${value} | ${must} | ${reached} |`
  })
  return `# What it is like to use

Written by \`npm run experience\` on ${day}, in a real browser on this machine, on the catalogue of the data folder it is
given. A phone is 360 by 800 pixels. Words are counted as a reader sees them when a page has loaded: what is folded, and
what only a screen reader says, is not counted.

| figure | measured | must | reached |
|---|---|---|---|
${rows.join('\n')}
`
}
