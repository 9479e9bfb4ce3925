import { peopleBaseOf } from '../app/people-base.ts'
import { isStudyId } from '../finder/registry/study-id.ts'
import {
  closeAccount,
  type Ended,
  endRole,
  giveRole,
  makeAccount,
} from '../people/accounts/accounts.ts'
import { listAccounts, type ListedAccount } from '../people/accounts/list.ts'
import { studyRoles, houseRoles, isSoundRole, type Role } from '../people/accounts/model/actor.ts'
import { readName } from '../people/accounts/own-account.ts'
import { signInUrl } from '../people/accounts/sign-in.ts'
import type { PeopleBase } from '../people/asks/people-base.ts'
import type { MailAddress } from '../people/records/address.ts'
import type { Records } from '../people/records/model/records.ts'
import { findPerson, personById } from '../people/records/persons.ts'
import { terminalWords } from '../words/terminal.ts'
import { neededAddress, withExistingRecords } from './existing-records.ts'
import { Failure, WrongUsage } from './outcome.ts'
import type { CommonOptions, Terminal } from './terminal.ts'
import { refusedAsFailure, withRecords } from './with-records.ts'

/** A role as it is told at the terminal. */
export interface RoleOptions extends CommonOptions {
  readonly role?: string
  readonly study?: string
  readonly site?: string
}

/** What `trialway account add` may be told. */
export interface AccountAddOptions extends RoleOptions {
  readonly name: string
  readonly language: 'en' | 'fr'
}

/** What `trialway account list` may be told. */
export interface AccountListOptions extends CommonOptions {
  readonly json?: boolean
}

const words = terminalWords.account

/** Makes an account, and the records where there are none yet. Throws `WrongUsage` for what is no address, name or role. */
export async function accountAddCommand(
  terminal: Terminal,
  given: string,
  options: AccountAddOptions,
): Promise<void> {
  const address = await neededAddress(terminal, given)
  const name = readName(options.name)
  if (name === undefined) throw new WrongUsage(words.noName)
  const role = options.role === undefined ? undefined : neededRole(options)
  const asked = { address, name, language: options.language }
  const by = { by: 'operator', now: terminal.now() } as const
  const config = terminal.config()
  const isNew = await refusedAsFailure(() =>
    withRecords(config, (records) =>
      records.write(async (tx) => {
        const base = peopleBaseOf(config, records)
        const made = await makeAccount(tx, base, asked, by)
        if (role) await giveRole(tx, base, { accountId: made.accountId, ...role }, by)
        return made.isNew
      }),
    ),
  )
  say(terminal, options, isNew ? words.made : words.known)
}

/** Prints every account with its roles. Throws `Failure` where there are no records. */
export async function accountListCommand(
  terminal: Terminal,
  options: AccountListOptions,
): Promise<void> {
  const accounts = await withExistingRecords(terminal.config(), listAccounts)
  if (options.json) terminal.stdout.write(`${JSON.stringify(accounts, null, 2)}\n`)
  else for (const account of accounts) terminal.stdout.write(inWords(account))
}

/** Gives a role. Throws `WrongUsage` for one that nobody can hold, and `Failure` where there is no such account. */
export async function accountRoleCommand(
  terminal: Terminal,
  given: string,
  options: RoleOptions,
): Promise<void> {
  const role = neededRole(options)
  const by = { by: 'operator', now: terminal.now() } as const
  const done = await withAccount(terminal, given, ({ accountId }, base) =>
    base.records.write((tx) => giveRole(tx, base, { accountId, ...role }, by)),
  )
  say(terminal, options, done === 'given' ? words.given : words.held)
}

/** Ends a role. Throws as `accountRoleCommand` does, and `Failure` for the last operator's. */
export async function accountEndCommand(
  terminal: Terminal,
  given: string,
  options: RoleOptions,
): Promise<void> {
  const { role, study, site } = neededRole(options)
  const by = { by: 'operator', now: terminal.now() } as const
  const done = await withAccount(terminal, given, async ({ roles }, { records }) => {
    const held = roles.find((one) => one.role === role && one.study === study && one.site === site)
    if (!held) throw new Failure(words.notHeld)
    return records.write((tx) => endRole(tx, held.id, by))
  })
  sayEnded(terminal, options, done, words.ended)
}

/** Closes an account. Throws `Failure` where there is none, and for the last operator's. */
export async function accountCloseCommand(
  terminal: Terminal,
  given: string,
  options: CommonOptions,
): Promise<void> {
  const by = { by: 'operator', now: terminal.now() } as const
  const done = await withAccount(terminal, given, ({ accountId }, { records }) =>
    records.write((tx) => closeAccount(tx, accountId, by)),
  )
  sayEnded(terminal, options, done, words.closed)
}

/** Prints a link that signs in. Throws `Failure` where there is no such account. */
export async function accountLinkCommand(terminal: Terminal, given: string): Promise<void> {
  const url = await withAccount(terminal, given, ({ personId }, base) =>
    base.records.write(async (tx) => {
      const person = await personById(tx, base.records.keys, personId)
      if (!person) throw new Failure(words.none)
      return signInUrl(tx, base, { person }, terminal.now())
    }),
  )
  terminal.stdout.write(`${url}\n`)
}

async function withAccount<T>(
  terminal: Terminal,
  given: string,
  work: (account: ListedAccount, base: PeopleBase) => Promise<T>,
): Promise<T> {
  const address = await neededAddress(terminal, given)
  const config = terminal.config()
  return withExistingRecords(config, async (records) => {
    const account = await openAccountAt(records, address)
    if (!account) throw new Failure(words.none)
    return work(account, peopleBaseOf(config, records))
  })
}

async function openAccountAt(
  records: Records,
  address: MailAddress,
): Promise<ListedAccount | undefined> {
  const person = await findPerson(records.db, records.keys, address)
  const accounts = person ? await listAccounts(records) : []
  return accounts.find((one) => one.closedAt === null && one.personId === person?.id)
}

function neededRole({ role: name, study, site }: RoleOptions): Role {
  const role = [...new Set([...studyRoles, ...houseRoles])].find((one) => one === name)
  if (!role) throw new WrongUsage(words.noRole)
  if (study !== undefined && !isStudyId(study)) throw new WrongUsage(words.noStudy)
  if (site !== undefined && !/^[\da-f]{10}$/.test(site)) throw new WrongUsage(words.noSite)
  const told = { role, study: study ?? null, site: site ?? null }
  if (!isSoundRole(told)) throw new WrongUsage(words.unsound(role, study !== undefined))
  return told
}

function inWords({ name, address, closedAt, roles }: ListedAccount): string {
  const told = roles.map(({ role, study, site }) => [role, study, site].filter(Boolean).join(' '))
  const state = closedAt === null ? told.join(', ') || words.noRoles : words.isClosed(closedAt)
  return `${address}  ${name}  ${state}\n`
}

function sayEnded(terminal: Terminal, options: CommonOptions, done: Ended, text: string): void {
  if (done === 'last-operator') throw new Failure(words.lastOperator)
  say(terminal, options, done === 'ended' ? text : words.notHeld)
}

function say(terminal: Terminal, { quiet }: CommonOptions, text: string): void {
  if (!quiet) terminal.stdout.write(`${text}\n`)
}
