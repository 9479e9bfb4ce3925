import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Catalogue } from '../finder/catalogue/model/catalogue.ts'
import { bigTowns } from './big-towns.ts'
import { importStudies } from '../finder/catalogue/import/import-studies.ts'
import { openCatalogue } from '../finder/catalogue/open-catalogue.ts'
import type { Study } from '../finder/registry/study.ts'
import { openVocabulary } from '../finder/vocabulary/vocabulary.ts'
import { type Letter, placeOfLetter, unpackLetter } from '../people/mail/outbox/letter.ts'
import { type MailAddress, readMailAddress } from '../people/records/address.ts'
import { personOf } from '../people/records/persons.ts'
import type { Records } from '../people/records/model/records.ts'
import { unseal } from '../people/records/model/seal.ts'
import { answerAsks } from '../people/asks/asks.ts'
import { askTakers } from '../app/ask-takers.ts'
import {
  type Confirmed,
  type RequestByLink,
  confirmRequest,
  readRequestByLink,
} from '../people/alerts/confirm.ts'
import type { PeopleBase } from '../people/asks/people-base.ts'
import type { Vocabulary } from '../finder/vocabulary/concept.ts'

/** The person's side of the alerts, over records of a test. */
export function peopleBase(records: Records): PeopleBase {
  return {
    records,
    baseUrl: 'https://trialway.example',
    newId: randomUUID,
    newSecret: () => new Uint8Array(randomBytes(32)),
  }
}

export function address(text: string): MailAddress {
  const read = readMailAddress(text)
  if (!read) throw new Error(`${text} is no address`)
  return read
}

/** Deals with what was asked through the door, as the server does a moment later. */
export function answered(records: Records): Promise<number> {
  return answerAsks(peopleBase(records), askTakers, new Date(0))
}

/** A mail of the outbox, opened. */
export interface OpenedMail {
  readonly to: string
  readonly stream: string
  readonly state: string
  readonly messageId: string
  /** When it was made. */
  readonly at: string
  readonly letter: Letter | undefined
}

/** Every mail of the outbox, in the order in which they were made. */
export async function openedMails({ db, keys }: Records): Promise<OpenedMail[]> {
  const rows = await db.selectFrom('mail').selectAll().orderBy('created_at').execute()
  const people = await db.selectFrom('person').selectAll().execute()
  const owners = new Map(people.map((row) => [row.id, personOf(row, keys)]))
  return rows.map((row) => {
    const owner = owners.get(row.person_id)
    if (!owner) throw new Error('a mail without a person')
    const letter =
      row.letter_sealed && unpackLetter(unseal(owner.key, placeOfLetter(row.id), row.letter_sealed))
    return {
      to: owner.address(),
      stream: row.stream,
      state: row.state,
      messageId: row.message_id,
      at: row.created_at,
      letter: letter ?? undefined,
    }
  })
}

/** The same, with what was just asked dealt with. */
export async function outbox(records: Records): Promise<OpenedMail[]> {
  await answered(records)
  return openedMails(records)
}

/** What waits in the outbox has left at a moment. */
export async function delivered(records: Records, now: Date): Promise<void> {
  const at = now.toISOString()
  await records.write((tx) =>
    tx
      .updateTable('mail')
      .set({ state: 'sent', outcome: 'accepted', due_at: at, settled_at: at })
      .where('state', '=', 'queued')
      .execute(),
  )
}

/** Of each mail to an address, what the first group of a pattern matches in its text, in the order in which they were made. */
export async function linksIn(records: Records, to: string, link: RegExp): Promise<string[]> {
  const mails = (await outbox(records)).filter((mail) => mail.to === to)
  return mails.flatMap(({ letter }) => link.exec(letter?.text ?? '')?.[1] ?? [])
}

/** The link in the last confirmation to an address. */
export async function confirmLinkOf(records: Records, to: string): Promise<string> {
  const last = (await linksIn(records, to, /\/alerts\/confirm\/([\w-]+)/)).at(-1)
  if (last === undefined) throw new Error(`no link was mailed to ${to}`)
  return last
}

/** Ids of what a confirming link shows. */
export async function shownBy(records: Records, link: string, now: Date): Promise<string[]> {
  const request = await readRequestByLink(records, link, now)
  return request.kind === 'open' ? request.alerts.map(({ id }) => id) : []
}

/** Presses the button of the confirming page: for all that it shows, or for some. */
export async function pressConfirm(
  records: Records,
  link: string,
  now: Date,
  some?: readonly string[],
): Promise<Confirmed | RequestByLink> {
  const shown = await shownBy(records, link, now)
  return confirmRequest(records, link, { shown, chosen: some ?? shown, namesTopic: false }, now)
}

/** A catalogue of its own that a test imports into, step by step. */
export interface TestCatalogue {
  readonly vocabulary: Vocabulary
  /** Imports studies as they are at an instant. */
  readonly put: (studies: readonly Study[], at: string, more?: Filling) => Promise<void>
  /** The same, and opens the result. */
  readonly take: (studies: readonly Study[], at: string, more?: Filling) => Promise<Catalogue>
}

interface Filling {
  readonly filling: boolean
}

/** Gone after the test. */
export async function testCatalogue(t: TestContext): Promise<TestCatalogue> {
  const catalogue = await openTestCatalogue()
  t.after(() => catalogue.close())
  return catalogue
}

/** For several tests: who opens it closes it. */
export async function openTestCatalogue(): Promise<TestCatalogue & { close(): Promise<void> }> {
  const vocabulary = openVocabulary()
  let folder: string | undefined
  let open: Catalogue | undefined
  const put: TestCatalogue['put'] = async (studies, at, more) => {
    await open?.close()
    open = undefined
    folder = await importedInto(folder, { studies, at, ...more })
  }
  return {
    vocabulary,
    put,
    take: async (...given) => {
      await put(...given)
      open = await openCatalogue(folder ?? '', {
        processes: 1,
        timeoutMs: 20_000,
        start: 'cold',
        vocabulary,
      })
      return open
    },
    close: async () => {
      await open?.close()
    },
  }
}

interface ImportStep extends Partial<Filling> {
  readonly studies: readonly Study[]
  readonly at: string
}

/** What the tests of this process imported, by what that was and into what: the same is imported once, and only read. */
const imported = new Map<string, Promise<string>>()

function importedInto(before: string | undefined, step: ImportStep): Promise<string> {
  const key = JSON.stringify([before, step])
  const known = imported.get(key) ?? importAfter(before, step)
  imported.set(key, known)
  return known
}

async function importAfter(
  before: string | undefined,
  { studies, at, ...filling }: ImportStep,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'trialway-alerts-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  if (before !== undefined) cpSync(before, folder, { recursive: true })
  await importStudies({
    folder,
    placesFile: await bigTowns(),
    vocabulary: openVocabulary(),
    sources: [{ name: 'test', records: () => recordsOf(studies) }],
    now: () => Temporal.Instant.from(at),
    workers: 1,
    ...filling,
  })
  return folder
}

async function* recordsOf(studies: readonly Study[]) {
  for (const study of studies) {
    const bytes = new TextEncoder().encode(JSON.stringify(study))
    yield { place: 'test', format: 'json' as const, bytes }
  }
}

export interface ExampleStudy {
  readonly nctId: string
  readonly title?: string
  readonly condition?: string
  readonly mesh?: string
  readonly status?: string
  readonly updated?: string
  readonly posted?: string
  readonly minimumAge?: string
  readonly maximumAge?: string
  readonly sex?: string
  readonly criteria?: string
  readonly sites?: readonly {
    readonly city: string
    readonly lat: number
    readonly lon: number
    readonly status?: string
  }[]
}

/** A small record in the registry's shape. */
export function exampleStudy(given: ExampleStudy): Study {
  const condition = given.condition ?? 'Kawasaki Disease'
  return {
    protocolSection: {
      identificationModule: {
        nctId: given.nctId,
        briefTitle: given.title ?? `Anakinra in ${condition}`,
      },
      statusModule: {
        overallStatus: given.status ?? 'RECRUITING',
        statusVerifiedDate: '2026-10',
        studyFirstPostDateStruct: { date: given.posted ?? '2024-05-01', type: 'ACTUAL' },
        lastUpdatePostDateStruct: { date: given.updated ?? '2026-11-01', type: 'ACTUAL' },
      },
      conditionsModule: { conditions: [condition] },
      eligibilityModule: {
        ...(given.criteria && { eligibilityCriteria: given.criteria }),
        ...(given.minimumAge && { minimumAge: given.minimumAge }),
        ...(given.maximumAge && { maximumAge: given.maximumAge }),
        sex: given.sex ?? 'ALL',
      },
      contactsLocationsModule: {
        locations: (given.sites ?? []).map(({ city, lat, lon, status }) => ({
          facility: `${city} Hospital`,
          city,
          country: 'France',
          geoPoint: { lat, lon },
          ...(status && { status }),
        })),
      },
    },
    derivedSection: {
      conditionBrowseModule: {
        meshes: [{ id: 'D009080', term: given.mesh ?? 'Mucocutaneous Lymph Node Syndrome' }],
      },
    },
    hasResults: false,
  } as Study
}

export const paris = { city: 'Paris', lat: 48.85, lon: 2.35 }
export const lyon = { city: 'Lyon', lat: 45.76, lon: 4.84 }
