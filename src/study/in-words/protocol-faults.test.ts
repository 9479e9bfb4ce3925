import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleProtocol } from '../../testing/example-protocol.ts'
import { protocolFaultText } from '../../words/protocol-faults.ts'
import { protocolFaults } from '../protocol/check/check-protocol.ts'

test('a fault of a protocol is said in both languages with its place and what to do', () => {
  const faults = protocolFaults({ ...exampleProtocol, items: [], sets: [], sources: [] })
  assert.ok(faults.length > 5)
  for (const fault of faults) {
    assert.match(protocolFaultText('en', fault), /^\w.*: .{10}/)
    assert.match(protocolFaultText('fr', fault), /^\w.*: .{10}/)
    assert.notEqual(protocolFaultText('en', fault), protocolFaultText('fr', fault))
  }
})
