import { type ExactJson, readExactJson } from './exact-json.ts'
import type { FactFault, FactLine } from './fact-fault.ts'
import { readFact } from './fact-shape.ts'
import { splitFacts } from './split-facts.ts'

/** How a file of facts is read. */
export interface FactLineOptions {
  /** Where the clock hung that times without an offset were read from: `Europe/Paris`. Without it they are a fault. */
  readonly zone?: string
}

/**
 * The facts of a file, line by line: one JSON object a line (NDJSON), or a list of objects. Every fact keeps its
 * numbers as they were written. What is wrong with a line is told in its place, and the next line is read; after a
 * fault that leaves nothing to read (UTF-16, a list that is cut off) it ends. One fact is held at a time.
 */
export async function* readFactLines(
  chunks: AsyncIterable<Uint8Array>,
  reading: FactLineOptions = {},
): AsyncGenerator<FactLine> {
  for await (const found of splitFacts(chunks)) {
    const { line } = found
    if (found.fault) yield { line, faults: [found.fault] }
    else yield factOf(found.text, line, reading)
  }
}

function factOf(text: string, line: number, { zone }: FactLineOptions): FactLine {
  const json = readExactJson(text)
  if (json.faults) return { line, faults: placed(json, line) }
  const read = readFact(json.value, zone)
  return 'fact' in read ? { line, fact: read.fact } : { line, faults: read.faults }
}

/** Lines of the file, not of the fact. */
function placed({ faults }: ExactJson, line: number): FactFault[] {
  return (faults ?? []).map((fault) => ({ ...fault, line: fault.line + line - 1 }))
}
