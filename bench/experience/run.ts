/**
 * `npm run experience -- --data FOLDER [--out FILE]`: what the site is like to use, measured in a real browser
 * on the catalogue of a data folder, and written to `docs/experience.md`. Exit 1 where something that must be is not.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { startServer } from '../server.ts'
import { figuresOf } from './figures.ts'
import { reportOf } from './figure.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: join(import.meta.dirname, '../../docs/experience.md') },
  },
})
if (values.data === undefined) {
  console.error('Give --data FOLDER: a data folder with a catalogue (trialway import).')
  process.exit(2)
}
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => process.exit(130))

const server = await startServer(values.data)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const plan = { browser, origin: server.address }
  const figures = await figuresOf(plan, (line) => console.error(line))
  writeFileSync(values.out, reportOf(figures, Temporal.Now.plainDateISO().toString()))
  for (const { what, value, isReached } of figures)
    console.log(`${isReached === false ? 'NO ' : '   '}${what}: ${value}`)
  console.log(`Written: ${values.out}`)
  if (figures.some(({ isReached }) => isReached === false)) process.exitCode = 1
} finally {
  await browser.close()
  await server.stop()
}
