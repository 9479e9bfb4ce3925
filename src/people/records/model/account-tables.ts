/** The tables of who signs in. */
export interface AccountTables {
  account: AccountTable
  account_role: AccountRoleTable
  passkey: PasskeyTable
  session: SessionTable
  account_link: AccountLinkTable
  passkey_challenge: PasskeyChallengeTable
  institution_attempt: InstitutionAttemptTable
  claim: ClaimTable
}

/** A person who signs in: a member of a site or a study, an operator, an auditor. */
interface AccountTable {
  id: string
  person_id: string
  /** As others at the desk and in the trail read it, sealed with the person's key. */
  name_sealed: Uint8Array
  created_at: string
  /** Nobody signs in to it any more. */
  closed_at: string | null
}

/** What an account may do, and where. Never changed but for its end. */
interface AccountRoleTable {
  id: string
  account_id: string
  role:
    | 'coordinator'
    | 'investigator'
    | 'manager'
    | 'pharmacist'
    | 'monitor'
    | 'statistician'
    | 'operator'
    | 'auditor'
  /** An NCT id; null for all studies, as an operator and an auditor of the installation have it. */
  study: string | null
  /** The id of a site of that study (`siteId`); null for all its sites. */
  site: string | null
  given_at: string
  /** `account/<id>`, `claim/<id>` or `operator` (at the terminal). */
  given_by: string
  ended_at: string | null
  ended_by: string | null
}

/** A passkey of an account (WebAuthn). */
interface PasskeyTable {
  /** The credential's id, base64url. */
  id: string
  account_id: string
  public_key: Uint8Array
  counter: number
  /** JSON: an array of transports. */
  transports: string
  label_sealed: Uint8Array
  created_at: string
  used_at: string | null
}

/** Someone who is signed in; only a hash of the cookie is kept. */
interface SessionTable {
  hash: string
  /** By which its owner ends it from another place. */
  id: string
  account_id: string
  /** `link`, `passkey`, or `oidc`. */
  method: string
  created_at: string
  /** When they last proved who they are. */
  proved_at: string
  seen_at: string
  expires_at: string
  ended_at: string | null
}

/** Links that were mailed to sign in, to take an invitation up, or to prove a claim; only a hash of each is kept. */
interface AccountLinkTable {
  hash: string
  person_id: string
  purpose: string
  /** JSON: what the link is for; no name and no address. */
  details: string
  created_at: string
  expires_at: string
  used_at: string | null
}

/** What a browser is asked to sign, once. */
interface PasskeyChallengeTable {
  hash: string
  account_id: string | null
  purpose: 'register' | 'sign-in'
  expires_at: string
}

/** A visitor who went to their institution to sign in; only a hash of their cookie is kept, and nothing of who they are. */
interface InstitutionAttemptTable {
  hash: string
  /** One of our own paths, to go on to. */
  path: string | null
  language: 'en' | 'fr'
  /** 1 where they are to prove it anew, though the institution knows them. */
  is_again: number
  started_at: string
  expires_at: string
}

/** Someone who says that a listing is theirs. */
interface ClaimTable {
  id: string
  person_id: string
  study: string
  /** Null for the study as a whole. */
  site: string | null
  /** Keyed hash of the address that the registry names. */
  contact_lookup: string
  asked_at: string
  proved_at: string | null
  state: 'asked' | 'waiting' | 'granted' | 'refused' | 'undone'
  /** A code: why it waits for the operator, or was refused or undone. */
  reason: string | null
  decided_at: string | null
  /** `system` or `account/<id>`. */
  decided_by: string | null
}
