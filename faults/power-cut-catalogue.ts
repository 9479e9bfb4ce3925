import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import { chanceOf } from './chance.ts'
import { checkCatalogue } from './check-catalogue.ts'
import type { ImportOrders } from './children/import.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { type Cut, atCuts } from './power-cut.ts'
import type { Step } from './power-cut/read-log.ts'
import { buildWriteLog, noteChild } from './power-cut/write-log.ts'
import { placesFile, writeStudies } from './studies.ts'

/** The power fails while studies are imported. */
export const powerCutCatalogue: Fault = {
  id: 'F4 catalogue',
  title: 'Power cut while studies are imported',
  how: 'The same library and replayer around imports one after the other into one catalogue. After each cut the manifest must name a state that was complete, and every file it names (segments, names, lists of changes) must have the bytes it had; every tenth time the catalogue is opened and searched.',
  expected: 'The old catalogue or the new one, whole; an import said to be done stays.',
  onPostgres: false,
  run: async (setup) => {
    const library = buildWriteLog(setup.folder)
    const imports = setup.times(4, 12)
    const files = Array.from({ length: imports }, (_, round) => {
      const file = join(setup.folder, `${round}.ndjson`)
      const numbers = Array.from({ length: round === 0 ? 60 : 8 }, (__, index) => index + round)
      const studies = numbers.map((number) => ({ number, round, open: round % 2 === 0 }))
      writeStudies(file, studies)
      return file
    })
    const orders = (dataDir: string): ImportOrders => ({
      dataDir,
      placesFile: placesFile(),
      files,
      hashes: true,
    })
    const { steps, said } = await noteChild(library, setup.folder, 'import.ts', orders)
    const states = new Map<number, Record<string, string>>()
    for (const one of said)
      if (one.kind === 'imported')
        states.set(Number(one['number']), one['hashes'] as Record<string, string>)
    const findings = new Findings()
    const cuts = setup.times(40, 300)
    let [damaged, lost, unsure, looked] = [0, 0, 0, 0]
    await atCuts(steps, cuts, chanceOf(setup.seed, 'catalogue'), setup.folder, async (cut) => {
      if (cut.isUnsure) unsure++
      const found = compare(cut, states, findings)
      if (found === 'damaged') damaged++
      if (found === 'lost') lost++
      const isThere = readManifest(join(cut.folder, 'catalogue')) !== undefined
      if (isThere && looked++ % 10 === 0)
        await checkCatalogue(join(cut.folder, 'catalogue'), findings)
    })
    const control = await withoutSync(steps, states, setup)
    findings.expect(control > 0, 'the control found no damage, so the model proves nothing')
    return {
      tries: cuts,
      fired: unsure,
      lost,
      corrupt: damaged,
      notes: [
        `${steps.length} steps of ${imports} imports; the catalogue opened and searched after ${Math.ceil(looked / 10)} of the cuts`,
        `control, the same steps as if no fsync had been: lost or damaged in ${control} of ${cuts} cuts`,
      ],
      failures: findings.failures,
    }
  },
}

/** The control: what an import without fsync would leave. Answers in how many cuts something was wrong. */
async function withoutSync(
  steps: readonly Step[],
  states: ReadonlyMap<number, Record<string, string>>,
  setup: FaultSetup,
): Promise<number> {
  const unsynced = steps.filter(({ kind }) => kind !== 'sync')
  const chance = chanceOf(setup.seed, 'catalogue control')
  let wrong = 0
  await atCuts(unsynced, setup.times(40, 300), chance, setup.folder, async (cut) => {
    if (compare(cut, states, new Findings()) !== 'good') wrong++
  })
  return wrong
}

function compare(
  cut: Cut,
  states: ReadonlyMap<number, Record<string, string>>,
  findings: Findings,
): 'good' | 'lost' | 'damaged' {
  const folder = join(cut.folder, 'catalogue')
  const least = Math.max(0, ...cut.journal.map((said) => Number(said['number'] ?? 0)))
  let number = 0
  try {
    number = readManifest(folder)?.number ?? 0
  } catch (error) {
    findings.add('the manifest is damaged', (error as Error).message)
    return 'damaged'
  }
  if (!findings.expect(number >= least, 'a finished import is lost', `${number} of ${least}`))
    return 'lost'
  for (const [name, hash] of Object.entries(states.get(number) ?? {})) {
    const file = join(folder, name)
    const is = existsSync(file)
      ? createHash('sha256').update(readFileSync(file)).digest('hex')
      : 'missing'
    if (!findings.expect(is === hash, 'a file of the catalogue is damaged', `${name} ${is}`))
      return 'damaged'
  }
  return 'good'
}
