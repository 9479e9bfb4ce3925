import { randomUUID } from 'node:crypto'
import { whereOfWatch, writeNotice } from '../api/fhir/watch-writer.ts'
import type { Catalogue } from '../finder/catalogue/model/catalogue.ts'
import { makeWatch, type WatchRequest } from '../people/watches/make.ts'
import { matchWatches } from '../people/watches/match-watches.ts'
import type { AllowedHost } from '../people/watches/model/allowed-hosts.ts'
import type { Watch, WatchTerms } from '../people/watches/model/watch.ts'
import { saidStudy } from '../people/watches/letters/said-study.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { sendNotices } from '../people/watches/send-notices.ts'
import type { Records } from '../people/records/model/records.ts'
import { peopleBase } from './test-alerts.ts'

/** Terms of a program that wants to hear of every study at an address. */
export function watchTerms(endpoint: string, more: Partial<WatchTerms> = {}): WatchTerms {
  return {
    filters: [],
    endpoint,
    headers: [],
    content: 'id-only',
    mostEvents: 100,
    timeoutSeconds: 5,
    ...more,
  }
}

/** A watch that was asked for, and its secret. Throws where there are too many. */
export async function watchMade(
  records: Records,
  terms: WatchTerms,
  now: Date,
  more: Pick<Partial<WatchRequest>, 'endsAt' | 'release' | 'mail'> = {},
): Promise<{ readonly watch: Watch; readonly token: string }> {
  const made = await makeWatch(peopleBase(records), { release: 'R5', terms, ...more }, now)
  if (made.kind !== 'made') throw new Error('too many')
  return made
}

/** What a server does with watches, at a moment that the test sets. */
export interface TestWatching {
  now: Date
  send(holder?: string): Promise<number>
  match(catalogue: Catalogue): Promise<number>
}

/** A server that tells the hosts of a list. */
export function watching(
  records: Records,
  allowed: readonly AllowedHost[],
  start: Date,
  catalogue?: () => Catalogue,
): TestWatching {
  const server: TestWatching = {
    now: start,
    send: (holder = randomUUID()) =>
      sendNotices(records, {
        allowed,
        write: (watch, notice) =>
          writeNotice(watch, notice, {
            catalogue: catalogue?.() ?? { study: () => undefined },
            baseUrl: 'https://trialway.example',
            now: server.now,
          }),
        mail: {
          baseUrl: 'https://trialway.example',
          newId: randomUUID,
          say: (nctId, language) =>
            saidStudy(
              { catalogue: catalogue?.() ?? { study: () => undefined }, names: openVocabulary() },
              nctId,
              language,
            ),
        },
        holder,
        now: () => server.now,
        random: () => 0,
      }),
    match: (of) =>
      matchWatches(records, { catalogue: of, whereOf: whereOfWatch, now: () => server.now }),
  }
  return server
}
