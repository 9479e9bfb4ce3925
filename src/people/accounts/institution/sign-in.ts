import type { PeopleBase } from '../../asks/people-base.ts'
import { findPerson } from '../../records/persons.ts'
import { addressAtInstitution, type Proven, provenByInstitution } from './ask.ts'
import { type Attempt, keepAttempt, attemptSecrets, takeAttempt, type WayBack } from './attempts.ts'
import type { Unproven } from './faults.ts'
import type { Institution } from '../model/institution.ts'
import { startSession } from '../sessions.ts'
import { openAccountOf } from '../sign-in.ts'

/** A visitor who is sent to their institution. */
export interface SentToInstitution {
  readonly kind: 'sent'
  /** Where they sign in. */
  readonly address: string
  /** What their browser is to bring back. */
  readonly cookie: string
}

/** Sends a visitor to their institution; what they come back with is good in the same browser, once, within ten minutes. */
export async function sendToInstitution(
  base: PeopleBase,
  institution: Institution,
  asked: WayBack & { readonly returnTo: string },
  now: Date,
): Promise<SentToInstitution | Unproven> {
  const cookie = Buffer.from(base.newSecret()).toString('base64url')
  const secrets = attemptSecrets(cookie, institution)
  const at = await addressAtInstitution(institution, { ...asked, secrets })
  if (at.kind === 'unproven') return at
  await keepAttempt(base, cookie, asked, now)
  return { kind: 'sent', address: at.address, cookie }
}

/** Who signed in by their institution just now. */
export interface SignedInByInstitution {
  readonly kind: 'signed-in'
  readonly cookie: string
  readonly way: WayBack
}

/** Who came back and is not signed in. */
export interface NotSignedIn {
  /**
   * `over`: no sign-in was begun in this browser, it was used before, or ran out. `no-account`: the address has no account that is open,
   * or is not verified. `not-fresh`: the institution does not say that they signed in anew.
   */
  readonly kind: 'over' | 'no-account' | 'not-fresh' | Unproven['why']
  /** For the log, where an institution is the reason. */
  readonly code?: string
  readonly way?: WayBack
  /** Where they come from; undefined where that is not known. */
  readonly from?: Institution
}

/**
 * Signs in who came back from one of these institutions, where the address that it verified has an account. None is ever made.
 * Only the institution that they were sent to is believed.
 */
export async function signInByInstitution(
  base: PeopleBase,
  institutions: readonly Institution[],
  came: {
    /** Where they came back to, with what the institution said. */
    readonly returned: URL
    /** What their browser brought. */
    readonly cookie: string | undefined
    /** The session of the same browser until now. */
    readonly before: string | undefined
  },
  now: Date,
): Promise<SignedInByInstitution | NotSignedIn> {
  const { returned, cookie, before } = came
  if (cookie === undefined || !/^[\w-]{43}$/.test(cookie)) return { kind: 'over' }
  const state = returned.searchParams.get('state')
  const from = institutions.find((one) => attemptSecrets(cookie, one).state === state)
  // What another browser began uses nothing up here.
  if (!from) return { kind: 'over' }
  const secrets = attemptSecrets(cookie, from)
  const way = await takeAttempt(base.records, cookie, now)
  if (!way) return { kind: 'over', from }
  const proof = await provenByInstitution(from, { returned, secrets })
  if (proof.kind === 'unproven') return { kind: proof.why, code: proof.code, way, from }
  if (way.isAgain && !isAnew(proof, way)) return { kind: 'not-fresh', way, from }
  const started = await startSessionOf(base, proof, before, now)
  return started
    ? { kind: 'signed-in', cookie: started.cookie, way }
    : { kind: 'no-account', way, from }
}

/** Whether they signed in there after they left here. */
function isAnew({ provedAt }: Proven, { startedAt }: Attempt): boolean {
  return provedAt !== undefined && provedAt.getTime() >= startedAt.getTime() - clocksApartMs
}

/** The account of the verified address, and no other. */
async function startSessionOf(
  { records, ...draw }: PeopleBase,
  { address, provedAt = longAgo }: Proven,
  before: string | undefined,
  now: Date,
): Promise<{ readonly cookie: string } | undefined> {
  if (!address) return undefined
  return records.write(async (tx) => {
    const person = await findPerson(tx, records.keys, address)
    const account = person && (await openAccountOf(tx, person))
    if (!account) return undefined
    const started = {
      accountId: account.id,
      method: 'oidc',
      before,
      // Who was signed in there since the morning is known, but has shown nothing just now.
      provedAt: provedAt < now ? provedAt : now,
    } as const
    return startSession(tx, draw, started, now)
  })
}

/** Of two machines that should show the same time; seconds are all that an institution says. */
const clocksApartMs = 30_000

/** For who signed in there nobody knows when. */
const longAgo = new Date(0)
