import { createHmac, hkdfSync } from 'node:crypto'
import { type KeySet, readKeyFile } from './key-file.ts'
import { decryptUnproven, seal, unseal } from './seal.ts'
import { RecordsRefused } from './faults.ts'

/** What protects contact data: made from secrets that are never in the database. */
export interface Keys {
  /** The version that new keys are wrapped with. */
  readonly current: number
  /** The versions that can be read now, newest first. */
  readonly versions: readonly number[]
  /** Keyed hash of an address: the only way to find a person by it. */
  lookupOf(normalisedAddress: string): string
  /** Keyed hash of a domain, so that mail can be paced without telling where it goes. */
  domainKeyOf(domain: string): string
  /** Keyed hash of what is only counted: a mailbox, or what was asked for it. */
  countKeyOf(text: string): string
  /** Seals what was asked until it is dealt with, when it belongs to no person yet; a rotation leaves it as it is. */
  readonly askKey: Uint8Array
  /** Seals to which arm each place of a list of allocation leads; a rotation leaves it as it is. */
  readonly allocationKey: Uint8Array
  /** Seals what programs asked to be told of, which belongs to no person; a rotation leaves it as it is. */
  readonly watchKey: Uint8Array
  /** Wraps a person's own key. Where the database already demands a newer version, that one is used. */
  wrap(personId: string, key: Uint8Array, least?: number): WrappedKey
  unwrap(personId: string, version: number, wrapped: Uint8Array): Uint8Array
  /**
   * Unwraps the keys of many people in a small part of the time, for reading what is sealed with them: only what opens with
   * a key proves it. Throws for a version that is not there, and for a key that is cut short.
   */
  unwrapUnproven(some: readonly WrappedKey[]): readonly Uint8Array[]
  /** First 16 bytes of HMAC-SHA256 over purpose and text under the link key. */
  sign(purpose: string, text: string): Uint8Array
  /** Tells these keys from others, for one instance. */
  checkOf(instanceId: string): Uint8Array
  /** Proof, for what is kept outside the database, that it was written with these keys. */
  anchorOf(text: string): string
  /** Reads the key file again, as after a rotation. */
  reload(): void
}

/** A person’s key as it is stored, and the version of the key it is wrapped with. */
export interface WrappedKey {
  readonly version: number
  readonly wrapped: Uint8Array
}

/**
 * Keys from a set of secrets; `again` reads the set anew when a version is met that it does not have.
 * Their functions throw for a version that is not there.
 */
export function keysOf(first: KeySet, again: () => KeySet | undefined = () => undefined): Keys {
  let set = first
  const derived = deriveFrom(first.root)
  const reload = (): void => {
    set = again() ?? set
  }
  const keyOf = (version: number): Uint8Array => {
    if (!set.keys.has(version)) reload()
    const key = set.keys.get(version)
    if (key) return key
    throw new RecordsRefused(
      `Key version ${version} is needed and is not there: put it back into KEYS or the key file.`,
    )
  }
  return {
    ...derived,
    get current() {
      return set.current
    },
    get versions() {
      return [...set.keys.keys()].toSorted((a, b) => b - a)
    },
    wrap: (personId, key, least = 0) => {
      if (set.current < least) reload()
      const version = Math.max(set.current, least)
      return { version, wrapped: seal(keyOf(version), placeOf(personId), key) }
    },
    unwrap: (personId, version, wrapped) => unseal(keyOf(version), placeOf(personId), wrapped),
    unwrapUnproven: (some) => {
      const keys: Uint8Array[] = []
      for (const [version, places] of Map.groupBy(some.keys(), (at) => some[at]?.version ?? 0)) {
        const wrapped = places.map((at) => (some[at] as WrappedKey).wrapped)
        for (const [index, key] of decryptUnproven(keyOf(version), wrapped).entries())
          keys[places[index] as number] = key
      }
      return keys
    },
    reload,
  }
}

/** The keys of an installation: from the environment if they are there, else from the key file. */
export function openKeys(dataDir: string, fromEnvironment: string | undefined): Keys | undefined {
  if (fromEnvironment !== undefined) return keysOf(readKeySetting(fromEnvironment))
  const set = readKeyFile(dataDir)
  return set && keysOf(set, () => readKeyFile(dataDir))
}

/** `root:<base64>,2:<base64>,1:<base64>`, newest first; every secret is 32 bytes. Throws `RecordsRefused` for anything else. */
export function readKeySetting(text: string): KeySet {
  const parts = text.split(',').map((part) => part.trim().split(':'))
  const secrets = new Map<string, Uint8Array>()
  for (const [name = '', secret = ''] of parts) {
    const bytes = Buffer.from(secret, 'base64')
    if (!/^(?:root|[1-9]\d{0,8})$/.test(name) || bytes.length !== 32 || secrets.has(name))
      throw new RecordsRefused(keySettingForm)
    secrets.set(name, new Uint8Array(bytes))
  }
  const root = secrets.get('root')
  secrets.delete('root')
  const keys = new Map([...secrets].map(([name, bytes]) => [Number(name), bytes]))
  if (!root || keys.size === 0) throw new RecordsRefused(keySettingForm)
  return { root, keys, current: Math.max(...keys.keys()) }
}

const keySettingForm =
  'KEYS must be root:<base64>,1:<base64> with 32 random bytes each (openssl rand -base64 32), newer versions as 2:, 3: …'

type Derived = Pick<
  Keys,
  | 'lookupOf'
  | 'domainKeyOf'
  | 'countKeyOf'
  | 'askKey'
  | 'allocationKey'
  | 'watchKey'
  | 'sign'
  | 'checkOf'
  | 'anchorOf'
>

/** Everything that must stay the same through a rotation comes from the root. */
function deriveFrom(root: Uint8Array): Derived {
  const keyFor = (purpose: string): Uint8Array =>
    new Uint8Array(hkdfSync('sha256', root, '', `trialway ${purpose}`, 32))
  const [lookup, domain, count, link, check, anchor] = [
    'lookup',
    'domain',
    'count',
    'link',
    'check',
    'anchor',
  ].map(keyFor)
  const hmac = (key: Uint8Array = root, text: string): Buffer =>
    createHmac('sha256', key).update(text).digest()
  return {
    lookupOf: (address) => hmac(lookup, address).toString('base64url'),
    domainKeyOf: (name) => hmac(domain, name).toString('base64url'),
    countKeyOf: (text) => hmac(count, text).toString('base64url'),
    askKey: keyFor('ask'),
    allocationKey: keyFor('allocation'),
    watchKey: keyFor('watch'),
    sign: (purpose, text) => new Uint8Array(hmac(link, `${purpose}\0${text}`).subarray(0, 16)),
    checkOf: (instanceId) => new Uint8Array(hmac(check, instanceId)),
    anchorOf: (text) => hmac(anchor, text).toString('base64url'),
  }
}

function placeOf(personId: string): string {
  return `person.key/${personId}`
}
