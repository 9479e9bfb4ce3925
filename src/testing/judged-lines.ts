import assert from 'node:assert/strict'
import { judgeCriterion } from '../finder/matching/judge/judge.ts'
import { readNote } from '../finder/matching/note/read-note.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'

const vocabulary = openVocabulary()

/** Fails where a line of "i not met : Criterion" is judged otherwise of who wrote a note, or keeps out without evidence. */
export function assertJudged(note: string, lines: string): void {
  const patient = readNote(note, { vocabulary })
  for (const line of lines.trim().split('\n')) {
    const { kind, verdict, text } =
      /^ *(?<kind>[ie]) (?<verdict>met|not met|unknown|not applicable) : (?<text>.*)$/.exec(line)
        ?.groups ?? {}
    assert.ok(kind && verdict && text, line)
    const judged = judgeCriterion(text, kind === 'i' ? 'inclusion' : 'exclusion', patient, {
      vocabulary,
      mode: 'self-check',
    })
    assert.equal(judged.verdict, verdict, `${line} | ${note}`)
    if (judged.verdict === 'not met') assert.ok(judged.evidence.length > 0, line)
  }
}
