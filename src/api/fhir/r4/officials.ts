import type { Extension, Practitioner, Reference } from 'fhir/r4.d.ts'
import type { Study } from '../../../finder/registry/study.ts'
import { extensionUrl } from '../parts/extensions.ts'
import { officialsOf, practitionerOf } from '../parts/people.ts'
import { codeWord, plainLine } from '../parts/texts.ts'

/** The persons who answer for a study: one principal investigator, and the others by an extension, for which R4 has no place. */
export interface OfficialParts {
  readonly contained: readonly Practitioner[]
  readonly principal: Reference | undefined
  readonly extension: readonly Extension[]
}

/** Makes those of a study. */
export function officialParts(study: Study, base: string): OfficialParts {
  const all = officialsOf(study).flatMap((official, at) => {
    const practitioner = practitionerOf(official, `official-${at + 1}`, base)
    if (!practitioner) return []
    const display = plainLine(official.name)
    const reference: Reference = {
      reference: `#${practitioner.id}`,
      type: 'Practitioner',
      ...(display !== undefined && { display }),
    }
    return [{ official, practitioner, reference }]
  })
  const principal = all.find(({ official }) => official.role === 'PRINCIPAL_INVESTIGATOR')
  return {
    contained: all.map(({ practitioner }) => practitioner),
    principal: principal?.reference,
    extension: all
      .filter((one) => one !== principal)
      .map(({ official, reference }) => {
        const role = codeWord(official.role)
        return {
          url: extensionUrl(base, 'official'),
          extension: [
            ...(role === undefined ? [] : [{ url: 'role', valueCode: role }]),
            { url: 'person', valueReference: reference },
          ],
        }
      }),
  }
}
