import type { Tx } from '../../../people/records/model/records.ts'
import { openValue, sealValue } from '../../../people/records/model/sealed-rows.ts'
import type { Tables } from '../../../people/records/model/tables.ts'
import type { OpenQuestion } from '../../protocol/state/answers.ts'
import type { Participant } from '../model/participant.ts'

/** Where a query stands, by the states of CDISC ODM. */
export type QueryState = Tables['query']['state']

/** What was done with a query. */
export type QueryEventKind =
  | 'drafted'
  | 'opened'
  | 'answered'
  | 'reopened'
  | 'closed'
  | 'cancelled'
  | 'resolved'

/** What was written with an event of a query: somebody's words, or the engine's question as it was asked. */
export type QueryWords = { readonly text: string } | { readonly question: OpenQuestion }

/** An event that is to be added to a query. */
export interface NewQueryEvent {
  readonly seq: number
  readonly at: string
  readonly kind: QueryEventKind
  /** Null for what the engine did. */
  readonly accountId: string | null
  readonly role: string
  readonly words?: QueryWords
}

/** Adds an event to a query; words are sealed with the participant's key. */
export async function addQueryEvent(
  tx: Tx,
  { key }: Pick<Participant, 'key'>,
  queryId: string,
  { seq, at, kind, accountId, role, words }: NewQueryEvent,
): Promise<void> {
  await tx
    .insertInto('query_event')
    .values({
      query_id: queryId,
      seq,
      at,
      account_id: accountId,
      role,
      kind,
      text_sealed: words ? sealValue(key, placeOfWords(queryId, seq), words, 256) : null,
    })
    .execute()
}

/** What was written with an event. Throws as `unseal` does. */
export function openQueryWords(
  { key }: Pick<Participant, 'key'>,
  queryId: string,
  { seq, text_sealed: sealed }: Pick<Tables['query_event'], 'seq' | 'text_sealed'>,
): QueryWords | undefined {
  return sealed === null
    ? undefined
    : (openValue(key, placeOfWords(queryId, Number(seq)), sealed) as QueryWords)
}

function placeOfWords(queryId: string, seq: number): string {
  return `query_event.text/${queryId}/${seq}`
}
