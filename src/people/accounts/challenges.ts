import type { PeopleBase } from '../asks/people-base.ts'
import { linkHash } from '../asks/signed-link.ts'
import type { Records } from '../records/model/records.ts'

/** For what a browser is asked to sign something. */
export type ChallengePurpose = 'register' | 'sign-in'

/** An answer to a challenge is taken so long. */
const minutes = 5

/** Draws what a browser is to sign, and keeps a hash of it. To sign in, it is not known yet who answers. */
export async function keepChallenge(
  { records, newSecret }: Pick<PeopleBase, 'records' | 'newSecret'>,
  purpose: ChallengePurpose,
  accountId: string | null,
  now: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(newSecret())
  const row = {
    hash: linkHash(Buffer.from(challenge).toString('base64url')),
    account_id: accountId,
    purpose,
    expires_at: new Date(now.getTime() + minutes * 60_000).toISOString(),
  }
  await records.writeLightly((tx) => tx.insertInto('passkey_challenge').values(row).execute())
  return challenge
}

/** The challenge that a browser signed, used up by this; undefined where it was not drawn here for this, or ran out. */
export async function takeChallenge(
  records: Records,
  asked: {
    readonly purpose: ChallengePurpose
    readonly accountId: string | null
    /** `clientDataJSON` as the browser sent it: base64url. */
    readonly clientData: string
  },
  now: Date,
): Promise<string | undefined> {
  const challenge = challengeIn(asked.clientData)
  if (challenge === undefined) return undefined
  const { numDeletedRows } = await records.write((tx) =>
    tx
      .deleteFrom('passkey_challenge')
      .where('hash', '=', linkHash(challenge))
      .where('purpose', '=', asked.purpose)
      .where('account_id', asked.accountId === null ? 'is' : '=', asked.accountId)
      .where('expires_at', '>', now.toISOString())
      .executeTakeFirst(),
  )
  return numDeletedRows === 1n ? challenge : undefined
}

function challengeIn(clientData: string): string | undefined {
  let read: unknown
  try {
    read = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
  if (typeof read !== 'object' || read === null || !('challenge' in read)) return undefined
  const { challenge } = read
  return typeof challenge === 'string' && /^[\w-]{43}$/.test(challenge) ? challenge : undefined
}
