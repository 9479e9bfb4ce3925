import { lineOf, scoreOf, type Tested } from './results.ts'
import { wantedShare } from './subjects.ts'

/** What was run: how many mutants there are, how many were drawn, and with which seed. */
export interface Drawn {
  readonly all: number
  readonly drawn: number
  readonly seed: number
}

/** The page of what the tests notice. */
export function mutationPage(tested: readonly Tested[], drawn: Drawn): string {
  const subjects = [...Map.groupBy(tested, ({ subject }) => subject)]
  const which =
    drawn.drawn === drawn.all
      ? `all ${drawn.all} mutants`
      : `${drawn.drawn} of ${drawn.all} mutants, drawn with seed ${drawn.seed}`
  return `# What tests notice

Written by \`npm run mutate\`. Do not edit: run it again. A mutant is one small change of the code: another comparison or
boundary, another sign, *and* for *or*, a number that is one more, a default that is not taken, an early end that is not, a
check that is left out, a minimum for a maximum. Its nearest tests are run, and should fail. Some mutants cannot be noticed,
because they do the same: they are counted as survivors.

Run: ${which}. Wanted of each subject named in the plan: ${wantedShare * 100} % noticed.

| subject | mutants | noticed | of these, ran too long | share |
|---|---|---|---|---|
${subjects.map(([name, some]) => scoreRow(name, some)).join('\n')}

## Survivors

${subjects.map(([name, some]) => survivorsOf(name, some)).join('\n')}`
}

function scoreRow(name: string, some: readonly Tested[]): string {
  const { tested, noticed, ranTooLong, share } = scoreOf(some)
  return `| ${name} | ${tested} | ${noticed} | ${ranTooLong} | ${(100 * share).toFixed(1)} % |`
}

function survivorsOf(name: string, some: readonly Tested[]): string {
  const lines = some.filter(({ fate }) => fate === 'survived').map(lineOf)
  return `### ${name}\n\n${lines.length === 0 ? 'None.' : ['```', ...lines, '```'].join('\n')}\n`
}
