import { type Danger, readDanger } from '../finder/question/danger.ts'
import { wordsOf } from '../words/words.ts'

/** Where help is, for who speaks of dying or of danger now. */
export interface HelpNow {
  readonly why: Danger
  readonly title: string
  /** Each line: where, and the numbers there. */
  readonly lines: readonly (readonly string[])[]
  readonly after: string
}

/** Where help is, in the names that the web door's `search.json` uses; undefined where typed words say nothing of the kind. */
export function helpNowFor(typed: string): HelpNow | undefined {
  const why = readDanger(typed)
  if (!why) return undefined
  const { title, lines, after } = wordsOf('en').search.helpNow[why]
  return { why, title, lines: lines(), after }
}

/** The same in lines for a person at a terminal. */
export function helpNowInWords({ title, lines, after }: HelpNow): readonly string[] {
  return [title, ...lines.map((line) => `  ${line.join(' ')}`), after]
}
