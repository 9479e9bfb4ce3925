import type { Study } from '../../registry/study.ts'

/** The day the record last changed at the registry; a record that says none is older than any that does. */
export function lastUpdate(study: Study): string {
  const status = study.protocolSection.statusModule
  return status?.lastUpdatePostDateStruct?.date ?? status?.lastUpdateSubmitDate ?? ''
}
