#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Starting is twice as fast when Node keeps what it made of these files. It lies beside the packages, so
// only who may change the code may change it; the search processes are told by the environment.
const cache = join(import.meta.dirname, '../node_modules/.cache/trialway')
enableCompileCache(cache)
process.env['NODE_COMPILE_CACHE'] ??= cache

const [{ readConfig }, { runProgram: run }] = await Promise.all([
  import('./app/config/config.ts'),
  import('./cli/program.ts'),
])

const stop = new AbortController()
let askedAt = 0

// Asked once, a command ends in good order; asked again, at once. A terminal and npm may both pass on
// the same Ctrl-C, so only one that comes later is another.
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.on(name, () => {
    if (stop.signal.aborted && performance.now() - askedAt > 500) process.exit(130)
    if (!stop.signal.aborted) askedAt = performance.now()
    stop.abort()
  })

let keepsOutput = false

// `trialway search … | head` closes our output early, which is no fault; a full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (keepsOutput) return
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`Standard output cannot be written to (${error.code}).\n`)
  process.exit(1)
})
// What is said of a fault may go the same way, and must not become another one.
process.stderr.on('error', () => {})

// Under another Node this is a child of bin/trialway.js: where that is killed, this ends too, in good order.
process.once('disconnect', () => stop.abort())
process.channel?.unref()

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  config: () => readConfig(environment()),
  signal: stop.signal,
  now: () => new Date(),
  keepOutput: () => {
    keepsOutput = true
  },
})
if (keepsOutput) setTimeout(() => process.exit(), 1000).unref()

/** The environment, with what a `.env` file in this folder adds to it. */
function environment(): NodeJS.ProcessEnv {
  try {
    process.loadEnvFile()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return process.env
}
