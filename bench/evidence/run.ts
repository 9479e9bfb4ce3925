/**
 * `npm run evidence [-- --data FOLDER] [--out FILE]`
 * Prints each published value beside ours. Writes `docs/evidence.md` when every row has run. Exits 1 where one differs.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDataFolder } from './data-folder.ts'
import { gather } from './evidence.ts'
import { countStates, evidenceLines, evidencePage } from './report.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/evidence.md') },
  },
})
if (values.data !== undefined && !existsSync(values.data)) {
  console.error(
    `${values.data} is not there. --data is the folder with lzzt/adtte.csv and the like.`,
  )
  process.exit(2)
}
const sections = await gather(openDataFolder(values.data))
const counts = countStates(sections)
console.log(evidenceLines(sections))
if (counts['not run'] > 0)
  console.error(`Not written: ${values.out}. Give --data for the rows not run.`)
else writeFileSync(values.out, evidencePage(sections))
process.exitCode = counts.differs > 0 ? 1 : 0
