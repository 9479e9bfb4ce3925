import type { Keys } from '../records/model/keys.ts'
import type { Reader, Tx } from '../records/model/records.ts'
import { openValue, sealValue } from '../records/model/sealed-rows.ts'
import type { Person } from '../records/persons.ts'
import type { AuditEvent } from './event.ts'

/** What a line may say in the open: a number, a yes or no, or a code without a space, such as `not-eligible` or a date. */
export type AuditCode = string | number | boolean | null

/** One code, a list of them, or some by their names. */
export type AuditValue = AuditCode | readonly AuditCode[] | Readonly<Record<string, AuditCode>>

/** What a line says of what was done. All of it is codes; what a person wrote or is called is `sealed`. */
export interface AuditDetails {
  /** Who did it: `account/<id>`. */
  readonly by?: string
  /** As what they did it: the role that let them. */
  readonly role?: string
  readonly before?: AuditValue
  readonly after?: AuditValue
  /** The code of a reason. */
  readonly why?: string
  /** What else is to be told, each by its name. */
  readonly [name: string]: AuditValue | undefined
}

/** Texts that only who has a person's key can read: when the person is erased, nobody can, and the trail stays whole. */
export interface AuditSecrets {
  readonly person: Pick<Person, 'id' | 'key'>
  readonly values: Readonly<Record<string, string>>
}

/** The details of a line as its row has them. Throws where one is no code: a text of a person must be sealed. */
export function detailsText(
  seq: number,
  details: AuditDetails = {},
  secrets?: AuditSecrets,
): string {
  for (const [name, value] of Object.entries(details)) assertCodes(name, value)
  if (!secrets) return JSON.stringify(details)
  const { person, values } = secrets
  // How long a name is tells something, too.
  const sealed = sealValue(person.key, placeOf(seq), values, blockBytes)
  const text = Buffer.from(sealed).toString('base64url')
  return JSON.stringify({ ...details, sealed: { person: person.id, text } })
}

/**
 * The texts of some lines by their numbers; `erased` where their person is gone. Who a participant is opens for those alone who may
 * read identities. Throws where they were tampered with.
 */
export async function secretsOf(
  db: Reader | Tx,
  keys: Keys,
  lines: readonly Pick<AuditEvent, 'seq' | 'details'>[],
  { mayIdentify = false }: { readonly mayIdentify?: boolean } = {},
): Promise<ReadonlyMap<number, Readonly<Record<string, string>> | 'erased'>> {
  const sealed = lines.flatMap((line) => {
    const { sealed: one, codes } = readDetails(line)
    return one && (mayIdentify || codes['identity'] !== true) ? [{ ...one, seq: line.seq }] : []
  })
  if (sealed.length === 0) return new Map()
  const keyOf = await keysOf(db, keys, [...new Set(sealed.map(({ person }) => person))])
  return new Map(
    sealed.map(({ seq, person, text }) => {
      const key = keyOf.get(person)
      return [seq, key ? openText(key, seq, text) : 'erased']
    }),
  )
}

/** The keys of people, and of participants of studies, who have keys of their own. */
async function keysOf(
  db: Reader | Tx,
  keys: Keys,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const owned = await Promise.all(
    (['person', 'participant'] as const).map((table) =>
      db
        .selectFrom(table)
        .select(['id', 'key_version', 'wrapped_key'])
        .where('id', 'in', ids)
        .execute(),
    ),
  )
  return new Map(
    owned
      .flat()
      .map(({ id, key_version, wrapped_key }) => [id, keys.unwrap(id, key_version, wrapped_key)]),
  )
}

function openText(key: Uint8Array, seq: number, text: string): Record<string, string> {
  return openValue(key, placeOf(seq), Buffer.from(text, 'base64url')) as Record<string, string>
}

/** The details of a line, with what is sealed still sealed. */
export function readDetails({ details }: Pick<AuditEvent, 'details'>): AuditDetailsRead {
  const { sealed, ...codes } = JSON.parse(details) as AuditDetails & {
    readonly sealed?: SealedText
  }
  return { codes, ...(sealed && { sealed }) }
}

interface AuditDetailsRead {
  readonly codes: AuditDetails
  readonly sealed?: SealedText
}

interface SealedText {
  readonly person: string
  readonly text: string
}

function assertCodes(name: string, value: AuditDetails[string]): void {
  const values = typeof value === 'object' && value !== null ? Object.values(value) : [value]
  for (const each of values)
    if (typeof each === 'string' && !code.test(each))
      throw new Error(`the detail ${name} of an audit line is no code: texts are sealed`)
}

/** No space and no at sign: neither a sentence nor an address. A rule is named with its version, as `alert-events@1`. */
const code = /^(?:[\w.:/+=-]{0,200}|[\w-]{1,60}@\d{1,4})$/

const blockBytes = 128

function placeOf(seq: number): string {
  return `audit_event.details/${seq}`
}
