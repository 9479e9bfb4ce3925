import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readManifest } from '../src/finder/catalogue/model/manifest.ts'
import { exampleJson } from '../src/testing/examples/study.ts'
import { makeZip } from '../src/testing/examples/zip.ts'
import { type Chance, chanceOf } from './chance.ts'
import { startCommand } from './child.ts'
import { type Fault, Findings, type FaultSetup } from './fault.ts'
import { placesFile } from './studies.ts'

/** A file as it must not be, and what the import must say of it. */
interface Broken {
  readonly name: string
  readonly bytes: Buffer
  /** Studies in it that are whole before it breaks off. */
  readonly whole: number
  readonly says: RegExp
  /** It holds one study and is named so: a record is lost, not a file. */
  readonly isOneRecord?: true
}

/** Where a broken file lies among good ones. */
const among = ['a folder', 'a list of files', 'an archive', 'an archive in a folder'] as const

/** One file that cannot be read costs that file. */
export const brokenSources: Fault = {
  id: 'F34',
  title: 'One broken file among records',
  how: 'A saved error page, an empty file, JSON and gzip and zip that are cut off at random places, gzip with something behind its end, gzip in a zip, binary data, a wrong encoding: each lies alone among good files, in a folder, a list, an archive and an archive in a folder, and is imported with the real command and --quiet into a new catalogue. Then each is imported alone into a catalogue that serves.',
  expected:
    'Every good record is imported, and so are those that are whole before a file breaks off; the file is named on standard error with its reason; the exit code is 3 (0 where a single record is lost). Alone, where nothing in it can be read, the exit code is 1 and the old catalogue stays.',
  onPostgres: false,
  run: async (setup) => {
    const findings = new Findings()
    const chance = chanceOf(setup.seed, 'broken sources')
    let [tries, lost] = [0, 0]
    for (let round = 0; round < setup.times(1, 2); round++)
      for (const broken of brokenFiles(chance)) {
        for (const place of setup.quick ? among.slice(0, 1) : among) {
          tries++
          lost += await importAmong(setup, broken, place, findings)
        }
        if (broken.whole === 0 && round === 0) await importAlone(setup, broken, findings)
      }
    return {
      tries,
      fired: tries,
      lost,
      notes: [`${brokenFiles(chance).length} kinds of broken files; good records lost ${lost}.`],
      failures: findings.failures,
    }
  },
}

const good = 6

/** Imports good files with a broken one among them; how many good records are missing then. */
async function importAmong(
  { folder }: FaultSetup,
  broken: Broken,
  place: (typeof among)[number],
  findings: Findings,
): Promise<number> {
  const source = join(folder, 'source')
  const files = [
    ...Array.from({ length: good }, (_, n) => ({
      name: `${n < good / 2 ? 'a' : 'z'}-${n}.json`,
      data: exampleJson(`NCT0000000${n}`),
    })),
    { name: `m-${broken.name}`, data: broken.bytes },
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1))
  rmSync(source, { recursive: true, force: true })
  mkdirSync(source)
  const isZip = place === 'an archive' || place === 'an archive in a folder'
  if (isZip) writeFileSync(join(source, 'all.zip'), makeZip(files))
  else for (const { name, data } of files) writeFileSync(join(source, name), data)
  const sources =
    place === 'a list of files'
      ? files.map(({ name }) => join(source, name))
      : [place === 'an archive' ? join(source, 'all.zip') : source]
  const dataDir = newDataDir(folder)
  const { code, complaints } = await importQuietly(dataDir, sources)
  const about = `${broken.name} in ${place}`
  const name = isZip ? `all.zip: m-${broken.name}` : `m-${broken.name}`
  // An archive in an archive is refused as such; nothing of it is read.
  const isPacked = isZip && /\.(?:gz|zip)$/.test(broken.name)
  const expected = good + (isPacked ? 0 : broken.whole)
  const studies = studiesIn(dataDir)
  findings.expect(studies === expected, 'records are missing', `${about}: ${studies}/${expected}`)
  findings.expect(complaints.includes(name), 'the broken file is not named', about)
  if (!isPacked) findings.expect(broken.says.test(complaints), 'its reason is not named', about)
  const wanted = broken.isOneRecord ? [0, 3] : [3]
  findings.expect(wanted.includes(code ?? -1), 'the wrong exit code', `${about}: ${code}`)
  return Math.max(0, good - studies)
}

async function importAlone(
  { folder }: FaultSetup,
  broken: Broken,
  findings: Findings,
): Promise<void> {
  const dataDir = newDataDir(folder)
  const before = join(folder, 'before.json')
  writeFileSync(before, exampleJson('NCT00000009'))
  await importQuietly(dataDir, [before])
  const path = join(folder, broken.name)
  writeFileSync(path, broken.bytes)
  const { code, complaints } = await importQuietly(dataDir, [path])
  findings.expect(code === 1, 'exit code where nothing could be read', `${broken.name}: ${code}`)
  findings.expect(complaints.includes(broken.name), 'alone, it is not named', broken.name)
  findings.expect(studiesIn(dataDir) === 1, 'the old catalogue is gone', broken.name)
  rmSync(path)
}

async function importQuietly(dataDir: string, sources: readonly string[]) {
  const child = startCommand(['import', '--quiet', ...sources], { env: { DATA_DIR: dataDir } })
  const { code } = await child.ended
  return { code, complaints: child.complaints() }
}

function newDataDir(folder: string): string {
  const dataDir = join(folder, 'data')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir)
  copyFileSync(placesFile(), join(dataDir, 'places.sqlite'))
  return dataDir
}

function studiesIn(dataDir: string): number {
  const folder = join(dataDir, 'catalogue')
  return existsSync(folder) ? (readManifest(folder)?.summary.studies ?? 0) : 0
}

function brokenFiles(chance: Chance): readonly Broken[] {
  const ids = Array.from({ length: 5 }, (_, n) => `NCT1000000${n}`)
  const texts = ids.map((id) => exampleJson(id))
  const lines = Buffer.from(`${texts.join('\n')}\n`)
  const packed = gzipSync(lines)
  const length = Buffer.byteLength(texts[0] ?? '') + 1
  const cut = chance.whole(length * 2 + 2, length * 3 - 3)
  const zip = makeZip(ids.map((id) => ({ name: `${id}.json`, data: exampleJson(id) })))
  return [
    page('error.json', 200),
    page('NCT20000000.json', 900, true),
    { name: 'empty.json', bytes: Buffer.alloc(0), whole: 0, says: /empty/i },
    { name: 'cut.ndjson', bytes: lines.subarray(0, cut), whole: 2, says: /cut off/ },
    {
      name: 'list.json',
      bytes: Buffer.from(`[${texts.join(',')}]`).subarray(0, cut),
      whole: 2,
      says: /cut off/,
    },
    {
      name: 'cut.json.gz',
      bytes: packed.subarray(0, chance.whole(12, 30)),
      whole: 0,
      says: /cut off|damaged/,
    },
    {
      name: 'cut.zip',
      bytes: zip.subarray(0, chance.whole(10, zip.length - 30)),
      whole: 0,
      says: /cut off|damaged/,
    },
    {
      name: 'behind.ndjson.gz',
      bytes: Buffer.concat([packed, Buffer.from('<html>502 Bad Gateway</html>')]),
      whole: 5,
      says: /After the end of its gzip data/,
    },
    {
      name: 'binary.json',
      bytes: Buffer.from(
        Array.from({ length: 500 }, (_, n) => (n % 9 === 4 ? 0 : chance.whole(1, 31))),
      ),
      whole: 0,
      says: /./,
    },
    {
      name: 'odd.xml',
      bytes: Buffer.from('<?xml version="1.0" encoding="x-odd"?><clinical_study></clinical_study>'),
      whole: 0,
      says: /x-odd/,
    },
  ]
}

/** What a server says instead of records, saved under the name of records. */
function page(name: string, words: number, isOneRecord?: true): Broken {
  const text = `<!DOCTYPE html>\n<html><head><title>502</title></head><body>${'Bad gateway. '.repeat(words)}</body></html>`
  return {
    name,
    bytes: Buffer.from(text),
    whole: 0,
    says: /web page/,
    ...(isOneRecord && { isOneRecord }),
  }
}
