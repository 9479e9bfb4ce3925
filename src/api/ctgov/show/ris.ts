import type { Study } from '../../../finder/registry/study.ts'

/** A study as a line-by-line entry (RIS) for programs that keep references. */
export function risOf({ protocolSection: protocol }: Study): string {
  const { nctId, briefTitle, officialTitle } = protocol.identificationModule
  const { statusModule, conditionsModule, descriptionModule, sponsorCollaboratorsModule } = protocol
  const posted = statusModule?.studyFirstPostDateStruct?.date
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'DBASE'],
    ['DB', 'ClinicalTrials.gov'],
    ['PB', 'National Library of Medicine (US)'],
    ['AN', nctId],
    ['TI', briefTitle],
    ['T2', officialTitle],
    ['AU', sponsorCollaboratorsModule?.leadSponsor?.name],
    ['PY', posted?.slice(0, 4)],
    ['DA', posted?.replaceAll('-', '/')],
    ...(conditionsModule?.conditions ?? []).map((condition) => ['KW', condition] as const),
    ['AB', descriptionModule?.briefSummary],
    ['UR', `https://clinicaltrials.gov/study/${nctId}`],
    ['ER', ''],
  ]
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([tag, value = '']) => `${tag}  - ${value.replaceAll(/\s+/g, ' ').trim()}`)
    .join('\r\n')
    .concat('\r\n')
}
