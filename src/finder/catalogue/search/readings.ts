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
  words,
  isSentence,
  meant,
}: Run): readonly (WordReading | undefined)[] {
  const { illnesses, medicines, stages } = meant
  const given = [...illnesses, ...medicines, ...stages]
  const subjects = stages.filter((piece) => piece.kind === 'stage' && piece.isSubject)
  if (given.length === 0) return []
  const all = (required: readonly SaidPiece[]): WordReading => ({ required, isAny: false, given })
  const core = [illnesses, medicines, stages].find((some) => some.length > 0) ?? []
  const primary = core.filter((piece) => !isCause(piece, words))
  const wider = core.map((piece): SaidPiece =>
    piece.kind === 'illness' && piece.wider ? { kind: 'illness', ...piece.wider } : piece,
  )
  const ways = [
    all(given),
    ...(subjects.length > 0 ? [all([...medicines, ...subjects]), all(subjects)] : []),
    all([...illnesses, ...medicines]),
    all(core),
    ...(primary.length < core.length ? [all(primary)] : []),
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
  if (isSentence || subjects.length > 0 || (stages.length > 0 && isSame(given, pieces)))
    return distinct
  // How bad it is, said beside all that is named, only puts studies first, as in a sentence: "severe eczema".
  const described = pieces.filter(({ kind }) => kind === 'stage')
  if (
    described.length > 0 &&
    isSame(
      given,
      pieces.filter((piece) => !described.includes(piece) || given.includes(piece)),
    )
  )
    return distinct
  return isSame(given, pieces) ? [undefined, ...distinct.slice(1)] : [undefined, ...distinct]
}

/** Whether an illness is what another came after, which is not what is looked for first: "Guillain-Barré after flu". */
export function isCause({ kind, start }: SaidPiece, words: Run['words']): boolean {
  if (kind !== 'illness') return false
  // "After a stroke" is listed as a name.
  const own = words[start] ?? ''
  return (
    /^apr[èe]s$|^after$/i.test(own) ||
    after.test(words.slice(Math.max(0, start - 4), start).join(' '))
  )
}

const after =
  /(?<!\p{L})(?:after|since|following|due to|caused by|because of|apr[èe]s|depuis|suite [àa]|[àa] cause d[e’']|caus[ée]e?s? par)(?: (?:an?|the|having|had|my|un|une|le|la|les|ma|mon|avoir eu))*$/iu

function isSame(a: readonly SaidPiece[], b: readonly SaidPiece[]): boolean {
  return a.length === b.length && a.every((piece) => b.includes(piece))
}
