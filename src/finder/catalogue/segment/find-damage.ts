import { basename } from 'node:path'
import { Turns } from '../../../base/turns.ts'
import { readChanges } from '../model/changes.ts'
import { type Damage, PieceDamaged } from '../model/damage.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Segment } from './segment.ts'

/** Everything damaged in one open state of a catalogue, a sentence each. Others get their turn while all of it is read. */
export async function damageOfState(
  folder: string,
  state: {
    readonly manifest: Manifest
    readonly segments: readonly Segment[]
    readonly damage?: string
  },
): Promise<readonly string[]> {
  const found = state.damage === undefined ? [] : [state.damage]
  for (const segment of state.segments)
    for (const one of await damageIn(segment))
      found.push(
        `${basename(segment.file)}: ${'nctId' in one ? `the record of ${one.nctId}` : one.part} is damaged`,
      )
  for (const list of state.manifest.changeLists ?? []) {
    const damage = await readChanges(folder, list).catch((error: unknown) => error)
    if (damage instanceof PieceDamaged) found.push(damage.message)
  }
  return found
}

/** What is damaged in one segment, each part and each study once. */
export async function damageIn(segment: Segment): Promise<readonly Damage[]> {
  const found = new Map<string, Damage>()
  const turns = new Turns()
  for (const damage of segment.check()) {
    if (damage) found.set('nctId' in damage ? `${damage.doc}` : damage.part, damage)
    await turns.next()
  }
  return [...found.values()]
}
