import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

test('what a process does not need any more is given back to the system, and its flags are as before', () => {
  const code = `
    import { cachedDataVersionTag } from 'node:v8'
    import { giveBackMemory } from ${JSON.stringify(new URL('./give-back-memory.ts', import.meta.url).href)}
    const flags = cachedDataVersionTag()
    let many = Array.from({ length: 1e6 }, (_, number) => ({ number }))
    const full = process.memoryUsage().heapTotal
    many = undefined
    giveBackMemory()
    console.log(JSON.stringify([full - process.memoryUsage().heapTotal, cachedDataVersionTag() === flags]))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code])
  const [freed, isSame] = JSON.parse(stdout.toString() || assert.fail(stderr.toString()))
  assert.ok(freed > 20_000_000, `${freed} bytes were given back`)
  assert.equal(isSame, true)
})

test('a process whose memory is kept small has the flags of its start again when it ends, so that what it compiled is of use', () => {
  const code = `
    import { cachedDataVersionTag } from 'node:v8'
    import { keepMemorySmall } from ${JSON.stringify(new URL('./give-back-memory.ts', import.meta.url).href)}
    const flags = cachedDataVersionTag()
    keepMemorySmall()
    const isOther = cachedDataVersionTag() !== flags
    process.on('exit', () => console.log(JSON.stringify([isOther, cachedDataVersionTag() === flags])))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code])
  assert.deepEqual(JSON.parse(stdout.toString() || assert.fail(stderr.toString())), [true, true])
})
