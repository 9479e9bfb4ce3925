import type { FhirVersion } from '../xml/element-table.ts'

/** The releases of FHIR that are served, each whole in itself under its own address. */
export const releases: readonly FhirVersion[] = ['R4', 'R5']

/** What the definitions call each release. */
export const versionOfRelease: Readonly<Record<FhirVersion, string>> = { R4: '4.0.1', R5: '5.0.0' }

/** Any resource, where only its type matters. Every one of them is plain JSON, with nothing empty in it. */
export interface ServedResource {
  readonly resourceType: string
  readonly [element: string]: unknown
}
