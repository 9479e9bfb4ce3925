/**
 * Memory for the lists that answering one question over one segment makes, used again for the next one:
 * allocating and collecting them anew would take a tenth of the time. An evaluation begins with a
 * call of `beginEvaluation`; no list of the one before may be used after that.
 */
const capacity = 1 << 21
const documents = new Int32Array(capacity)
const scores = new Float32Array(capacity)
let documentsUsed = 0
let scoresUsed = 0

/** Makes all of the memory free again: lists given before must not be used any more. */
export function beginEvaluation(): void {
  documentsUsed = 0
  scoresUsed = 0
}

/** A list of numbers, with whatever was in it before. */
export function newDocs(count: number): Int32Array {
  if (documentsUsed + count > capacity) return new Int32Array(count)
  documentsUsed += count
  return documents.subarray(documentsUsed - count, documentsUsed)
}

/** A list of scores, with whatever was in it before. */
export function newScores(count: number): Float32Array {
  if (scoresUsed + count > capacity) return new Float32Array(count)
  scoresUsed += count
  return scores.subarray(scoresUsed - count, scoresUsed)
}
