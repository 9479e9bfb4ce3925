import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { exampleJson } from '../../testing/examples/study.ts'
import { parseRecord } from './parse-record.ts'
import { readRecords } from './read-records.ts'
import { isProblem, type RecordProblem } from './records.ts'
import type { Found } from './split.ts'

const folder = mkdtempSync(join(tmpdir(), 'registry-'))
after(() => rmSync(folder, { recursive: true }))

const ids = ['NCT00000001', 'NCT00000002', 'NCT00000003']
const lines = ids.map((id) => `${exampleJson(id)}\n`).join('')
const xml = (id: string) =>
  `<clinical_study>\n<id_info><nct_id>${id}</nct_id></id_info></clinical_study>`

test('lines, a list, a page and XML are told by content, whatever the name', async () => {
  const list = `[${ids.map((id) => exampleJson(id)).join(',')}]`
  for (const text of [lines, list, `{"studies":${list}}`, ids.map(xml).join('\n')])
    for (const packed of [Buffer.from(text), gzipSync(text)])
      assert.deepEqual(await idsIn(file('data.bin', packed)), ids)
})

test('search results that wrap whole records are read', async () => {
  const wrapped = `<?xml version="1.0"?>\n<search_results count="3">${ids.map(xml).join('')}</search_results>`
  assert.deepEqual(await idsIn(file('search.xml', wrapped)), ids)
})

test('a folder is read in the order of its names, without the texts beside the data', async () => {
  const root = join(folder, 'root')
  mkdirSync(join(root, '2-more'), { recursive: true })
  writeFileSync(join(root, 'README.md'), 'about the data')
  writeFileSync(join(root, '.DS_Store'), 'x')
  writeFileSync(join(root, '3.xml'), xml('NCT00000003'))
  writeFileSync(join(root, '1.json'), exampleJson('NCT00000001'))
  writeFileSync(join(root, '2-more', 'a.ndjson.gz'), gzipSync(exampleJson('NCT00000002')))
  symlinkSync('/etc/passwd', join(root, '4.json'))
  const found = await all(root)
  assert.deepEqual(
    found.map((item) => item.place),
    ['1.json', '2-more/a.ndjson.gz', '3.xml', '4.json'],
  )
  assert.deepEqual(idsOf(found), ids)
  assert.match(problemsOf(found)[0]?.reason ?? '', /link/)
})

test('a file of one study that is cut off is one bad record of its folder', async () => {
  const root = join(folder, 'bad')
  mkdirSync(root)
  writeFileSync(join(root, 'NCT00000001.json'), exampleJson('NCT00000001').slice(0, 40))
  writeFileSync(join(root, 'NCT00000002.json'), exampleJson('NCT00000002'))
  const found = await all(root)
  assert.deepEqual(idsOf(found), ['NCT00000002'])
  assert.equal(problemsOf(found)[0]?.fatal, undefined)
})

for (const [name, bytes] of Object.entries({
  'UTF-8 with its mark': Buffer.from(`\ufeff${exampleJson('NCT00000001', named('Bicêtre ≥'))}`),
  'UTF-16 little-endian': Buffer.from(
    `\ufeff${exampleJson('NCT00000001', named('Bicêtre ≥'))}`,
    'utf16le',
  ),
  'UTF-16 big-endian': Buffer.from(
    `\ufeff${exampleJson('NCT00000001', named('Bicêtre ≥'))}`,
    'utf16le',
  ).swap16(),
  'UTF-16 without its mark': Buffer.from(exampleJson('NCT00000001', named('Bicêtre ≥')), 'utf16le'),
}))
  test(`${name} is read`, async () => {
    const [found] = await all(file('encoded.json', bytes))
    assert.ok(found && !isProblem(found))
    assert.match(Buffer.from(found.bytes).toString(), /Bicêtre ≥/)
  })

test('XML in ISO-8859-1 and in Windows-1252 is read as it declares', async () => {
  for (const [encoding, byte, letter] of [
    ['ISO-8859-1', 0xea, 'ê'],
    ['windows-1252', 0x80, '€'],
  ] as const) {
    const [before, after_] = xml('NCT00000001').split('</clinical_study>')
    const bytes = Buffer.concat([
      Buffer.from(`<?xml version="1.0" encoding="${encoding}"?>${before}<brief_title>`),
      Buffer.from([byte]),
      Buffer.from(`</brief_title></clinical_study>${after_}`),
    ])
    const read = parseRecord(firstRecord(await all(file('latin.xml', bytes))))
    assert.ok(!isProblem(read))
    assert.equal(read.study.protocolSection.identificationModule.briefTitle, letter)
  }
})

test('XML in an encoding nobody knows is a problem', async () => {
  const found = await all(
    file('odd.xml', `<?xml version="1.0" encoding="x-odd"?>${xml(ids[0] ?? '')}`),
  )
  assert.match(problemsOf(found)[0]?.reason ?? '', /x-odd/)
})

test('a gzip file cut off anywhere gives its whole records, then a fatal problem', async () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    exampleJson(`NCT${String(index).padStart(8, '0')}`, named(`${index * 7919}`.repeat(20))),
  ).join('\n')
  const packed = gzipSync(many)
  let before = 0
  for (let percent = 0; percent < 100; percent += 4) {
    const found = await all(file('cut.gz', packed.subarray(0, (packed.length * percent) / 100)))
    assert.equal(problemsOf(found).at(-1)?.fatal, true, `${percent} %`)
    assert.ok(idsOf(found).length >= before)
    before = idsOf(found).length
  }
  assert.ok(before > 300, `${before} records before the last cut`)
})

test('a gzip file with something behind its end gives all its records, then a problem that says so', async () => {
  const packed = gzipSync(lines)
  for (const behind of [
    '\n',
    'xx',
    '<html>Bad gateway</html>',
    '\u001f',
    '\0\0x',
    'y'.repeat(90_000),
  ]) {
    const found = await all(file('behind.gz', Buffer.concat([packed, Buffer.from(behind)])))
    assert.deepEqual(idsOf(found), ids, JSON.stringify(behind.slice(0, 9)))
    assert.match(problemsOf(found)[0]?.reason ?? '', /After the end of its gzip data/)
    assert.equal(problemsOf(found)[0]?.fatal, true)
  }
  const filled = Buffer.concat([packed, Buffer.alloc(512), gzipSync(''), Buffer.alloc(3)])
  assert.deepEqual(problemsOf(await all(file('filled.gz', filled))), [])
})

test('a web page that was saved as records says so', async () => {
  const found = await all(
    file('page.json', '\n<!DOCTYPE html><html><body>Bad gateway</body></html>'),
  )
  assert.match(problemsOf(found)[0]?.reason ?? '', /web page/)
})

test('a gzip file with a flipped byte ends in a fatal problem', async () => {
  const packed = gzipSync(lines.repeat(500))
  packed[packed.length >> 1] = (packed[packed.length >> 1] ?? 0) ^ 0xff
  assert.equal(problemsOf(await all(file('flip.gz', packed))).at(-1)?.fatal, true)
})

test('a gzip bomb of 10 GB is stopped early, in little memory', async () => {
  const member = gzipSync(Buffer.alloc(32 * 1024 * 1024, ' '), { level: 9 })
  const path = file('bomb.gz', Buffer.concat(Array.from({ length: 300 }, () => member)))
  const started = performance.now()
  const found = await all(path)
  assert.match(problemsOf(found).at(-1)?.reason ?? '', /grows beyond measure/)
  assert.equal(problemsOf(found).at(-1)?.fatal, true)
  assert.ok(performance.now() - started < 10_000)
  assert.ok(process.memoryUsage.rss() < 512 * 1024 * 1024)
})

test('a record of 50 MB is read', async () => {
  const huge = exampleJson('NCT00000001', {
    descriptionModule: { detailedDescription: 'a '.repeat(25 * 1024 * 1024) },
  })
  const read = parseRecord(firstRecord(await all(file('huge.json', huge))))
  assert.ok(!isProblem(read))
  const { descriptionModule } = read.study.protocolSection
  assert.equal(descriptionModule?.detailedDescription?.length, 50 * 1024 * 1024)
})

test('what is not studies is refused without reading it all', async () => {
  const found = await all(file('other.csv.gz', gzipSync('nct_id,title\n'.repeat(100_000))))
  assert.equal(found.length, 100)
  assert.match(problemsOf(found).at(-1)?.reason ?? '', /does not hold studies/)
  assert.match(problemsOf(await all(file('a.tar', tarStart())))[0]?.reason ?? '', /tar/)
  assert.match(problemsOf(await all(file('b', Buffer.alloc(2000))))[0]?.reason ?? '', /binary/)
})

test('addresses, devices and what is not there are fatal problems in words', async () => {
  for (const source of ['file:///etc/passwd', 'gopher://x/1', '/dev/zero', join(folder, 'none')]) {
    const found = await all(source)
    assert.equal(problemsOf(found)[0]?.fatal, true, source)
  }
})

test('the standard input is read, packed or not', async () => {
  const script = `
    import { readRecords } from ${JSON.stringify(join(import.meta.dirname, 'read-records.ts'))}
    for await (const found of readRecords('-')) console.log(found.place)`
  for (const bytes of [Buffer.from(lines), gzipSync(lines)])
    assert.deepEqual(
      await output(script, bytes),
      ids.map((_, index) => `standard input:${index + 1}`),
    )
})

test('progress reaches the size of the source, and a signal stops the reading', async () => {
  const path = file('progress.ndjson', lines)
  let last: readonly unknown[] = []
  await all(path, { onProgress: (...progress) => (last = progress) })
  assert.deepEqual(last, [Buffer.byteLength(lines), Buffer.byteLength(lines)])
  await assert.rejects(all(path, { signal: AbortSignal.abort() }), { name: 'AbortError' })
})

function named(keyword: string) {
  return { conditionsModule: { keywords: [keyword] } }
}

function file(name: string, data: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, data)
  return path
}

async function all(...source: Parameters<typeof readRecords>): Promise<Found[]> {
  return Array.fromAsync(readRecords(...source))
}

async function idsIn(source: string): Promise<string[]> {
  return idsOf(await all(source))
}

function idsOf(found: readonly Found[]): string[] {
  return found.flatMap((item) => {
    const read = isProblem(item) ? item : parseRecord(item)
    return isProblem(read) ? [] : [read.study.protocolSection.identificationModule.nctId]
  })
}

function problemsOf(found: readonly Found[]): RecordProblem[] {
  return found.filter(isProblem)
}

function firstRecord(found: readonly Found[]) {
  const [first] = found
  assert.ok(first && !isProblem(first))
  return first
}

function tarStart(): Buffer {
  const block = Buffer.alloc(1024, 'a')
  block.write('ustar', 257)
  return block
}

function output(script: string, input: Buffer): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script])
    let text = ''
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
    child.on('error', reject)
    child.on('close', () => resolve(text.trim().split('\n')))
    child.stdin.end(input)
  })
}
