import { inventParticipants } from '../../../study/analysis/invent/invent.ts'
import { reportHtml } from '../../../study/analysis/render/html-report.ts'
import { reportOf } from '../../../study/analysis/report-of.ts'
import type { StudyVersion } from '../../../study/protocol/versions.ts'
import type { Language } from '../../../words/language/language.ts'
import type { ShippedReport } from '../../shell/app.ts'
import { sentFacts } from './sent-facts.ts'

/** A report that is asked for: of a posted file of facts, or of the participants that are invented by a recipe. */
export interface ReportAsked extends Pick<ShippedReport, 'plan'> {
  readonly language: Language
  readonly version: StudyVersion
  readonly beside?: StudyVersion
  readonly from:
    | { readonly file: Uint8Array | undefined }
    | { readonly recipe: NonNullable<ShippedReport['recipe']> }
}

/** The page of a report, or everything that is wrong with the file. */
export type ReportWritten = { readonly text: string } | { readonly problems: readonly string[] }

/** Reads the facts and writes the report. It may take seconds: a server asks for it in a thread. */
export async function writeReport(asked: ReportAsked): Promise<ReportWritten> {
  const { language, version, beside, plan, from } = asked
  const read =
    'recipe' in from
      ? { participants: inventParticipants(from.recipe, version) }
      : await sentFacts(from.file, version.protocol, language)
  if ('problems' in read) return read
  const report = reportOf({
    version,
    ...(beside && { beside }),
    ...(plan && { plan }),
    ...read,
  })
  return { text: await reportHtml(report, language) }
}
