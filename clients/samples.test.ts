import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { samplesFor } from '../src/web/developers/samples.ts'
import { type Here, startHere } from './here.ts'

// What the page for developers says to copy, run as it stands in a shell.

let here: Here
const run = promisify(execFile)

before(async () => {
  here = await startHere()
})
after(() => here.close())

test('every call of curl on the page for developers is answered', async () => {
  const samples = Object.values(samplesFor(here.address)).flat()
  const calls = samples.filter(({ language }) => language === 'curl')
  assert.ok(calls.length >= 8)
  for (const { code } of calls) {
    const [call = ''] = code.split('\n# ')
    const { stdout } = await run(
      'sh',
      ['-c', call.replace('curl ', 'curl -sS --fail ').replace(/ > \S+$/, '')],
      {
        maxBuffer: 64 * 1024 * 1024,
      },
    )
    assert.ok(stdout.length > 10, call)
  }
})

test('the JavaScript on the page for developers prints studies', async () => {
  const [sample] = samplesFor(here.address).search.filter(
    ({ language }) => language === 'JavaScript',
  )
  assert.ok(sample)
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', sample.code])
  assert.match(stdout, /NCT02390596/)
})
