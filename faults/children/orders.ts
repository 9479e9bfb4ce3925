import { writeSync } from 'node:fs'

/** What a child was told to do. */
export function ordersOf<Orders>(): Orders {
  return JSON.parse(process.argv[2] ?? '{}') as Orders
}

/** Says something to whoever started this process, at once: what was said cannot be taken back. */
export function say(kind: string, what: object = {}): void {
  const line = Buffer.from(`${JSON.stringify({ kind, ...what })}\n`)
  for (let at = 0; at < line.length;) at += writeSync(1, line, at)
}

/** The clock of a child, some time ahead of the machine's. */
export function clockAhead(ms: number): () => Date {
  return () => new Date(Date.now() + ms)
}
