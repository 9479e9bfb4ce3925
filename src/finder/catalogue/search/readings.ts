import type { SaidPiece, Run } from './run.ts'

/** One way to read a run of words: what must be found. */
export interface WordReading {
  readonly required: readonly SaidPiece[]
  /** Any one of what is required is enough. */
  readonly isAny: boolean
  /** What is recognised and meant, of which some may not be required. */
  readonly given: readonly SaidPiece[]
}

/**
 * The ways to read what was recognised, from the one that asks most to the one that asks least: as many as may be needed
 * until some study is found. None where nothing was recognised. Of keywords the first asks for every word, and is
 * undefined here: they are planned one by one.
 */
export function readingsOf({
  pieces,
  isSentence,
  meant,
}: Run): readonly (WordReading | undefined)[] {
  const { illnesses, medicines, stages } = meant
  const given = [...illnesses, ...medicines, ...stages]
  if (given.length === 0) return []
  const all = (required: readonly SaidPiece[]): WordReading => ({ required, isAny: false, given })
  const core = [illnesses, medicines, stages].find((some) => some.length > 0) ?? []
  const wider = core.map((piece): SaidPiece =>
    piece.kind === 'illness' && piece.wider ? { kind: 'illness', ...piece.wider } : piece,
  )
  const ways = [
    all(given),
    all([...illnesses, ...medicines]),
    all(core),
    { required: core, isAny: true, given },
    { required: wider, isAny: wider.length > 1, given },
  ]
  const distinct = ways.filter(
    ({ required, isAny }, at) =>
      required.length > 0 &&
      (!isAny || required.length > 1) &&
      ways.findIndex((way) => way.isAny === isAny && isSame(way.required, required)) === at,
  )
  // Keywords that are all recognised say no more than what they name, and a stage is also found in the words of records.
  if (isSentence || (stages.length > 0 && isSame(given, pieces))) return distinct
  return isSame(given, pieces) ? [undefined, ...distinct.slice(1)] : [undefined, ...distinct]
}

function isSame(a: readonly SaidPiece[], b: readonly SaidPiece[]): boolean {
  return a.length === b.length && a.every((piece) => b.includes(piece))
}
