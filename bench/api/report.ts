import { loadNow, machine } from '../machine.ts'
import { number, table } from '../report-table.ts'
import type { FhirFigures } from './fhir.ts'
import type { ApiFigures, PageFigures, ReadingFigures } from './measure.ts'

/** What has to be reached, and what is aimed at. */
const must = { p50: 15, p95: 80, perSecond: 2000, growthMb: 200, search: 25, match: 300 }

/** The page of figures. */
export function apiReport(
  { pages, all, readings, fhir }: ApiFigures & { readonly fhir: readonly FhirFigures[] },
  { studies, day }: { readonly studies: number; readonly day: string },
): string {
  const { cpu, cores, node, pinned } = machine()
  return `# How fast the registry's API and FHIR are here

Written by \`npm run bench:api\` on ${day}. Do not edit: run it again. On ${cpu}, ${cores} cores, Node ${node}; the server
with its search processes ${pinned ? 'on one core' : 'on every core'}. ${studies.toLocaleString('en')} studies. The machine's load at the end was ${loadNow().load}: where it has
other work, replies wait for their turn, and the processor's time tells more than the clock's.

## Pages of ten whole studies

Asked one after the other over one connection, packed as gzip, to the last byte; milliseconds. What has to be reached, with
580,000 studies: a median of ${must.p50}, a p95 of ${must.p95}.

${table(['question', 'asked', 'median', 'p95', 'slowest'], [...pages, all].map(pageRow))}

## All studies, by 1,000 whole records

What has to be reached: ${must.perSecond.toLocaleString('en')} studies a second, and no more than ${must.growthMb} MB more memory.

${table(
  [
    'packing',
    'pages',
    'studies',
    'MB of JSON',
    'seconds',
    'studies a second',
    'studies a second of processor time',
    'more memory, MB',
  ],
  readings.map(readingRow),
)}

## FHIR

Searches of twenty whole studies, and \`$match\` of a child's record; as above. What has to be reached: a median of ${must.search} for a
search, of ${must.match} for a match.

${table(
  ['question', 'asked', 'median', 'p95', 'slowest', 'processor'],
  fhir.map((one) => [...pageRow(one), number(one.processorMs)]),
)}
`
}

function pageRow({ kind, asked, p50, p95, slowest }: PageFigures): readonly string[] {
  return [kind, String(asked), number(p50), number(p95), number(slowest)]
}

function readingRow(one: ReadingFigures): readonly string[] {
  return [
    one.packing,
    String(one.pages),
    one.studies.toLocaleString('en'),
    number(one.megabytes),
    number(one.seconds),
    number(Math.round(one.studies / one.seconds)),
    number(Math.round(one.studies / one.processorSeconds)),
    number(one.growthMb),
  ]
}
