import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Concept } from './concept.ts'
import { listOf } from './listed-names.ts'

const file = new URL('../../../data/vocabulary/mesh-diseases.tsv.gz', import.meta.url)

/** The shipped MeSH disease names, one concept a line: term, tree numbers, entry terms. */
export function readMeshFile(): readonly Concept[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n')
  return lines.map(readConcept)
}

function readConcept(line: string, index: number): Concept {
  const [term = '', trees = '', entryTerms = ''] = line.split('\t')
  return {
    index,
    term,
    trees: trees.split('|'),
    // Few are ever asked for: taken apart then, all of them are a quarter of the time that opening takes.
    get entryTerms() {
      return listOf(entryTerms)
    },
  }
}
