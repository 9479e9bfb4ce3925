import type { App } from '../../shell/app.ts'
import type { Page } from '../../shell/page.ts'
import { plainText } from '../../listing/parts/registry-text.ts'
import { readStudyId } from '../../../finder/registry/study-id.ts'
import { searchOf, studyOf, type TypedWhat } from './typed-what.ts'

/** What is looked for: one study where one is named, else a search. */
export function readWhat(params: URLSearchParams, page: Page, app: App): TypedWhat {
  const written = params.get('study')?.trim() ?? ''
  return written === '' ? searchOf(params, page, app) : readStudy(written, app)
}

function readStudy(written: string, { catalogue }: App): TypedWhat {
  const asked = readStudyId(written)
  if (asked.kind === 'malformed') return { about: 'malformed', written }
  const [current, ...others] = catalogue.idsOf(asked)
  if (current === undefined || others.length > 0)
    return 'nctId' in asked
      ? { about: 'unknown', nctId: asked.nctId }
      : { about: 'malformed', written }
  return studyOf(current, registryTitle(catalogue, current))
}

/** The title of a study; its number where it has none or is gone. */
export function registryTitle(catalogue: App['catalogue'], nctId: string): string {
  const identity = catalogue.study(nctId)?.study.protocolSection.identificationModule
  return plainText((identity?.briefTitle ?? identity?.officialTitle ?? nctId).slice(0, 600))
}
