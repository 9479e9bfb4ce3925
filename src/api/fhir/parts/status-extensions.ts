import type { Study } from '../../../finder/registry/study.ts'
import { extensionUrl } from './extensions.ts'
import type { SharedExtension } from './shapes.ts'
import { codeWord, fhirDate } from './texts.ts'

/** What the record says of status and dates that FHIR has no place for; `end` is an end before the start. */
export function statusExtensions(
  { protocolSection }: Study,
  base: string,
  end: string | undefined,
): SharedExtension[] {
  const status = protocolSection.statusModule
  const [overall, lastKnown] = [codeWord(status?.overallStatus), codeWord(status?.lastKnownStatus)]
  const verified = fhirDate(status?.statusVerifiedDate)
  const primary = fhirDate(status?.primaryCompletionDateStruct?.date)
  const all: (SharedExtension | false)[] = [
    overall !== undefined && { url: extensionUrl(base, 'overall-status'), valueCode: overall },
    lastKnown !== undefined && {
      url: extensionUrl(base, 'last-known-status'),
      valueCode: lastKnown,
    },
    verified !== undefined && {
      url: extensionUrl(base, 'status-verified'),
      valueDateTime: verified,
    },
    primary !== undefined && {
      url: extensionUrl(base, 'primary-completion-date'),
      valueDateTime: primary,
    },
    end !== undefined && { url: extensionUrl(base, 'completion-date'), valueDateTime: end },
  ]
  return all.filter((one) => one !== false)
}
