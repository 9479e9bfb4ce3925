import type { Study } from '../../finder/registry/study.ts'
import { siteOf } from '../../finder/registry/site-id.ts'
import { readStudyId } from '../../finder/registry/study-id.ts'
import type { App } from '../shell/app.ts'
import { siteText } from '../shell/parts/known-site.ts'

/** A study as the catalogue has it now; undefined where it has none of that number. */
export function studyNamed(app: App, written: string): Study | undefined {
  const asked = readStudyId(written)
  return asked.kind === 'study' ? app.catalogue.study(asked.nctId)?.study : undefined
}

/** A listing in one line: the study's id, and of a site its name and town, as far as the record has it. */
export function listingLabel(id: string, study: Study | undefined, site: string | null): string {
  const found = site === null ? undefined : study && siteOf(study.protocolSection, site)
  return [id, found && siteText(found)].filter(Boolean).join(', ')
}
