import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AnalysisPlan } from '../study/analysis/plan/plan.ts'
import { type DecidedSets, readDecidedSets } from '../study/analysis/plan/decided-sets.ts'
import { defaultPlan } from '../study/analysis/plan/default-plan.ts'
import { readPlan } from '../study/analysis/plan/read-plan.ts'
import { type ReportedVersion, reportOf } from '../study/analysis/report-of.ts'
import { twoPeople } from '../study/analysis/participants/two-people.ts'
import type { Protocol } from '../study/protocol/document/protocol.ts'
import type { ShapeFault } from '../study/protocol/read/read-protocol.ts'
import type { Fact } from '../study/protocol/facts/fact.ts'
import { reportWords } from '../words/report.ts'
import { printable } from './columns.ts'
import { Failure, WrongUsage } from './outcome.ts'
import { momentAsked } from './protocol-explain.ts'
import {
  type ProtocolOptions,
  protocolFiles,
  readDocument,
  readVersion,
  shapeFaultsIn,
} from './protocol-files.ts'
import { reportFiles } from './report-files.ts'
import { studyFacts } from './study-facts.ts'
import type { Terminal } from './terminal.ts'

/** What `trialway report` may be told. */
export interface ReportOptions extends ProtocolOptions {
  readonly format: 'html' | 'csv' | 'json' | 'svg'
  readonly out?: string
  /** One table or figure alone. */
  readonly only?: string
  /** Another version, to stand beside. */
  readonly beside?: string
  readonly plan?: string
  /** A file that says who is in which set, as it was decided. */
  readonly sets?: string
  readonly at?: string
  readonly zone?: string
}

/**
 * Makes the report of a study by one version, and prints it or writes it into a folder. Where a file has a fault nothing is
 * written. Throws `WrongUsage` for what cannot be asked for, and `Failure` with everything that is wrong with a file.
 */
export async function reportCommand(
  terminal: Terminal,
  protocolName: string,
  factsFile: string,
  options: ReportOptions,
): Promise<void> {
  const version = await namedVersion(protocolName, options)
  const beside =
    options.beside === undefined ? undefined : await namedVersion(options.beside, options)
  if (beside) checkBeside(version.protocol, beside.protocol)
  const plan = await planFor(version.protocol, options)
  const decided =
    options.sets === undefined ? undefined : await setsIn(options.sets, version.protocol, options)
  const at = options.at === undefined ? undefined : momentAsked(terminal, options)
  const { participants, sha256 } = await studyFacts(terminal, factsFile, options)
  checkPeople(version.protocol, participants, options)
  const report = reportOf({
    version,
    ...(beside && { beside }),
    plan,
    ...(decided && { decided }),
    participants,
    ...(at !== undefined && { at }),
    sha256,
  })
  await reportFiles(terminal, report, options)
}

/** One version and the hash of its file. */
async function namedVersion(name: string, options: ReportOptions): Promise<ReportedVersion> {
  const protocol = await readVersion(name, options)
  const [file = name] = await protocolFiles(name)
  return { protocol, sha256: hash('sha256', await readFile(file)) }
}

/** Throws `WrongUsage` where two versions are none of one study, or are one. */
function checkBeside(one: Protocol, other: Protocol): void {
  if (one.study !== other.study)
    throw new WrongUsage(printable(`--beside: ${other.study} is another study than ${one.study}.`))
  if (one.version === other.version)
    throw new WrongUsage(printable(`--beside: both are the version ${one.version}.`))
}

const plans = join(import.meta.dirname, '../../data/reports')

/** The plan that is asked for; else the one that comes with Trialway for this study; else none of anybody. */
async function planFor(protocol: Protocol, options: ReportOptions): Promise<AnalysisPlan> {
  if (options.plan === 'none') return defaultPlan(protocol)
  if (options.plan !== undefined) return planIn(options.plan, protocol, options)
  const shipped = join(plans, `${basename(protocol.study)}.plan.json`)
  const isThere = await readFile(shipped).then(
    () => true,
    () => false,
  )
  return isThere ? planIn(shipped, protocol, options) : defaultPlan(protocol)
}

async function planIn(
  file: string,
  { study }: Protocol,
  options: ReportOptions,
): Promise<AnalysisPlan> {
  return ofStudy(await documentIn(file, options, readPlan), file, 'a plan', study)
}

async function setsIn(
  file: string,
  { study }: Protocol,
  options: ReportOptions,
): Promise<DecidedSets> {
  const found = await documentIn(file, options, readDecidedSets)
  return ofStudy(found, file, 'a document of analysis sets', study)
}

/** Throws `Failure` with everything that is wrong with a document. */
async function documentIn<T>(
  file: string,
  { lang }: ReportOptions,
  read: (value: unknown) => { readonly read: T } | { readonly faults: readonly ShapeFault[] },
): Promise<T> {
  const document = await readDocument(file, lang)
  if ('faults' in document) throw new Failure(document.faults.join('\n'))
  const found = read(document.value)
  if ('faults' in found) throw new Failure(shapeFaultsIn(file, found.faults, lang).join('\n'))
  return found.read
}

/** Throws `WrongUsage` where a document is of another study than the protocol. */
function ofStudy<T extends { readonly study: string }>(
  found: T,
  file: string,
  what: string,
  study: string,
): T {
  if (found.study === study) return found
  throw new WrongUsage(
    printable(`${file} is ${what} for ${found.study}, and the protocol is of ${study}.`),
  )
}

/** Throws `Failure` where one id has two dates of birth or two sexes. */
function checkPeople(
  protocol: Protocol,
  participants: ReadonlyMap<string, readonly Fact[]>,
  { lang }: ReportOptions,
): void {
  const found = twoPeople(protocol, participants)
  if (found.length === 0) return
  const words = reportWords(lang).files
  const lines = found
    .slice(0, 20)
    .map(({ participant, item, values, facts }) =>
      words.twoPeople({ participant, item, values, facts }),
    )
  throw new Failure(printable([...lines, words.nothingWritten].join('\n')))
}
