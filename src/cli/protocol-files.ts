import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { OperatorSetting } from '../study/protocol/document/settings.ts'
import type { Protocol } from '../study/protocol/document/protocol.ts'

import {
  type DocumentFault,
  mostDocumentBytes,
  readDocumentBytes,
} from '../study/protocol/read/read-document-bytes.ts'
import {
  type ShapeFault,
  readProtocol,
  readSettings,
} from '../study/protocol/read/read-protocol.ts'
import { settingFaults } from '../study/protocol/setting-faults.ts'
import { versionFaults } from '../study/protocol/read/version-faults.ts'
import type { Language } from '../words/language/language.ts'
import { fileFaultText, shapeFaultText, versionFaultText } from '../words/file-faults.ts'
import { protocolFaultText } from '../words/protocol-faults.ts'
import { protocolFaults } from '../study/protocol/check/check-protocol.ts'
import { wordsOf } from '../words/words.ts'
import { printable } from './columns.ts'
import { Failure, WrongUsage } from './outcome.ts'
import type { CommonOptions } from './terminal.ts'

/** How a command on protocols reads and tells. */
export interface ProtocolOptions extends CommonOptions {
  readonly lang: Language
  readonly json?: boolean
}

/**
 * The files of a protocol: a file, a folder with its versions, or the name of one that comes with Trialway
 * (`NCT02390596`, `NCT02390596.listing`). Throws `WrongUsage` where there is none.
 */
export async function protocolFiles(name: string): Promise<readonly string[]> {
  const found = await stat(name).catch(() => undefined)
  if (found?.isDirectory()) {
    const files = await jsonFilesIn(name, () => true)
    if (files.length > 0) return files
    throw new WrongUsage(`There is no protocol (.json) in the folder ${printable(name)}.`)
  }
  if (found) return [name]
  const shipped = /^[\w.-]+$/.test(name)
    ? await jsonFilesIn(shippedProtocols, (file) => file === name || file.startsWith(`${name}.`))
    : []
  if (shipped.length > 0) return shipped
  throw new WrongUsage(
    `There is no file or folder ${printable(name)}, and no protocol of that name comes with Trialway.`,
  )
}

const shippedProtocols = join(import.meta.dirname, '../../data/protocols')

async function jsonFilesIn(
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  const wanted = names.filter((name) => name.endsWith('.json') && isWanted(basename(name, '.json')))
  return wanted.toSorted().map((name) => join(folder, name))
}

/** A protocol's file, and everything that is wrong with it, each in a line with its place. */
export interface CheckedFile {
  readonly file: string
  /** Only where nothing is wrong. */
  readonly protocol?: Protocol
  readonly faults: readonly string[]
}

/** Reads a protocol's file and looks for every fault. Throws `WrongUsage` where there is no such file. */
export async function checkedFile(file: string, language: Language): Promise<CheckedFile> {
  const document = await readDocument(file, language)
  if ('faults' in document) return { file, faults: document.faults }
  const read = readProtocol(document.value)
  if (!('protocol' in read)) return { file, faults: shapeFaultsIn(file, read.faults, language) }
  const faults = protocolFaults(read.protocol).map((fault) =>
    printable(`${file}: ${protocolFaultText(language, fault)}`),
  )
  return { file, ...(faults.length === 0 && { protocol: read.protocol }), faults }
}

/** The JSON in a file, or every fault of it with its line. Throws `WrongUsage` where there is no such file. */
export async function readDocument(
  file: string,
  language: Language,
): Promise<{ readonly value: unknown } | { readonly faults: readonly string[] }> {
  const read = readDocumentBytes(await bytesOf(file))
  return 'value' in read
    ? read
    : { faults: read.faults.map((fault) => documentFault(file, fault, language)) }
}

function documentFault(file: string, fault: DocumentFault, language: Language): string {
  const place = 'line' in fault ? `, ${wordsOf(language).fileFaults.line(fault.line)}` : ''
  return printable(`${file}${place}: ${fileFaultText(language, fault)}`)
}

/** Where a document is not of its shape, each place in a line. */
export function shapeFaultsIn(
  file: string,
  faults: readonly ShapeFault[],
  language: Language,
): readonly string[] {
  return faults.map((fault) => printable(`${file}: ${shapeFaultText(language, fault)}`))
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    // One byte more than may be is enough to be told so.
    if (size > mostDocumentBytes) return new Uint8Array(mostDocumentBytes + 1)
    return await readFile(file)
  } catch (error) {
    throw cannotRead(file, error)
  }
}

function cannotRead(file: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const text = printable(file)
  if (code === 'ENOENT') return new WrongUsage(`There is no file ${text}.`)
  if (code === 'EISDIR') return new WrongUsage(`${text} is a folder. Give a file.`)
  return new Failure(`${text} cannot be read (${code}).`)
}

/** One version. Throws `Failure` with every fault, and `WrongUsage` where there is none or there are several. */
export async function readVersion(name: string, { lang }: ProtocolOptions): Promise<Protocol> {
  const [file = name, ...others] = await protocolFiles(name)
  if (others.length === 0) return await protocolIn(file, lang)
  const names = [file, ...others].map((one) => basename(one, '.json'))
  throw new WrongUsage(
    printable(
      `${name} has several versions. Give the file or the name of one: ${names.join(', ')}`,
    ),
  )
}

/** All versions of one study. Throws as `readVersion` does, and `Failure` where they are of several studies. */
export async function readVersions(
  name: string,
  { lang }: ProtocolOptions,
): Promise<readonly Protocol[]> {
  const files = await protocolFiles(name)
  const protocols = await Promise.all(files.map((file) => protocolIn(file, lang)))
  const studies = [...new Set(protocols.map(({ study }) => study))]
  if (studies.length > 1)
    throw new Failure(
      printable(`${name} holds protocols of several studies: ${studies.join(', ')}.`),
    )
  const faults = betweenVersions(name, protocols, lang)
  if (faults.length > 0) throw new Failure(faults.join('\n'))
  return protocols
}

/** What is wrong between versions of one study, each in a line. */
export function betweenVersions(
  name: string,
  protocols: readonly Protocol[],
  language: Language,
): readonly string[] {
  return versionFaults(protocols).map((fault) =>
    printable(`${name}: ${versionFaultText(language, fault)}`),
  )
}

/**
 * What an operator has set, from a file, for versions of which one at least leaves it open. Throws `Failure` with every
 * fault, `WrongUsage` where there is no file.
 */
export async function settingsIn(
  file: string,
  versions: readonly Protocol[],
  { lang }: ProtocolOptions,
): Promise<readonly OperatorSetting[]> {
  const document = await readDocument(file, lang)
  if ('faults' in document) throw new Failure(document.faults.join('\n'))
  const read = readSettings(document.value)
  if ('faults' in read) throw new Failure(shapeFaultsIn(file, read.faults, lang).join('\n'))
  const found = versions.map((protocol) => settingFaults(protocol, read.settings))
  const faults = found.at(-1) ?? []
  if (found.some((none) => none.length === 0)) return read.settings
  throw new Failure(
    faults.map((one) => printable(`${file}, ${protocolFaultText(lang, one)}`)).join('\n'),
  )
}

async function protocolIn(file: string, language: Language): Promise<Protocol> {
  const { protocol, faults } = await checkedFile(file, language)
  if (!protocol) throw new Failure(faults.join('\n'))
  return protocol
}
