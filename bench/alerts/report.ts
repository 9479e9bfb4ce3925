import { number, table } from '../report-table.ts'
import { type Target, verdict } from '../targets.ts'
import type { Part } from './measure-digests.ts'
import type { StoreFigures } from './measure-store.ts'
import { methodText } from './report-words.ts'
import type { AlertsResults } from './results.ts'

/** The page of figures: written whole by each run, never by hand. */
export function reportOf(results: AlertsResults): string {
  const { stores } = results
  return `${[
    headText(results),
    targetSection(results),
    `## Matching, with the records in ${namesOf(stores)}\n\n${rowsOf(stores, matchingRows)}`,
    `## Digests\n\n${rowsOf(stores, digestRows)}\n\n${checkText(stores)}`,
    peerSection(stores),
    methodText(results.plan),
  ]
    .filter((part) => part !== '')
    .join('\n\n')}\n`
}

/** The three figures that have a target, for two cores and the whole registry. */
const targets = {
  matching: { must: 300, aim: 30, better: 'smaller', unit: 's' },
  memory: { must: 1500, aim: 1500, better: 'smaller', unit: 'MB' },
  digests: { must: 200, aim: 1000, better: 'larger', unit: 'a second' },
} as const satisfies Readonly<Record<string, Target>>

const storeNames = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const

function namesOf(stores: readonly StoreFigures[]): string {
  return stores.map(({ store }) => storeNames[store]).join(' and ')
}

function headText({ at, machine, plan, changed, added }: AlertsResults): string {
  return `# Alerts, measured

Written by \`npm run bench:alerts\` on ${at.slice(0, 10)}. Do not edit: run it again. On ${machine.cpu}, ${machine.cores} cores,
${machine.memoryGb} GB of memory, ${machine.system}. Node ${machine.node}, SQLite ${machine.sqlite}.

${number(plan.subscriptions)} alerts are matched to one day's import into a catalogue of ${number(plan.studies)} studies, multiplied as in
[benchmarks.md](benchmarks.md): ${number(changed)} studies changed and ${number(added)} new. Then ${number(plan.digests)} digests are made and sent to a mail
server on the same machine, whose own work counts.`
}

function targetSection({ stores, plan, machine }: AlertsResults): string {
  const rows = stores.flatMap(({ store, matching, digests }) => {
    const name = storeNames[store]
    return [
      row(`matching, ${name}`, targets.matching, matching.times.wholeSeconds),
      row(`the most memory meanwhile (PSS), ${name}`, targets.memory, matching.command.peakPss),
      row(`digests made and sent, ${name}`, targets.digests, perSecond(digests.both)),
    ]
  })
  const isSmall = plan.subscriptions < 1_000_000 || plan.studies < 580_000 || plan.digests < 100_000
  const note = isSmall
    ? 'The targets are for more than was measured here; these figures prove little.\n\n'
    : ''
  const busy = stores.some(
    ({ matching, digests }) => Math.max(matching.load, digests.loadAfter) > machine.cores * 2,
  )
    ? 'The machine was busy with other work meanwhile: the load averages below are above what the bench itself makes.\n\n'
    : ''
  return `## Against the targets\n\n${note}${busy}${table(['figure', 'measured', 'must', 'aim', 'verdict'], rows)}`
}

function row(name: string, target: Target, value: number): string[] {
  const sign = target.better === 'smaller' ? '≤' : '≥'
  const said = (one: number): string => `${number(one)} ${target.unit}`
  return [
    name,
    said(value),
    `${sign} ${said(target.must)}`,
    `${sign} ${said(target.aim)}`,
    verdict(target, value),
  ]
}

type Row = readonly [name: string, value: (figures: StoreFigures) => number]

function rowsOf(stores: readonly StoreFigures[], rows: readonly Row[]): string {
  return table(
    ['', ...stores.map(({ store }) => storeNames[store])],
    rows.map(([name, value]) => [name, ...stores.map((figures) => number(value(figures)))]),
  )
}

const matchingRows: readonly Row[] = [
  ['alerts', ({ matching }) => matching.times.subscriptions],
  ['people', ({ seeded }) => seeded.persons],
  ['distinct searches', ({ seeded }) => seeded.savedSearches],
  ['… of them in words', ({ seeded }) => seeded.inWords],
  ['… asked of the catalogue', ({ matching }) => matching.times.searches],
  ['studies whose change is news', ({ matching }) => matching.times.studies],
  ['rows of news', ({ matching }) => matching.news],
  ['matching, s', ({ matching }) => matching.times.wholeSeconds],
  ['… opening and looking at alerts', ({ matching }) => matching.times.lookSeconds],
  ['… meanwhile, a search was being asked', ({ matching }) => matching.times.searchSeconds],
  ['… writing news', ({ matching }) => matching.times.writeSeconds],
  ['most memory alone, RSS, MB', ({ matching }) => matching.alone.peakRss],
  ['most memory alone, PSS, MB', ({ matching }) => matching.alone.peakPss],
  ['`trialway alerts run --no-send` at night, s', ({ matching }) => matching.command.seconds],
  ['… mails to be sent at once that it made', ({ matching }) => matching.digests],
  ['… most memory, RSS, MB', ({ matching }) => matching.command.peakRss],
  ['… most memory, PSS, MB', ({ matching }) => matching.command.peakPss],
  ['filling the records before, s', ({ seeded }) => seeded.seconds],
  ['load average before', ({ matching }) => matching.load],
  ['load average after', ({ matching }) => matching.loadAfter],
]

const digestRows: readonly Row[] = [
  ['digests made and sent at the same time', ({ digests }) => digests.both.mails],
  ['… in all, s', ({ digests }) => digests.both.seconds],
  ['… a second', ({ digests }) => perSecond(digests.both)],
  ['… until the last was made, s', ({ digests }) => digests.composeSeconds],
  ['… most memory of the command that makes them, RSS, MB', ({ digests }) => digests.composeMemory],
  ['bytes each', ({ digests }) => digests.bytesEach],
  ['made alone, a second', ({ digests }) => perSecond(digests.composed)],
  ['sent alone, a second', ({ digests }) => perSecond(digests.sent)],
  ['Message-IDs that came twice', ({ digests }) => digests.repeated],
  ['made and never received', ({ digests }) => digests.missing],
  ['connections', ({ digests }) => digests.connections],
  ['load average before', ({ digests }) => digests.load],
  ['load average after', ({ digests }) => digests.loadAfter],
]

function checkText(stores: readonly StoreFigures[]): string {
  const mails = stores.reduce((sum, { digests }) => sum + digests.checked.mails, 0)
  const problems = stores.flatMap(({ digests }) => digests.checked.problems)
  if (problems.length === 0)
    return `${number(mails)} of the mails were kept and read as a mail program does: all are text and HTML that lead to the studies, with List-Unsubscribe (one click), List-Id and Auto-Submitted, and load nothing.`
  return `Of ${number(mails)} mails that were read, these lack something:\n\n${problems.map((text) => `- ${text}`).join('\n')}`
}

function peerSection(stores: readonly StoreFigures[]): string {
  const rows = stores.flatMap(({ store, peer, digests }) => [
    ...(peer
      ? [
          [
            `which changed studies are within reach of ${number(peer.subscriptions)} alerts for a category near a place, one core each`,
            `${number(peer.ours.seconds)} s (${number(peer.ours.pairs)} found)`,
            `SQL in ${peer.version.replace(/ \(Debian.*$/, '')}: ${number(peer.postgres.seconds)} s (${number(peer.postgres.pairs)} found)`,
            `${number(peer.postgres.seconds / peer.ours.seconds)} times quicker`,
          ],
        ]
      : []),
    [
      `mails sent a second, records in ${storeNames[store]}`,
      number(perSecond(digests.sent)),
      `nodemailer's pool, ${number(digests.peer.mails)} mails that are ready, ${number(digests.peer.bytesEach)} bytes each: ${number(perSecond(digests.peer))}`,
      `${number(perSecond(digests.sent) / perSecond(digests.peer))} times as many`,
    ],
  ])
  return `## Beside others, in the same run\n\n${table(['what', 'ours', 'theirs', 'ratio'], rows)}`
}

function perSecond({ mails, seconds }: Part): number {
  return mails / seconds
}
