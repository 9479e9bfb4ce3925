import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVocabulary } from '../../vocabulary/vocabulary.ts'
import { judgedCriteria } from '../../../testing/judged-criteria.ts'
import { judgedTraps } from '../../../testing/judged-traps.ts'
import { readNote } from '../note/read-note.ts'
import { judgeCriterion } from './judge.ts'

const vocabulary = openVocabulary()

interface Pair {
  readonly kind: 'inclusion' | 'exclusion'
  readonly criterion: string
  readonly verdicts: readonly string[]
}

for (const part of `${judgedCriteria}${judgedTraps}`.split('\n# ').slice(1)) {
  const [note = '', ...lines] = part.trim().split('\n')
  test(`nothing false is said with certainty of: ${note}`, () => {
    const patient = readNote(note, { vocabulary })
    for (const { kind, criterion, verdicts } of lines.map(pair)) {
      const judged = judgeCriterion(criterion, kind, patient, { vocabulary, mode: 'self-check' })
      assert.ok(verdicts.includes(judged.verdict), `${kind} ${criterion}: ${judged.verdict}`)
      if (judged.verdict === 'not met') assert.ok(judged.evidence.length > 0, criterion)
    }
  })
}

function pair(line: string): Pair {
  const [asked = '', verdicts = ''] = line.split(' => ')
  return {
    kind: asked.startsWith('i ') ? 'inclusion' : 'exclusion',
    criterion: asked.slice(2),
    verdicts: verdicts.split('|').map((verdict) => verdict.trim()),
  }
}
