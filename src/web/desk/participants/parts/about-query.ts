import type { ConductCase } from '../../../../study/conduct/model/case.ts'
import type { DataQuery, QueryEvent } from '../../../../study/conduct/review/query.ts'
import { recordedText } from '../../../../study/in-words/facts.ts'
import { askedText } from '../../../../study/in-words/questions.ts'
import { namedText, type Telling, titleOf } from '../../../../study/in-words/telling.ts'
import { momentText } from '../../../../study/in-words/values.ts'

/** What a query is about, without any value: an item, a visit, or the participant. */
export function queryTitle(
  telling: Telling,
  { item, visit }: Pick<DataQuery, 'item' | 'visit'>,
): string {
  const node = item ?? visit
  return node === null ? telling.words.review.queries.participant : titleOf(telling, node)
}

/** The same with the value that it is about. */
export function queryAbout(
  telling: Telling,
  { facts }: Pick<ConductCase, 'facts'>,
  query: Pick<DataQuery, 'item' | 'visit' | 'factId'>,
): string {
  const fact = facts.find(({ id }) => id === query.factId)
  const title = queryTitle(telling, query)
  if (!fact) return title
  const name = query.item === null ? titleOf(telling, fact.item) : title
  const value = `${recordedText(telling, fact)}, ${momentText(telling, fact.at)}`
  return namedText(telling, name, value)
}

/** What was written with an event of a query: a person's words, or the engine's question in the language of the page. */
export function queryWordsText(telling: Telling, { words }: QueryEvent): string {
  if (words === undefined) return ''
  return 'text' in words ? words.text : askedText(telling, words.question)
}
