import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sized } from '../../src/testing/sized.ts'
import { openDataFolder } from './data-folder.ts'
import { gather, type Section, stateOf } from './evidence.ts'
import { readCsv } from './read-csv.ts'
import { countStates, evidenceLines, evidencePage } from './report.ts'

/**
 * Sixteen children by the forms of the desk take a quarter of a minute: under `npm run test:long` and in `npm run evidence`.
 * The journey of a study reads the same table of a locked study in every run.
 */
const heldElsewhere = sized(1, 0) === 1 ? ['85-desk.ts'] : []

test('everything that ships is equal to what is published, and what does not ship says so', async () => {
  const sections = await gather(openDataFolder(undefined), heldElsewhere)
  const rows = sections.flatMap((section) => section.rows)
  assert.deepEqual(
    rows.filter((row) => stateOf(row) === 'differs'),
    [],
  )
  assert.ok(countStates(sections).equal >= 29)
  const survival = rows.filter(({ source }) => source.includes('ADTTE'))
  assert.ok(survival.length > 0 && survival.every((row) => stateOf(row) === 'not run'))
})

test('a row is equal only where ours is printed as what is published', () => {
  const row = { what: 'a | b', published: '1.0', source: 's' }
  const sections: readonly Section[] = [
    {
      title: 'T',
      note: 'N',
      rows: [
        { ...row, found: '1.0' },
        { ...row, found: '1' },
        { ...row, found: undefined },
      ],
    },
  ]
  assert.deepEqual(countStates(sections), { equal: 1, differs: 1, 'not run': 1 })
  assert.match(
    evidencePage(sections),
    /## T\n\nN\n\n.*\n.*\n\| a \\\| b \| 1\.0 \| 1\.0 \| equal \| s \|\n/,
  )
  assert.match(evidenceLines(sections), /differs +a \| b: 1\.0 {2}1\n.*not run/)
})

test('data is found in the folder and below it, or is not there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
  mkdirSync(join(folder, 'conduct/lzzt'), { recursive: true })
  writeFileSync(join(folder, 'conduct/lzzt/sv.csv'), 'A,B\r\n"x, ""y""",2\r\n')
  const text = openDataFolder(folder).read('lzzt/sv.csv')
  assert.deepEqual(readCsv(text ?? ''), [{ A: 'x, "y"', B: '2' }])
  assert.equal(openDataFolder(join(folder, 'conduct')).read('lzzt/sv.csv'), text)
  assert.equal(openDataFolder(folder).read('lzzt/dm.csv'), undefined)
  rmSync(folder, { recursive: true })
})

test('a table in CSV keeps commas, quotes, line ends and empty cells', () => {
  assert.deepEqual(readCsv('a,b,c\n1,,"x\ny"\n\n,"",z'), [
    { a: '1', b: '', c: 'x\ny' },
    { a: '', b: '', c: 'z' },
  ])
})
