import { globSync } from 'node:fs'
import { join } from 'node:path'

/** What must be well tested, and where it is: a name, and files from `src`. */
export interface Subject {
  readonly name: string
  readonly files: readonly string[]
}

/** The share of mutants that must be noticed. */
export const wantedShare = 0.85

const statistics = 'study/statistics'
const intervals = '{intervals,poisson,beta,gamma,normal,stirling,solve}'
const tests =
  '{binomial,mcnemar,fisher,fisher-table,hypergeometric,brent,signed-rank,signed-sums,rank-sum,ties,hodges-lehmann}'

/** A file belongs to the first subject that names it. */
const patterns: readonly (readonly [string, readonly string[]])[] = [
  ['intervals', [`${statistics}/${intervals}.ts`]],
  ['exact tests', [`${statistics}/${tests}.ts`]],
  ['logic', ['finder/eligibility/logic.ts', 'study/protocol/**/*{logic,evaluate,truth}*.ts']],
  ['units', ['finder/eligibility/{ucum,decimal}.ts', 'study/protocol/quantity/*.ts']],
  ['dosing', ['study/protocol/**/*{dos,regimen,ladder}*.ts', 'study/protocol/dosing/**/*.ts']],
]
/** Tested where they are asked for by name. */
const rest: typeof patterns = [
  ['survival, designs and the rest of statistics', [`${statistics}/*.ts`]],
  ['the rest of the protocol', ['study/protocol/**/*.ts']],
]

/** The subjects, each with those of its files that match `chosen`; without it, those that must be well tested. */
export function subjectsOf(chosen: readonly string[] | undefined): readonly Subject[] {
  const source = join(import.meta.dirname, '../../src')
  const find = (some: readonly string[]): string[] =>
    globSync([...some], { cwd: source }).map((path) => path.replaceAll('\\', '/'))
  const wanted = chosen && new Set(find(chosen.map((pattern) => pattern.replace(/^src\//, ''))))
  const taken = new Set<string>()
  const subjects = [...patterns, ...(wanted ? rest : [])].map(([name, some]) => {
    const files = find(some)
      .toSorted()
      .filter(
        (path) => !path.endsWith('.test.ts') && !taken.has(path) && (wanted?.has(path) ?? true),
      )
    for (const path of files) taken.add(path)
    return { name, files }
  })
  const others = [...(wanted ?? [])].filter(
    (path) => !taken.has(path) && !path.endsWith('.test.ts'),
  )
  return [...subjects, { name: 'others', files: others }].filter(({ files }) => files.length > 0)
}
