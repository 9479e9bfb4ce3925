import { createHmac } from 'node:crypto'
import type { PeopleBase } from '../../asks/people-base.ts'
import { linkHash } from '../../asks/signed-link.ts'
import type { Institution } from '../model/institution.ts'
import type { Records } from '../../records/model/records.ts'

/** So long somebody has to come back from their institution. */
export const attemptMinutes = 10

/** What a visitor said before they went to their institution. */
export interface WayBack {
  /** One of our own paths, to go on to. */
  readonly path?: string | undefined
  readonly language: 'en' | 'fr'
  /** They are to prove it anew, though the institution knows them: for acts that matter. */
  readonly isAgain: boolean
}

/** A visitor who is on their way. */
export interface Attempt extends WayBack {
  readonly startedAt: Date
}

/** What is said to an institution once, so that its answer is good for one browser, one time. All are made of one cookie. */
export interface AttemptSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

/** Notes that a visitor goes to their institution; of the cookie of their browser only a hash is kept. */
export async function keepAttempt(
  { records }: Pick<PeopleBase, 'records'>,
  cookie: string,
  { path, language, isAgain }: WayBack,
  now: Date,
): Promise<void> {
  const row = {
    hash: linkHash(cookie),
    path: path ?? null,
    language,
    is_again: isAgain ? 1 : 0,
    started_at: now.toISOString(),
    expires_at: new Date(now.getTime() + attemptMinutes * 60_000).toISOString(),
  }
  await records.writeLightly((tx) => tx.insertInto('institution_attempt').values(row).execute())
}

/** The attempt of a browser, used up by this; undefined where none was begun in it, it ran out, or was used before. */
export async function takeAttempt(
  records: Records,
  cookie: string,
  now: Date,
): Promise<Attempt | undefined> {
  const hash = linkHash(cookie)
  const row = await records.db
    .selectFrom('institution_attempt')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst()
  if (!row) return undefined
  const { numDeletedRows } = await records.write((tx) =>
    tx.deleteFrom('institution_attempt').where('hash', '=', hash).executeTakeFirst(),
  )
  if (numDeletedRows === 0n) return undefined
  return {
    ...(row.path !== null && { path: row.path }),
    language: row.language,
    isAgain: row.is_again === 1,
    startedAt: new Date(row.started_at),
  }
}

/**
 * The secrets of a cookie at one issuer: who sees one of them, as in an address, learns neither the others nor the cookie, and
 * what another issuer gave does not fit them.
 */
export function attemptSecrets(
  cookie: string,
  { issuer }: Pick<Institution, 'issuer'>,
): AttemptSecrets {
  const made = (purpose: string): string =>
    createHmac('sha256', cookie).update(`${purpose}\n${issuer}`).digest('base64url')
  return { state: made('state'), nonce: made('nonce'), codeVerifier: made('code verifier') }
}
