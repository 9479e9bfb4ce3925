import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { writeHistories } from '../testing/history-files.ts'
import { type Ended, runHere } from '../testing/run-here.ts'

const { folder, histories } = writeHistories()
after(() => rmSync(folder, { recursive: true }))

const run = (words: readonly string[], input?: string): Promise<Ended> =>
  runHere(['protocol', ...words], { DATA_DIR: folder }, input)

const listingFile = join(import.meta.dirname, '../../data/protocols/NCT02390596.listing.json')
const listingText = readFileSync(listingFile, 'utf8')

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const goodFacts = readFileSync(histories[0]?.facts ?? '', 'utf8')
const fact = (more: object) =>
  JSON.stringify({
    item: 'temperature',
    value: '38.2',
    unit: 'Cel',
    at: '2017-03-11T09:30+01:00',
    ...more,
  })

/** Wrong usage or bad input: an exit code, a message that says what to do, no data, no lines of code. */
async function refused(words: readonly string[], status: number, message: RegExp, input?: string) {
  const ended = await run(words, input)
  assert.deepEqual([ended.status, ended.stdout], [status, ''], `${words.join(' ')} ${ended.stderr}`)
  assert.match(ended.stderr, message)
  assert.ok(!/^\s+at /m.test(ended.stderr) && !/should not have/.test(ended.stderr), ended.stderr)
}

const explain = (protocol: string, facts: string, ...more: string[]): string[] => [
  'explain',
  protocol,
  facts,
  '--at',
  '2017-03-11T09:40+01:00',
  ...more,
]

test('what is asked wrongly ends with exit code 2 and says what to give', async () => {
  const facts = fileOf('usage.ndjson', goodFacts)
  mkdirSync(join(folder, 'empty'), { recursive: true })
  const wrong: readonly (readonly [words: readonly string[], message: RegExp])[] = [
    [['check'], /missing required argument 'file'/],
    [['check', 'nowhere.json'], /no file or folder nowhere\.json/],
    [['check', join(folder, 'empty')], /no protocol \(\.json\) in the folder/],
    [['show', 'NCT02390596'], /several versions.*NCT02390596\.listing/],
    [['diff', listingFile], /missing required argument 'new'/],
    [['explain', 'NCT02390596.listing'], /missing required argument 'facts'/],
    [['explain', 'NCT00000000', facts], /no protocol of that name/],
    [['explain', listingFile, 'nowhere.ndjson'], /no file nowhere\.ndjson/],
    [['explain', listingFile, folder], /is a folder/],
    [['explain', listingFile, facts, '--at', 'yesterday'], /"--at": "yesterday" is not a time/],
    [['explain', listingFile, facts, '--at', '2017-02-29'], /does not exist/],
    [['explain', listingFile, facts, '--at', '2017-03-11'], /no moment of a day/],
    [['explain', listingFile, facts, '--at', '2017-03-11T09:40'], /offset/],
    [['explain', listingFile, facts, '--zone', 'Europe/Bicetre'], /no time zone "Europe\/Bicetre"/],
    [['explain', listingFile, facts, '--lang', 'de'], /Allowed choices are en, fr/],
    [['explain', listingFile, facts, '--settings', 'none.json'], /no file none\.json/],
  ]
  for (const [words, message] of wrong) await refused(words, 2, message)
})

const badFacts: readonly (readonly [name: string, content: string | Uint8Array, RegExp])[] = [
  ['a line that is not JSON', `${goodFacts}\nhello`, /line 30: This is not JSON/],
  ['a line that is cut off', `${goodFacts}\n${fact({}).slice(0, 30)}`, /line 30: It is cut off/],
  [
    'a key twice',
    `{"item":"temperature","item":"x","value":1,"at":"2017"}`,
    /"item" stands here twice/,
  ],
  ['an unknown key', fact({ units: 'Cel' }), /"units" is not known here\. Did you mean "unit"\?/],
  ['a key that is missing', '{"item":"temperature","value":1}', /"at" is missing/],
  ['pounds', fact({ item: 'bodyWeight', value: 16, unit: 'lb' }), /Did you mean "\[lb_av\]"\?/],
  ['a comma for a point', fact({ value: '1,500' }), /can be read in two ways/],
  ['a word for a number', fact({ value: 'high' }), /"high" is not a number/],
  ['no offset', fact({ at: '2017-03-11T09:30' }), /does not say how far its clock is from UTC/],
  ['29 February', fact({ at: '2017-02-29' }), /this day does not exist: 2017-02-29/],
  ['a day as people write it', fact({ at: '11/03/2017' }), /"11\/03\/2017" is not a time/],
  ['a hidden sign', fact({ participant: 'A\u200B' }), /a sign that cannot be seen/],
  [
    'one id for two facts',
    `${fact({ id: 'a' })}\n${fact({ id: 'a', value: '39' })}`,
    /is on line 1 too/,
  ],
  ['a correction of nothing', fact({ corrects: 'f9' }), /no fact of this participant has that id/],
  [
    'a fact of nobody',
    `${fact({ participant: 'A' })}\n${fact({})}`,
    /does not say whose fact it is/,
  ],
  [
    'several participants',
    `${fact({ participant: 'A' })}\n${fact({ participant: 'B' })}`,
    /--participant: A, B/,
  ],
  [
    'a fact over many lines',
    JSON.stringify(JSON.parse(fact({})), null, 2),
    /must stand on one line/,
  ],
  ['a list that is cut off', `[${fact({})},`, /cut off/],
  ['UTF-16', Buffer.from(fact({}), 'utf16le'), /Save it as UTF-8/],
  ['Latin-1', Buffer.from(fact({ reason: 'fièvre' }), 'latin1'), /This is not UTF-8/],
  ['an archive', 'PK\u0003\u0004\u0000\u0000', /not a text file/],
  ['nothing', '', /There is no fact in/],
  ['a very long fact', fact({ reason: 'x'.repeat(70_000) }), /longer than 64 kB/],
]

for (const [name, content, message] of badFacts)
  test(`facts with ${name} are refused with the line and what to do`, async () => {
    const file = fileOf('bad.ndjson', content)
    await refused(explain(listingFile, file), 1, message)
    const french = await run(explain(listingFile, file, '--lang', 'fr'))
    assert.equal(french.status, 1)
    assert.doesNotMatch(french.stderr, message)
  })

test('of many bad lines twenty are named and all are counted', async () => {
  const file = fileOf('many.ndjson', 'x\n'.repeat(50))
  await refused(explain(listingFile, file), 1, /line 20:[^]*And 30 more lines with a fault/)
})

const badProtocols: readonly (readonly [name: string, content: string | Uint8Array, RegExp])[] = [
  ['nothing in it', '', /There is nothing in it/],
  ['a cut end', listingText.slice(0, 5000), /line \d+: It is cut off/],
  ['text after its end', `${listingText}\n{}`, /There is more after its end/],
  [
    'a key twice',
    listingText.replace('"format": 1,', '"format": 1, "format": 1,'),
    /"format" stands here twice/,
  ],
  ['UTF-16', Buffer.from(listingText, 'utf16le'), /Save it as UTF-8/],
  ['Latin-1', Buffer.from('{\n "title": "Étude"\n}', 'latin1'), /line 2: This is not UTF-8/],
  ['five megabytes', ' '.repeat(5_000_000), /larger than 4 MB/],
  [
    'another format',
    listingText.replace('"format": 1', '"format": 2'),
    /format: "2" may not stand here/,
  ],
  [
    'a typing error in a key',
    listingText.replace('"repeats"', '"repeat"'),
    /items\[0\]\.repeats \(birthDate\): it is missing[^]*items\[0\]\.repeat \(birthDate\): nothing of this name/,
  ],
  [
    'a comma in a decimal',
    listingText.replace('"0.5"', '"0,5"'),
    /items\[2\]\.plausible\.from \(bodyWeight\): "0,5" is not a decimal/,
  ],
  [
    'a span of time in words',
    listingText.replace('"PT24H"', '"24 hours"'),
    /regimens\[0\]\.timing\.every \(daily\): "24 hours" is not a span/,
  ],
  [
    'an item that is not there',
    listingText.replace('"item": "temperature"', '"item": "temprature"'),
    /There is no item “temprature”/,
  ],
  [
    'a limit in a unit of another kind',
    listingText.replace(/("value": "38\.0",\s+"unit": )"Cel"/, '$1"kg"'),
    /measure different things/,
  ],
  [
    'a level that nobody reaches',
    listingText.replace('"to": "L4"', '"to": "L2"'),
    /Nobody can reach the level “L4”/,
  ],
]

for (const [name, content, message] of badProtocols)
  test(`a protocol with ${name} is refused, each fault with its place`, async () => {
    const file = fileOf('bad.json', content)
    await refused(['check', file], 1, message)
    await refused(explain(file, fileOf('good.ndjson', goodFacts)), 1, message)
  })

test('each protocol that comes with Trialway is checked, shown and compared in both languages', async () => {
  const names = ['listing', 'record-2020', 'report'].map((one) => `NCT02390596.${one}`)
  for (const lang of ['en', 'fr']) {
    const checked = await run(['check', 'NCT02390596', '--lang', lang])
    assert.deepEqual([checked.status, checked.stderr], [0, ''])
    assert.equal(checked.stdout.trim().split('\n').length, 3)
    for (const one of names) {
      const shown = await run(['show', one, '--lang', lang])
      assert.equal(shown.status, 0, shown.stderr)
      isForScreen(shown.stdout)
    }
    const [older = '', newer = '', last = ''] = names
    for (const [one, other] of [
      [older, newer],
      [newer, last],
      [older, last],
    ] as const) {
      const compared = await run(['diff', one, other, '--lang', lang])
      assert.equal(compared.status, 0, compared.stderr)
      isForScreen(compared.stdout)
    }
  }
})

test('versions that are both in force at a site are refused, and so are two of one name', async () => {
  const together = join(folder, 'versions')
  mkdirSync(together, { recursive: true })
  const write = (name: string, text: string) => writeFileSync(join(together, name), text)
  write('a.json', listingText)
  write('b.json', listingText)
  const facts = fileOf('good.ndjson', goodFacts)
  await refusedVersions(/Two files are version listing/)
  write('b.json', listingText.replace('"version": "listing"', '"version": "next"'))
  await refusedVersions(/Versions listing and next are both in force at every site from 2015-03-17/)
  const next = '"version": "next", "supersedes": "listing"'
  write('b.json', listingText.replace('"version": "listing"', next))
  assert.equal((await run(['check', together])).status, 0)
  assert.equal((await run(explain(together, facts))).status, 0)

  async function refusedVersions(message: RegExp): Promise<void> {
    const checked = await run(['check', together])
    assert.equal(checked.status, 1)
    assert.match(checked.stderr, message)
    await refused(explain(together, facts), 1, message)
  }
})

test('the JSON Schemas that are published are those that files are read by', async () => {
  for (const name of ['protocol', 'fact', 'settings']) {
    const { status, stdout } = await run(['schema', name])
    assert.equal(status, 0)
    const file = join(import.meta.dirname, '../../docs/schemas', `${name}.schema.json`)
    assert.deepEqual(
      JSON.parse(stdout),
      JSON.parse(readFileSync(file, 'utf8')),
      `print ${file} anew`,
    )
  }
})

test('what an amendment changed is summed up with the words before and after', async () => {
  const { stdout } = await run(['diff', 'NCT02390596.record-2020', 'NCT02390596.report'])
  assert.match(stdout, /summary of changes from version record-2020 to version report/)
  assert.match(stdout, /Changed +.*\[max-days\][^]*Was +.*15/)
  const same = await run(['diff', listingFile, listingFile])
  assert.match(same.stdout, /Nothing differs/)
})

const versions = { listing: 'NCT02390596.listing', published: 'NCT02390596.report' } as const

for (const [index, history] of histories.entries())
  for (const version of ['listing', 'published'] as const)
    test(`${history.id} by the ${version} comes out as worked by hand, on a screen`, async () => {
      const { now, facts, settings, expected } = history
      const words = ['explain', versions[version], facts, '--at', now]
      // What is set is for the last visit, which the listing does not name.
      const isSet = settings !== undefined && version === 'published'
      const asked = isSet ? [...words, '--settings', settings] : words
      const data = await run([...asked, '--json'])
      assert.equal(data.status, 0, data.stderr)
      const found: Explained = JSON.parse(data.stdout)
      const { eligible, nextDose, primary } = expected[version]
      if (Array.isArray(eligible)) assert.ok(eligible.includes(found.eligibility.answer))
      if (typeof nextDose === 'object' && nextDose !== null) isRightDose(found, nextDose)
      const answer = found.endpoints.find(({ id }) => id === 'primary')?.answer
      if (Array.isArray(primary)) assert.ok(primary.includes(answer), String(answer))
      if ((index % 2 === 0) === (version === 'listing')) return
      const screen = await run([...asked, '--lang', index % 4 < 2 ? 'en' : 'fr'])
      isForScreen(screen.stdout)
    })

interface Explained {
  readonly eligibility: { readonly answer: string }
  readonly endpoints: readonly { readonly id: string; readonly answer: string }[]
  readonly nextDoses: readonly {
    readonly kind: 'give' | 'hold' | 'refuse'
    readonly dose?: { readonly amount: { readonly value: string } }
    readonly options: readonly { readonly amount: { readonly value: string } }[]
  }[]
}

interface WantedDose {
  readonly mg?: number
  readonly accept?: readonly number[]
  readonly hold?: unknown
  readonly refuse?: unknown
}

/** A hold is right where it is wanted, and where each of its readings is a dose that would be. */
function isRightDose({ nextDoses }: Explained, wanted: WantedDose): void {
  const [next] = nextDoses
  const isWanted = ({ amount }: { readonly amount: { readonly value: string } }) =>
    [wanted.mg, ...(wanted.accept ?? [])].includes(Number(amount.value))
  const holds = wanted.hold !== undefined || (next?.options.length ?? 0) > 0
  const isRight = {
    give: next?.dose !== undefined && isWanted(next.dose),
    hold: holds && next?.options.every(isWanted),
    refuse: wanted.refuse !== undefined,
  }[next?.kind ?? 'hold']
  assert.ok(isRight, JSON.stringify([next, wanted]))
}

test('a dose can be checked by hand from the screen', async () => {
  const infant = histories.find(({ id }) => id === 'h13')
  assert.ok(infant)
  const words = ['explain', 'NCT02390596.report', infant.facts, '--at', infant.now]
  const english = await run(words)
  for (const part of [
    /NCT02390596, version report/,
    /It is the only version/,
    />> Give: 44\.1 mg/,
    /dose 2, J2, due 10 March 2017, 10:00/,
    /Body weight +7\.35 kg, taken 8 March 2017, 18:00, 40 hours before/,
    /6 mg\/kg × 7\.35 kg = 44\.1 mg/,
    /Rounding +none/,
    /0\.294 mL of 150 mg\/mL/,
    /Body temperature: 38\.7 °C is above 38\.0 °C/,
  ])
    assert.match(english.stdout, part)
  const top = english.stdout.split('\n').slice(0, 40).join('\n')
  assert.match(top, /44\.1 mg[^]*increased up to 6 mg\/kg/)
  const french = await run([...words, '--lang', 'fr'])
  assert.match(french.stdout, /6 mg\/kg × 7,35 kg = 44,1 mg/)
})

test('what is not known holds, and says what to record', async () => {
  const child = histories.find(({ id }) => id === 'h10')
  assert.ok(child)
  const { stdout } = await run(['explain', 'NCT02390596.listing', child.facts, '--at', child.now])
  assert.match(stdout, />> Hold\n[^]*Give nothing until the questions are answered/)
  assert.match(stdout, /Ask +Please record on 11 March 2017: Body temperature/)
  assert.doesNotMatch(stdout, />> Give/)
})

test('facts come from a pipe too, as a list or line by line, in any order', async () => {
  const words = explain('NCT02390596.listing', '-', '--json')
  const lines = goodFacts.trim().split('\n')
  const answers = []
  for (const input of [goodFacts, `[${lines.toReversed().join(',\n')}]`])
    answers.push((await run(words, input)).stdout)
  assert.equal(answers[0], answers[1])
  assert.match(answers[0] ?? '', /"facts": 29/)
})

test('of a file with several participants the one who is named is explained', async () => {
  const lines = goodFacts
    .trim()
    .split('\n')
    .map((line): object => JSON.parse(line))
  const both = ['A', 'B'].flatMap((participant) =>
    lines.map((one) => JSON.stringify({ ...one, participant })),
  )
  const file = fileOf('both.ndjson', both.join('\n'))
  const one = await run(explain(listingFile, file, '--participant', 'B'))
  assert.match(one.stdout, /Participant B: 29 facts/)
  await refused(explain(listingFile, file, '--participant', 'C'), 1, /no fact of participant C/)
})

test('a time without an offset is read in the zone that is named', async () => {
  const local = goodFacts.replaceAll('+01:00', '')
  const file = fileOf('local.ndjson', local)
  const words = ['explain', listingFile, file, '--at', '2017-03-09T09:00', '--zone', 'Europe/Paris']
  const { status, stdout, stderr } = await run(words)
  assert.equal(status, 0, stderr)
  assert.match(stdout, /as of 9 March 2017, 09:00/)
})

test('among two thousand facts of others those of one participant are found', async () => {
  const other = `${fact({ participant: 'B', reason: 'x'.repeat(20) })}\n`
  const own = goodFacts
    .trim()
    .split('\n')
    .map((line) => JSON.stringify({ ...JSON.parse(line), participant: 'A' }))
  const file = fileOf('big.ndjson', other.repeat(2000) + own.join('\n'))
  const { status, stdout, stderr } = await run(explain(listingFile, file, '--participant', 'A'))
  assert.equal(status, 0, stderr)
  assert.match(stdout, /Participant A: 29 facts/)
})

/** No line is longer than a screen of 80 signs, and nothing steers the terminal. */
function isForScreen(text: string): void {
  for (const line of text.split('\n'))
    assert.ok(line.length <= 80 || !line.trim().includes(' '), line)
  assert.doesNotMatch(text, /[^\P{Cc}\n]/u)
  assert.doesNotMatch(text, /undefined|\[object|NaN|null/)
}

const guide = readFileSync(join(import.meta.dirname, '../../docs/protocols.md'), 'utf8')

test('the example by which documents are taught is accepted, and says what its doses are', async () => {
  const [, example = ''] = /```json\n(\{\s*"format": 1[^]*?)\n```/.exec(guide) ?? []
  const file = fileOf('taught.json', example)
  const checked = await run(['check', file])
  assert.deepEqual([checked.status, checked.stderr], [0, ''])
  const person = [
    { item: 'consent', value: 'signed', at: '2025-03-02T09:00+01:00' },
    { item: 'weight', value: '7.35', unit: 'kg', at: '2025-03-02T09:00+01:00' },
    { item: 'dose', value: '14.7', unit: 'mg', at: '2025-03-03T10:00+01:00' },
  ]
  const degrees = (value: string) =>
    JSON.stringify({
      ...JSON.parse(fact({ value })),
      at: '2025-03-04T09:30+01:00',
      site: 'axillary',
    })
  const told = async (...more: readonly string[]) => {
    const facts = [...person.map((one) => JSON.stringify(one)), ...more].join('\n')
    const at = ['--at', '2025-03-04T09:40+01:00']
    return (await run(['explain', file, fileOf('taught.ndjson', facts), ...at])).stdout
  }
  assert.match(await told(degrees('38.1')), /4 mg\/kg × 7\.35\s*kg = 29\.4/)
  assert.match(await told(degrees('38.0')), /2 mg\/kg × 7\.35\s*kg = 14\.7/)
  assert.match(await told(), /Hold/)
})
