import {
  illnessWithin,
  illnessesOfField,
  stagedIllness,
} from '../../../finder/self-check/illness-phrase.ts'
import { saidDisease } from '../../../finder/vocabulary/title-subjects.ts'
import type { AskedRule } from '../../../words/language/asked.ts'
import { line, type Markup } from '../../shell/markup.ts'
import type { Page } from '../../shell/page.ts'
import { lookup, own, type Slot } from '../../shell/parts/phrases.ts'

/** Conditions as a reader is told them, each name once: in their language where it is known, else marked as English. */
export function saidConditions(page: Page, conditions: readonly string[]): readonly Slot[] {
  const fields = conditions.flatMap((field) => illnessesOfField(field, page.vocabulary))
  const said = fields.map((name) => saidCondition(page, name))
  return said
    .filter(({ text }, at) => at === said.findIndex((one) => one.text === text))
    .map(({ text, isSaid, within }) => (isSaid ? text : englishWords(page, text, within)))
}

/** The registry's English words for an illness, beside the illness that it is one of where that has a name. */
export function englishWords(page: Page, english: string, within?: string): Markup {
  const name = own(page, english)
  return within === undefined ? name : line`${within} (${name})`
}

/** A condition in words; not `isSaid` where they are its team's, and then perhaps with the illness that it is one of. */
interface SaidCondition {
  readonly text: string
  readonly isSaid: boolean
  readonly within?: string
}

/** A condition, or the people it names, by an everyday name, in French with its stage; else, not `isSaid`, as its team wrote it. */
function saidCondition(page: Page, condition: string): SaidCondition {
  const { language, vocabulary, words } = page
  const said =
    lookup(words.listing.short.whom, condition.trim().toLowerCase()) ??
    saidDisease(vocabulary, condition, language)
  if (said !== undefined || language === 'en')
    return { text: said ?? condition, isSaid: said !== undefined }
  const staged = stagedIllness(condition, vocabulary)
  if (staged) return { text: bareName(page, staged), isSaid: true }
  const within = illnessWithin(condition, vocabulary)
  return { text: condition, isSaid: false, ...(within && { within: bareName(page, within) }) }
}

/** « cancer du sein avancé », without « un ». */
function bareName({ words }: Page, rule: AskedRule): string {
  const bare = rule.ask === 'things' ? { ...rule, frame: 'concerns' as const } : rule
  return words.check.phrase(bare, 'me', () => '')
}
