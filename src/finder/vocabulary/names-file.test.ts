import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collectLooseNames, collectNames } from './collect-names.ts'
import { everydayNames } from './everyday-names.ts'
import { readMeshFile } from './mesh-file.ts'
import { readNames } from './names-file.ts'

test('the names that ship are those of the lists beside them (else: node scripts/collected-names.ts)', () => {
  const concepts = readMeshFile()
  const collected = collectNames(concepts, everydayNames())
  const shipped = readNames()
  assert.deepEqual(shipped.names.pack(), collected.pack())
  assert.deepEqual(shipped.loose, collectLooseNames(collected, concepts))
})
