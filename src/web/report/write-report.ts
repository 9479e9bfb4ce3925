import { inventParticipants } from '../../study/analysis/invent/invent.ts'
import type { DecidedSets } from '../../study/analysis/plan/decided-sets.ts'
import { reportHtml, type ReportFrame } from '../../study/analysis/render/html-report.ts'
import { type ReportedVersion, reportOf } from '../../study/analysis/report-of.ts'
import type { Language } from '../../words/language/language.ts'
import type { ShippedReport } from '../shell/app.ts'
import { sentFacts } from './sent-facts.ts'

/** A report that is asked for: of a posted file of facts, of a study’s own, or of the participants that are invented by a recipe. */
export interface ReportAsked extends Pick<ShippedReport, 'plan'>, ReportFrame {
  readonly language: Language
  readonly version: ReportedVersion
  readonly beside?: ReportedVersion
  readonly decided?: DecidedSets
  readonly from:
    | { readonly file: Uint8Array | undefined }
    | { readonly own: Uint8Array }
    | { readonly recipe: NonNullable<ShippedReport['recipe']> }
  /** As of this moment, ISO in UTC; without it, of the last that the facts name. */
  readonly at?: string
}

/** The page of a report, or everything that is wrong with the file. */
export type ReportWritten = { readonly text: string } | { readonly problems: readonly string[] }

/** So many facts of a study are read at most. */
const mostOwnFacts = 1_000_000

/** Reads the facts and writes the report. It may take seconds: a server asks for it in a thread. */
export async function writeReport(asked: ReportAsked): Promise<ReportWritten> {
  const { language, version, beside, plan, decided, from, at } = asked
  const read =
    'recipe' in from
      ? { participants: inventParticipants(from.recipe, version) }
      : 'own' in from
        ? await sentFacts(from.own, version.protocol, language, mostOwnFacts)
        : await sentFacts(from.file, version.protocol, language)
  if ('problems' in read) return read
  const report = reportOf({
    version,
    ...(beside && { beside }),
    ...(plan && { plan }),
    ...(at !== undefined && { at }),
    ...(decided && { decided }),
    ...read,
  })
  return { text: await reportHtml(report, language, asked) }
}
