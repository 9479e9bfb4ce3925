import type { Wording } from '../document/node.ts'
import type { Judged, MissingFact, RaisedQuestion, Truth } from '../expression/truth.ts'
import type { OpenQuestion } from './answers.ts'

/** Worth showing; nobody need answer. */
export interface StateNote {
  readonly type: 'silent' | 'inferred' | 'note' | 'recorded twice' | 'elsewhere' | 'setting'
  readonly node?: string
  readonly words?: Wording
  readonly facts?: readonly string[]
}

/** Where the questions and notes of one answer are gathered: the same question is asked once, whoever raises it. */
export interface QuestionDesk {
  /** Asks, and gives the question's id: the same for the same facts. */
  readonly ask: (question: Omit<OpenQuestion, 'id'>) => string
  readonly note: (note: StateNote) => void
  /** In the order in which they came up; what blocks comes first. */
  readonly questions: () => readonly OpenQuestion[]
  readonly notes: () => readonly StateNote[]
}

/** An empty desk. */
export function openDesk(): QuestionDesk {
  const asked = new Map<string, OpenQuestion>()
  const notes = new Map<string, StateNote>()
  return {
    ask: (question) => {
      const id = idOf(question)
      const before = asked.get(id)
      asked.set(
        id,
        before ? { ...before, blocks: before.blocks || question.blocks } : { id, ...question },
      )
      return id
    },
    note: (note) => {
      notes.set(JSON.stringify([note.type, note.node, note.words?.en, note.facts]), note)
    },
    questions: () => [
      ...[...asked.values()].filter(({ blocks }) => blocks),
      ...[...asked.values()].filter(({ blocks }) => !blocks),
    ],
    notes: () => [...notes.values()],
  }
}

/** A truth as an answer shows it, with what it raises and misses asked at the desk. */
export function judgedAt(
  desk: QuestionDesk,
  truth: Truth,
  { node, blocks }: { readonly node: string; readonly blocks: boolean },
): Judged {
  const { verdict, grounds, missing, raised, turnsMet } = truth
  const asks = askFor(desk, missing, raised, { node, blocks })
  return turnsMet === undefined
    ? { verdict, grounds, missing, asks }
    : { verdict, grounds, missing, turnsMet, asks }
}

/** Asks for what is missing and for what was raised; a judgement of an item asks for that item. */
export function askFor(
  desk: QuestionDesk,
  missing: readonly MissingFact[],
  raised: readonly RaisedQuestion[],
  { node, blocks }: { readonly node: string; readonly blocks: boolean },
): readonly string[] {
  if (missing.length === 0 && raised.length === 0) return []
  const judged = new Set(raised.flatMap(({ item }) => item ?? []))
  const ids = [
    ...raised.map(({ type, words, item, facts }) =>
      desk.ask({
        type,
        node,
        words,
        facts,
        blocks,
        ...(item !== undefined && { given: { item } }),
      }),
    ),
    ...missing
      .filter(({ item }) => !judged.has(item))
      .map((one) => desk.ask(questionFor(one, node, blocks))),
  ]
  return [...new Set(ids)]
}

function questionFor(
  missing: MissingFact,
  node: string,
  blocks: boolean,
): Omit<OpenQuestion, 'id'> {
  const { why, facts = [] } = missing
  const type =
    why === 'contradictory' ||
    why === 'readings disagree' ||
    why === 'moment not exact' ||
    why === 'not comparable'
      ? why
      : 'missing'
  return { type, node, missing, facts, blocks }
}

/** Words of a silent node, asked of a person. */
export function askSilent(
  desk: QuestionDesk,
  { id, question }: { readonly id: string; readonly question?: Wording },
  more: { readonly blocks: boolean; readonly given?: Readonly<Record<string, string>> },
): string {
  return desk.ask({
    type: 'silent',
    node: id,
    facts: [],
    ...(question && { words: question }),
    ...more,
  })
}

function idOf({ type, node, missing, words, facts, given }: Omit<OpenQuestion, 'id'>): string {
  if (missing) {
    const { item, from, until, onDay } = missing
    const when = onDay ?? [from, until].filter((one) => one !== undefined).join('/')
    return [type, item, when, ...(missing.facts ?? [])].filter((part) => part !== '').join(':')
  }
  const said = words === undefined ? [] : [given?.['item'] ?? '']
  return [type, node ?? '', ...said, ...facts].filter((part) => part !== '').join(':')
}
