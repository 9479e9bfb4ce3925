/** A sentence and where it is in the note. */
export interface Sentence {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Cuts a note into sentences: at full stops that end one, at line breaks that begin a new item, at most so long. */
export function sentencesOf(note: string): Sentence[] {
  const sentences: Sentence[] = []
  const isCasual = startsSmall(note.slice(0, 4_000))
  let start = 0
  const cut = (end: number): void => {
    add(sentences, note, start, end)
    start = end
  }
  for (const match of note.matchAll(breaks)) {
    const end = match.index + match[0].length
    if (isEnd(note, match.index, match[0], isCasual)) cut(end)
  }
  cut(note.length)
  return sentences
}

/** More is read in pieces: rules look around a word, and no sentence is this long. */
const longest = 1_200

function add(sentences: Sentence[], note: string, start: number, end: number): void {
  for (let from = start; from < end; from += longest) {
    const raw = note.slice(from, Math.min(end, from + longest))
    const text = raw.trim()
    if (text === '') continue
    const begin = from + raw.indexOf(text)
    sentences.push({ start: begin, end: begin + text.length, text })
  }
}

const breaks = /[.!?](?=\s)|\n/g

/** Written without capitals: a full stop ends a sentence although a small letter follows. */
function startsSmall(text: string): boolean {
  const small = text.match(/\p{L}{2}[.!?]\s+\p{Ll}/gu)?.length ?? 0
  return small >= 2 && small > (text.match(/[.!?]\s+\p{Lu}/gu)?.length ?? 0)
}

function isEnd(note: string, at: number, found: string, isCasual: boolean): boolean {
  if (found === '\n') return isLineEnd(note, at)
  if (found === '?' && answer.test(note.slice(at + 1, at + 20))) return false
  const before = note.slice(Math.max(0, at - 8), at)
  if (shortened.test(before)) return false
  const after = /^\s+(\S)/.exec(note.slice(at + 1, at + 12))?.[1]
  return after === undefined || isCasual || !/\p{Ll}/u.test(after)
}

/** "Growth hormone? Not yet.": the question is read with its answer. */
const answer =
  /^ ?[-–:]? ?(?:no|not yet|none|never|yes|non|pas encore|jamais|oui|aucune?)(?=\s*(?:[.,;]|\n|$))/iu

/** A wrapped line goes on; an empty line, a list, a label or a short line ends it. */
function isLineEnd(note: string, at: number): boolean {
  const next = note.slice(at + 1, at + 40)
  if (/^\s*(?:\n|$|[-*•#]|\d{1,2}[.)]\s|[A-Z][\w /]{0,30}:)/.test(next)) return true
  const last = note.slice(note.lastIndexOf('\n', at - 1) + 1, at)
  if (last.length >= 60 && /^\s*\d/.test(next) && /\p{L}\s*$/u.test(last)) return false
  return last.length < 60 || (!/^\s*\p{Ll}/u.test(next) && !/[,\p{Ll}]\s*$/u.test(last))
}

const shortened =
  /(?:^|[\s(])(?:ch|m(?:r|rs|me|s|lle)?\.? \p{L}|dr|mr|mrs|ms|mme|mlle|m|pr|prof|pt|vs|no|approx|dx|hx|e\.g|i\.e|st|fig|q|b\.i\.d|t\.i\.d|p\.o|\p{L}\.\p{L})$/iu
