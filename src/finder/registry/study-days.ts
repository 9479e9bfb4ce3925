import type { Study } from './study.ts'

/** The day the record last changed at the registry, as written (`yyyy-MM-dd`); undefined where it says none. */
export function lastUpdated({ protocolSection }: Study): string | undefined {
  const status = protocolSection.statusModule
  return status?.lastUpdatePostDateStruct?.date ?? status?.lastUpdateSubmitDate
}

/** The day the record first came to the registry, as written (`yyyy-MM-dd`); undefined where it says none. */
export function firstPosted({ protocolSection }: Study): string | undefined {
  const status = protocolSection.statusModule
  return status?.studyFirstPostDateStruct?.date ?? status?.studyFirstSubmitDate
}
