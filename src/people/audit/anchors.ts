import { join } from 'node:path'
import { appendLine, readLines } from '../../base/durable-files.ts'
import type { Records } from '../records/model/records.ts'
import { headOf, holdTrail } from './append.ts'

/** What the audit trail was at one moment, kept outside the database. */
export interface Anchor {
  readonly seq: number
  readonly hash: string
}

/** Written only at its end. Copies of it on other machines are what proves most. */
export function anchorsFile(dataDir: string): string {
  return join(dataDir, 'audit-anchors.txt')
}

/** Notes the newest line of the trail, if it was not noted yet. Answers whether it was. */
export async function writeAnchor(records: Records, now: Date): Promise<boolean> {
  const isKnown = (head: Anchor | undefined): boolean =>
    !head || readAnchors(records).at(-1)?.seq === head.seq
  if (isKnown(await headOf(records.db))) return false
  // Two processes that add to the file at once would break its chain.
  return records.write(async (tx) => {
    await holdTrail(tx)
    const head = await headOf(tx)
    if (!head || isKnown(head)) return false
    addLine(records, `anchor ${head.seq} ${head.hash} ${now.toISOString()}`)
    return true
  })
}

/** Notes that the trail was put back to an earlier line on purpose: anchors after that line no longer count. */
export function writeRestored(records: AnchorPlace, anchor: Anchor, now: Date): void {
  addLine(records, `restored ${anchor.seq} ${anchor.hash} ${now.toISOString()}`)
}

/** Where the anchors are, and the keys that prove them. */
export type AnchorPlace = Pick<Records, 'dataDir' | 'keys'>

/** The anchors that count today. Throws where the file was tampered with. */
export function readAnchors(place: AnchorPlace): readonly Anchor[] {
  let anchors: Anchor[] = []
  let before = ''
  for (const [number, line] of linesOf(place.dataDir).entries()) {
    const [kind, seq, hash = '', at, proof] = line.split(' ')
    if (proof !== proofOf(place, `${kind} ${seq} ${hash} ${at}`, before))
      throw new Error(`line ${number + 1} of the anchors was changed, or one before it is missing`)
    if (kind === 'restored') anchors = anchors.filter((anchor) => anchor.seq < Number(seq))
    anchors.push({ seq: Number(seq), hash })
    before = proof
  }
  return anchors
}

/** Each line proves the one before it, so none can be taken out of the middle. */
function addLine(place: AnchorPlace, text: string): void {
  const before = linesOf(place.dataDir).at(-1)?.split(' ').at(-1) ?? ''
  appendLine(anchorsFile(place.dataDir), `${text} ${proofOf(place, text, before)}`)
}

function proofOf(place: AnchorPlace, text: string, before: string): string {
  return place.keys.anchorOf(`${before}\n${text}`)
}

function linesOf(dataDir: string): string[] {
  return readLines(anchorsFile(dataDir))
}
