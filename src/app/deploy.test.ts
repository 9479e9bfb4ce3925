import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

// What deploy/ says to supervisors, read by the programs that read it.

const deploy = join(import.meta.dirname, '../../deploy')

function missing(program: string): string | false {
  return spawnSync(program, ['--version']).error ? `there is no ${program} here` : false
}

test(
  'the systemd unit is one that systemd understands, and starts again what ended by a fault',
  { skip: missing('systemd-analyze') },
  (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'trialway-unit-'))
    t.after(() => rmSync(folder, { recursive: true }))
    const unit = readFileSync(join(deploy, 'trialway.service'), 'utf8')
    assert.match(unit, /^Restart=on-failure$/m)
    // Only what must be on the machine for it to start is another here.
    const here = unit.replace('/opt/trialway/node_modules/node/bin/node', process.execPath)
    const file = join(folder, 'trialway.service')
    writeFileSync(file, here)
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
    assert.deepEqual([stderr, status], ['', 0])
  },
)

test(
  'the compose file is one that Docker understands, open to this machine alone',
  { skip: missing('docker-compose') },
  () => {
    const { status, stdout, stderr } = spawnSync(
      'docker-compose',
      ['-f', join(deploy, 'compose.yaml'), 'config'],
      { encoding: 'utf8', env: { PATH: process.env['PATH'] } },
    )
    assert.equal(status, 0, stderr)
    assert.match(stdout, /127\.0\.0\.1:8080:8080/)
    assert.match(stdout, /restart: unless-stopped/)
  },
)
