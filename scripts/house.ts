/**
 * `npm run house`: measures the structure of `src` and writes the figures into `docs/ARCHITECTURE.md`.
 *
 *   --check            exits 1 where a number is not what it must be; writes nothing
 *   --list KIND [DIR]  the places behind a number: fileCircles, folderCircles, upward, pastFace, docstrings, throws,
 *                      names, small; under one folder of `src`, if given
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureHouse, type HouseMeasures, type Offence } from './house/measure.ts'
import { roomsEntered, roomsOfSearch } from './house/rooms-entered.ts'

const document = join(import.meta.dirname, '../docs/ARCHITECTURE.md')
const mostRoomsOfSearch = 8
const named: Readonly<Record<Offence, string>> = {
  fileCircles: 'circles of files, types included',
  folderCircles: 'circles of folders',
  upward: 'arrows that point up',
  pastFace: 'imports past a face',
  docstrings: 'exports without a docstring',
  throws: 'functions that throw and do not say so',
  names: 'exported names with two meanings',
}

const start = '<!-- figures: npm run house -->'
const end = '<!-- end of figures -->'
const words: Readonly<Record<string, string>> = {
  search: 'a search, from request to reply',
  import: 'an import, the whole command',
  alert: 'a run of the alerts, the whole command',
}

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean' }, list: { type: 'string' } },
  allowPositionals: true,
})
const measures = measureHouse()
if (values.list !== undefined) list(values.list, positionals[0] ?? '')
else if (values.check) await check()
else await report()

function list(kind: string, folder: string): void {
  const all = kind === 'small' ? measures.small : measures.offences[kind as Offence]
  if (!all) fail(`there is no ${kind}: ${[...Object.keys(named), 'small'].join(', ')}`, 2)
  for (const one of all) if (one.includes(folder)) console.log(one)
}

/** Says every place that must not be there, and where a search enters too many rooms. */
async function check(): Promise<void> {
  for (const [kind, places] of Object.entries(measures.offences))
    for (const one of places) console.error(`${named[kind as Offence]}: ${one}`)
  if (Object.values(measures.offences).some((places) => places.length > 0))
    fail('The house is not as it must be: npm run house -- --list KIND', 1)
  checkSearch(await roomsOfSearch())
}

function checkSearch(entered: readonly string[]): void {
  if (entered.length > mostRoomsOfSearch)
    fail(`a search enters more than ${mostRoomsOfSearch} rooms: ${entered.join(', ')}`, 1)
}

async function report(): Promise<void> {
  const entered = await roomsEntered()
  const text = `${figures(measures)}\n\n${Object.entries(entered)
    .map(
      ([what, rooms]) => `- Rooms entered by ${words[what]}: ${rooms.length} (${rooms.join(', ')})`,
    )
    .join('\n')}`
  console.log(text)
  const [before = '', rest = ''] = readFileSync(document, 'utf8').split(start)
  const after = rest.split(end)[1]
  if (after === undefined) fail(`${document} has no place for the figures`, 1)
  writeFileSync(document, `${before}${start}\n${text}\n${end}${after}`)
  checkSearch(entered.search)
}

function figures({ files, medianLines, ninetiethLines, offences }: HouseMeasures): string {
  const rows = [
    ['files of the product', files],
    ['lines of a file, median', medianLines],
    ['lines of a file, 90th percentile', ninetiethLines],
    ...(Object.keys(named) as Offence[]).map((kind) => [named[kind], offences[kind].length]),
  ]
  return `| figure | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}`
}

function fail(text: string, code: number): never {
  console.error(text)
  process.exit(code)
}
