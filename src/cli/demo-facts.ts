import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import { fileModes, replaceFile } from '../base/durable-files.ts'
import { inventParticipants } from '../study/analysis/invent/invent.ts'
import { recipeShape } from '../study/analysis/invent/recipe.ts'
import type { Language } from '../words/language/language.ts'
import { reportWords } from '../words/report.ts'
import { readVersion } from './protocol-files.ts'
import type { CommonOptions, Terminal } from './terminal.ts'

/** What `trialway demo facts` may be told. */
export interface DemoFactsOptions extends CommonOptions {
  readonly lang: Language
  readonly out?: string
  readonly seed?: number
}

/**
 * Writes sixteen invented children as a file of facts: their counts are fixed to the published ones, all else is drawn.
 * Each fact says that it is invented. Throws `Failure` where the folder cannot be written.
 */
export async function demoFactsCommand(
  terminal: Terminal,
  options: DemoFactsOptions,
): Promise<void> {
  const recipe = recipeShape.parse(JSON.parse(readFileSync(recipeFile, 'utf8')))
  const name = `${recipe.study}.${recipe.version}`
  const protocol = await readVersion(name, options)
  const people = inventParticipants({ ...recipe, seed: options.seed ?? recipe.seed }, { protocol })
  const text = [...people.values()].flatMap((facts) => facts.map((fact) => JSON.stringify(fact)))
  const file = `${text.join('\n')}\n`
  const words = reportWords(options.lang).demo
  if (options.out === undefined) terminal.stdout.write(file)
  else {
    mkdirSync(options.out, { recursive: true })
    replaceFile(join(options.out, factsName), file, fileModes.owner)
  }
  if (options.quiet) return
  const facts = options.out === undefined ? factsName : join(options.out, factsName)
  terminal.stderr.write(
    `${words.written(people.size)}\n  trialway report ${name} ${facts} --beside ${recipe.study}.listing --out ${options.out ?? '.'}\n`,
  )
}

const factsName = 'facts.ndjson'
const recipeFile = join(import.meta.dirname, '../../data/reports/NCT02390596.invented.json')
