import { randomUUID } from 'node:crypto'
import type { Records } from '../people/records/model/records.ts'
import type { NewFact } from '../study/conduct/model/facts.ts'
import type { PlannedWindow } from '../study/protocol/document/schedule.ts'
import { runStudy, screenedChild } from './test-study.ts'

const dayMs = 86_400_000

/** What is known of the child of the tests, who came on 24 November 2026, as if they had come on another day. */
export function childOn(day: Date): readonly NewFact[] {
  const days = Math.floor(day.getTime() / dayMs) - Date.UTC(2026, 10, 24) / dayMs
  const shift = (text: string): string => {
    if (!/^2026-\d{2}-\d{2}/.test(text)) return text
    const moved = new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`) + days * dayMs)
    return moved.toISOString().slice(0, 10) + text.slice(10)
  }
  return screenedChild().map((fact) => {
    const { value } = fact
    return { ...fact, at: shift(fact.at), value: typeof value === 'string' ? shift(value) : value }
  })
}

/** Sets windows of visits of the study of tests, where its version is silent. */
export async function setTestWindows(
  records: Records,
  windows: Readonly<Record<string, PlannedWindow>>,
  now: Date,
): Promise<void> {
  for (const [visit, window] of Object.entries(windows))
    await records.write((tx) =>
      tx
        .insertInto('study_setting')
        .values({
          id: randomUUID(),
          study: runStudy,
          content: JSON.stringify({ sets: 'visit window', visit, window, by: 'the sponsor' }),
          set_at: now.toISOString(),
          set_by: 'system',
          ended_at: null,
          ended_by: null,
        })
        .execute(),
    )
}
