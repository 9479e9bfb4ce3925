// Checks an audit trail that "trialway audit export" wrote, on any machine, with nothing but Node:
//
//   node verify-trail.ts trail.jsonl [audit-anchors.txt]
//
// It knows nothing of Trialway: what a line is stands here once more, so that it can be read and believed on its own.
//
// A line is a JSON object. Its hash is SHA-256, in hexadecimal, over the JSON list of its number, time, actor, action,
// subject, details and the hash of the line before it, written without spaces; before the first line stands an empty text.
// Numbers are 1, 2, 3 … without a gap. So nobody changes, adds, drops or moves a line without changing every later hash.
//
// Who can write to the database can write all later hashes anew, or cut the end off. That shows against the anchors: lines of
// a file kept elsewhere that say which hash a line had ("anchor NUMBER HASH TIME PROOF"). After "restored NUMBER HASH …" a
// backup was put back on purpose, and anchors from that number on count no more. The proofs at their ends need the keys
// of the installation; "trialway audit verify" checks them.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

/** What was found: `bad` is the number of the first line that is surely wrong, `from` where that may have begun. */
export type TrailVerdict =
  | { readonly lines: number; readonly anchored: number }
  | { readonly bad: number; readonly from: number; readonly why: string }

/** Checks a trail, one JSON object a line, against anchors, one a line. */
export function verifyTrail(trail: string, anchorsText = ''): TrailVerdict {
  const anchors = anchorsOf(anchorsText)
  let number = 0
  let hash = ''
  let trusted = 0
  for (const text of trail.split('\n')) {
    if (text === '') continue
    const line = readLine(text)
    const next = number + 1
    if (!line) return { bad: next, from: next, why: 'it cannot be read' }
    if (line['seq'] !== next)
      return { bad: next, from: next, why: 'its number is not the next one' }
    if (line['previous_hash'] !== hash)
      return { bad: next, from: Math.max(1, number), why: 'it does not follow the line before it' }
    const own = hashOf(line)
    if (line['hash'] !== own) return { bad: next, from: next, why: 'it is not what was hashed' }
    const anchor = anchors.get(next)
    if (anchor !== undefined && anchor !== own)
      return { bad: next, from: trusted + 1, why: 'its anchor has another hash' }
    if (anchor !== undefined) trusted = next
    number = next
    hash = own
  }
  const last = Math.max(0, ...anchors.keys())
  if (number < last)
    return {
      bad: number + 1,
      from: trusted + 1,
      why: `it is missing, and ${last} lines were anchored`,
    }
  return { lines: number, anchored: last }
}

const fields = ['seq', 'at', 'actor', 'action', 'subject', 'details', 'previous_hash']

function hashOf(line: Readonly<Record<string, unknown>>): string {
  const list = fields.map((name) => line[name])
  return createHash('sha256').update(JSON.stringify(list), 'utf8').digest('hex')
}

function readLine(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Only whole lines count: the last may have been cut short by a power cut. */
function anchorsOf(text: string): Map<number, string> {
  const anchors = new Map<number, string>()
  for (const line of text.split('\n').slice(0, -1)) {
    const [kind, seq, hash = ''] = line.split(' ')
    if (kind === 'restored')
      for (const known of anchors.keys()) if (known >= Number(seq)) anchors.delete(known)
    anchors.set(Number(seq), hash)
  }
  return anchors
}

const [, self, trailFile, anchorsFile] = process.argv
if (self !== undefined && import.meta.url === pathToFileURL(self).href) {
  if (trailFile === undefined) {
    console.error('node verify-trail.ts trail.jsonl [audit-anchors.txt]')
    process.exit(2)
  }
  const anchors = anchorsFile === undefined ? '' : readFileSync(anchorsFile, 'utf8')
  const verdict = verifyTrail(readFileSync(trailFile, 'utf8'), anchors)
  console.log(JSON.stringify(verdict))
  process.exitCode = 'bad' in verdict ? 1 : 0
}
