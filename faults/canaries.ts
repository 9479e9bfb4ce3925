import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { findPostgres } from '../bench/postgres-cluster.ts'

/** Something that must not be found, in every form in which it could lie in a file. */
export interface Canary {
  readonly name: string
  readonly forms: readonly Buffer[]
}

/** Words: as UTF-8, in both orders of UTF-16, in hex, and in base64 and base64url wherever they begin in it. */
export function textCanary(name: string, text: string): Canary {
  const wide = Buffer.from(text, 'utf16le')
  const encoded = [Buffer.from(text), wide].flatMap(encodedForms)
  return { name, forms: [Buffer.from(text), wide, Buffer.from(wide).swap16(), ...encoded] }
}

/** A number with a point: as text, and as eight bytes in both orders. */
export function pointCanary(name: string, value: number): Canary {
  const [big, little] = [Buffer.alloc(8), Buffer.alloc(8)]
  big.writeDoubleBE(value)
  little.writeDoubleLE(value)
  return { name, forms: [...textCanary(name, String(value)).forms, big, little] }
}

/** Bytes, such as a sealed value: as they are, in hex and in base64. */
export function bytesCanary(name: string, bytes: Uint8Array): Canary {
  return { name, forms: [Buffer.from(bytes), ...encodedForms(Buffer.from(bytes))] }
}

function encodedForms(bytes: Buffer): Buffer[] {
  const hex = bytes.toString('hex')
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    // Only the letters that no neighbour has a part in.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
  })
  const forUrls = inBase64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  return [...new Set([hex, hex.toUpperCase(), ...inBase64, ...forUrls])].map((text) =>
    Buffer.from(text),
  )
}

/** The names of the canaries that lie in some bytes, each with where that was. */
export function canariesIn(
  bytes: Buffer,
  canaries: readonly Canary[],
  where: string,
): readonly string[] {
  return canaries
    .filter(({ forms }) => forms.some((form) => bytes.includes(form)))
    .map(({ name }) => `${name} in ${where}`)
}

/** What is public and full of places and studies is not looked through. */
export const publicNames: readonly string[] = ['catalogue', 'places.sqlite']

/** Looks through all private files of a data folder, those of the database and its log too. */
export function canariesInFolder(
  folder: string,
  canaries: readonly Canary[],
  skipped: readonly string[] = publicNames,
): { readonly found: readonly string[]; readonly bytes: number } {
  const found: string[] = []
  let bytes = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (skipped.includes(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const inside = canariesInFolder(path, canaries, skipped)
      found.push(...inside.found)
      bytes += inside.bytes
    } else {
      const content = readFileSync(path)
      found.push(...canariesIn(content, canaries, entry.name))
      bytes += content.length
    }
  }
  return { found, bytes }
}

/** Looks through every live row of a PostgreSQL database, and through a dump of it. */
export async function canariesInPostgres(
  url: string,
  canaries: readonly Canary[],
): Promise<{ readonly found: readonly string[]; readonly bytes: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public'",
  )
  const found: string[] = []
  let bytes = 0
  for (const { name } of rows) {
    const { rows: lines } = await client.query<{ line: string }>(
      `select t::text as line from "${name}" as t`,
    )
    const content = Buffer.from(lines.map(({ line }) => line).join('\n'))
    found.push(...canariesIn(content, canaries, `the table ${name}`))
    bytes += content.length
  }
  await client.end()
  const dump = execFileSync(join(findPostgres() ?? '', 'pg_dump'), ['--dbname', url], {
    maxBuffer: 2 ** 30,
  })
  found.push(...canariesIn(dump, canaries, 'a dump'))
  return { found, bytes: bytes + dump.length }
}
