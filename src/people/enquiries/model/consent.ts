import { createHash } from 'node:crypto'
import type { Reader, Tx } from '../../records/model/records.ts'

/** What somebody agreed to, word for word, as it stood on their page. */
export interface Consent {
  /** Of the wording, such as `2026-12-01`; a changed text is another version. */
  readonly version: string
  readonly language: 'en' | 'fr'
  readonly text: string
}

/** SHA-256 of the wording, hexadecimal. */
export function consentHash({ text }: Pick<Consent, 'text'>): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Keeps a wording, once for all who agreed to it, and answers what leads to it. */
export async function keepConsent(
  tx: Tx,
  consent: Consent,
  now: Date,
): Promise<{ readonly version: string; readonly hash: string }> {
  const { version, language, text } = consent
  const hash = consentHash(consent)
  await tx
    .insertInto('consent_text')
    .values({ version, language, hash, text, first_used_at: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['version', 'language', 'hash']).doNothing())
    .execute()
  return { version, hash }
}

/** The wording that a hash leads to; undefined where none was kept. */
export async function consentByHash(db: Reader | Tx, hash: string): Promise<Consent | undefined> {
  return db
    .selectFrom('consent_text')
    .select(['version', 'language', 'text'])
    .where('hash', '=', hash)
    .orderBy('first_used_at', 'desc')
    .executeTakeFirst()
}
