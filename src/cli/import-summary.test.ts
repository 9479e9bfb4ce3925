import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rejectionsInWords, summaryAsJson, summaryInWords } from './import-summary.ts'

const first = {
  read: 1200,
  new: 1100,
  changed: 50,
  unchanged: 30,
  older: 10,
  duplicate: 8,
  rejected: 2,
  broken: 0,
  studies: 1100,
  generation: '1-1100',
}
const problems = [{ place: 'a.json:7', reason: 'It has no NCT id.' }]

test('a summary names every count, what was rejected and why, and the time', () => {
  assert.equal(
    summaryInWords(
      { imports: [first], problems, conflicts: [], remarked: 3, seconds: 4 },
      undefined,
    ),
    `       1,200  read
       1,100  new
          50  changed
          30  unchanged
          10  older
           8  duplicate
           2  rejected
           3  with remarks
       1,100  studies in the catalogue
Done in 4 s, 300 records a second.
Rejected:
  a.json:7: It has no NCT id.
  and 1 more
Use --report FILE to keep all of them.
With remarks: kept, but something in the record is odd. Use --report FILE to read the remarks.
`,
  )
})

test('what is rejected is said by itself: files that are not whole first, and what is missing with them', () => {
  const broken = [{ place: 'b.zip: c.json', reason: 'It is cut off.', broken: true } as const]
  const conflicts = [{ place: 'd.json', reason: 'It has the date that e.json has.' }]
  const whole = { problems: broken, conflicts, remarked: 0, seconds: 1 }
  const partly = { ...first, rejected: 1, broken: 1 }
  assert.equal(
    rejectionsInWords({ imports: [partly], ...whole }, 'all.ndjson'),
    `Rejected:
  b.zip: c.json: It is cut off.
All of them are in all.ndjson.
Not whole: 1 of the files and pages. What could be read of it was imported, the rest is missing.
Two records of one study:
  d.json: It has the date that e.json has.
`,
  )
  const nothing = { ...partly, read: 1 }
  assert.match(
    rejectionsInWords({ imports: [nothing], ...whole }, undefined),
    /nothing was imported/,
  )
  assert.equal(
    rejectionsInWords({ imports: [{ ...first, rejected: 0 }], ...whole, conflicts: [] }, undefined),
    '',
  )
})

test('a source that holds nothing is told as that', () => {
  const none = { read: 0, new: 0, changed: 0, unchanged: 0, older: 0, duplicate: 0, rejected: 0 }
  const whole = { problems: [], conflicts: [], remarked: 0, seconds: 1 }
  assert.match(
    summaryInWords({ imports: [{ ...first, ...none }], ...whole }, undefined),
    /\nNo study was in it, so the catalogue is as it was\. /,
  )
  // Quiet, too.
  assert.match(
    rejectionsInWords({ imports: [{ ...first, ...none }], ...whole }, undefined),
    /^No study was in it/,
  )
})

test('several imports are summed; the catalogue is as the last one left it', () => {
  const second = { ...first, read: 10, new: 1, rejected: 0, studies: 1101 }
  const json = JSON.parse(
    summaryAsJson({
      imports: [first, second],
      problems,
      conflicts: [],
      remarked: 3,
      seconds: 2.345,
    }),
  )
  assert.equal(json.read, 1210)
  assert.equal(json.new, 1101)
  assert.equal(json.studies, 1101)
  assert.equal(json.seconds, 2.35)
  assert.equal(json.remarked, 3)
  assert.equal(json.imports.length, 2)
  assert.deepEqual(json.problems, problems)
})
