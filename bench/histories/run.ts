/**
 * `npm run bench:histories [-- --count 1000] [--from 0] [--out FILE]`: holds drawn histories to the laws of dosing under
 * each version of the first study, on every core, and measures how long one answer takes with 500 facts: of a child, and of
 * long treatments with some hundred doses. Writes docs/benchmarks-histories.md. Exits 1 where a law is broken.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Fact } from '../../src/study/protocol/facts/fact.ts'
import { state } from '../../src/study/protocol/state.ts'
import type { StudyVersion } from '../../src/study/protocol/versions.ts'
import { drawChild } from '../../src/testing/drawn-child.ts'
import { brokenBy, versionNamed } from './drawn.ts'
import { longTreatments } from './long-treatments.ts'

/** A drawn child with an injection on nearly every day. */
const courseSeed = 4
const root = join(import.meta.dirname, '../..')
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    from: { type: 'string', default: '0' },
    out: { type: 'string', default: join(root, 'docs/benchmarks-histories.md') },
  },
})
const [count, from] = [Number(values.count), Number(values.from)]
if (![count, from].every(Number.isSafeInteger) || count < 1 || from < 0)
  throw new RangeError('--count and --from are whole numbers.')

const rows: { name: string; broken: number; median: string; p95: string }[] = []
const start = performance.now()
for (const name of ['listing', 'record-2020', 'report']) {
  const found = await brokenBy({ name, from, until: from + count }, (done) =>
    console.error(`${name}: ${done} histories, ${seconds()} s`),
  )
  for (const { seed, law } of found) console.error(`${name}, seed ${seed}: ${law}`)
  const [median, p95] = timesWith500(versionNamed(name))
  const broken = found.length
  console.log(
    `${name}: ${count} histories, ${broken} laws broken; 500 facts ${median} ms, p95 ${p95} ms; ${seconds()} s so far`,
  )
  rows.push({ name, broken, median, p95 })
}
const long = longTreatments().map(({ name, protocol, facts, now }) => {
  const doses = facts.filter(({ item, corrects }) => item === 'dose' && corrects === undefined)
  const [median, p95] = timesOf({ protocol }, facts, now)
  console.log(`${name}: ${facts.length} facts ${median} ms, p95 ${p95} ms`)
  return { name, facts: facts.length, doses: doses.length, median, p95 }
})
writeFileSync(values.out, page())
process.exitCode = rows.some(({ broken }) => broken > 0) ? 1 : 0

/** Processor time of one answer with 500 facts: a full course of treatment, a reading every three quarters of an hour. */
function timesWith500(version: StudyVersion): readonly [string, string] {
  const facts: Fact[] = [...drawChild(courseSeed).facts]
  for (let at = 0; facts.length < 500; at++) {
    const day = 9 + Math.floor(at / 32)
    const time = `${String(11 + (at % 12)).padStart(2, '0')}:${String((at * 7) % 60).padStart(2, '0')}`
    const when = `2017-03-${String(day).padStart(2, '0')}T${time}+01:00`
    facts.push({
      id: `x${at}`,
      item: 'temperature',
      value: `37.${at % 10}`,
      unit: 'Cel',
      site: 'axillary',
      at: when,
      recordedAt: when,
    })
  }
  return timesOf(version, facts, '2017-03-25T09:40+01:00')
}

function timesOf(
  version: StudyVersion,
  facts: readonly Fact[],
  now: string,
): readonly [string, string] {
  for (let at = 0; at < 200; at++) state([version], facts, now)
  const times = Array.from({ length: 200 }, () => {
    const before = process.cpuUsage()
    state([version], facts, now)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }).toSorted((one, other) => one - other)
  return [times[100] ?? 0, times[190] ?? 0].map((ms) => ms.toFixed(1)) as [string, string]
}

function seconds(): string {
  return ((performance.now() - start) / 1000).toFixed(0)
}

function page(): string {
  return `# Drawn histories

\`npm run bench:histories -- --count ${count} --from ${from}\` draws children whose records are incomplete, double, late and corrected,
by several offsets and parts of a second, and holds each to these laws under each version of the first study: no dose above
the ceiling for the heaviest weight; no step up without a febrile reading of that day; a fact that is added moves only the
rules that read it, the first about something turns nothing, and a further one turns met into not met only where the new
verdict rests on it; the order of arrival does not matter; what is worked out for an earlier moment is what was shown then,
and no decision that was acted on is rewritten. The second part is the processor time of one answer with 500 facts, on a machine that may be shared.

| version | histories | laws broken | 500 facts, median (limit 5 ms) | p95 |
|---|---|---|---|---|
${rows.map(({ name, broken, median, p95 }) => `| ${name} | ${count} | ${broken} | ${median} ms | ${p95} ms |`).join('\n')}

Long treatments, invented: each fact was written down minutes after it happened, one in twenty on the next day, and one in
sixty was corrected later. Every dose is decided again by what was known when it was given.

| treatment | facts | doses | median (aim 5 ms) | p95 |
|---|---|---|---|---|
${long.map(({ name, facts, doses, median, p95 }) => `| ${name} | ${facts} | ${doses} | ${median} ms | ${p95} ms |`).join('\n')}
`
}
