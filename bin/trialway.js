#!/usr/bin/env node
// Trialway is written for Node 26, which comes with it as the npm package `node`. This file is plain
// JavaScript that any Node from 12 can read: it hands over to that Node, so that an older one on the
// machine is no obstacle.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const main = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'main.ts')

// Node keeps what it made of our files, `main.ts` too: this comes before it.
const cache = join(dirname(main), '..', 'node_modules', '.cache', 'trialway')
if (module.enableCompileCache) module.enableCompileCache(cache)

if (Number(process.versions.node.split('.')[0]) >= 26) await import(pathToFileURL(main).href)
else handOver()

function handOver() {
  const node = pinnedNode()
  if (!node) {
    process.stderr.write(
      `Trialway needs Node 26; this is Node ${process.versions.node}. ` +
        'The right one comes with "npm ci": run that in the folder of Trialway, or install Node 26.\n',
    )
    process.exitCode = 1
    return
  }
  // The channel says nothing: it breaks when this process ends, however that comes, and the other then ends too.
  const child = spawn(node, [main].concat(process.argv.slice(2)), {
    env: Object.assign({ NODE_COMPILE_CACHE: cache }, process.env),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = code === null ? (signal === 'SIGINT' ? 130 : 1) : code
  })
}

function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    const file = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}
