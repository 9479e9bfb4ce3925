import { lastUpdated } from '../../../finder/registry/study-days.ts'
import type { StatusModule, Study, StudyId } from '../../../finder/registry/study.ts'
import { registrySystem } from './code-systems.ts'
import type { SharedIdentifier } from './shapes.ts'
import { fhirDate, plainLine, spokenWord } from './texts.ts'

/** The page of a study at the registry. */
export function registryPage({ protocolSection }: Study): string {
  return `https://clinicaltrials.gov/study/${protocolSection.identificationModule.nctId}`
}

/** What a resource says of its record: when that last changed, and where it lies. */
export function metaOf(study: Study): { lastUpdated?: string; source: string } {
  const day = fhirDate(lastUpdated(study))
  return {
    ...(day?.length === 10 && { lastUpdated: `${day}T00:00:00Z` }),
    source: registryPage(study),
  }
}

/** All numbers of a study: first the registry's, then the sponsor's and those of other registries, each once. */
export function identifiersOf({ protocolSection }: Study): SharedIdentifier[] {
  const identity = protocolSection.identificationModule
  const organization = plainLine(identity.organization?.fullName)
  const all: SharedIdentifier[] = [
    { use: 'official', system: registrySystem, value: identity.nctId },
    ...secondaryId(identity.orgStudyIdInfo, 'Organization Study ID', organization),
    ...(identity.secondaryIdInfos ?? []).flatMap((id) => secondaryId(id, undefined, undefined)),
    ...(identity.nctIdAliases ?? []).map((value) => ({
      use: 'old' as const,
      system: registrySystem,
      value,
    })),
  ]
  const seen = new Set<string>()
  return all.filter(({ system = '', value }) => {
    const key = `${system}|${value}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function secondaryId(
  info: StudyId | undefined,
  kind: string | undefined,
  giver: string | undefined,
): SharedIdentifier[] {
  const value = plainLine(info?.id)
  if (value === undefined) return []
  const type = spokenType(info?.type) ?? kind
  const assigner = plainLine(info?.domain) ?? giver
  return [
    {
      use: 'secondary',
      ...(type !== undefined && { type: { text: type } }),
      value,
      ...(assigner !== undefined && { assigner: { display: assigner } }),
    },
  ]
}

function spokenType(type: string | undefined): string | undefined {
  if (type === 'EUDRACT_NUMBER') return 'EudraCT Number'
  return type !== undefined && /^(?:NIH|FDA|VA|CDC|AHRQ|SAMHSA|CTIS)$/.test(type)
    ? type
    : spokenWord(type)
}

/** The title that is shown: the short one, or else what there is. */
export function resourceTitle({ protocolSection }: Study): string {
  const { briefTitle, officialTitle, acronym, nctId } = protocolSection.identificationModule
  return plainLine(briefTitle) ?? plainLine(officialTitle) ?? plainLine(acronym) ?? nctId
}

/** From the start to the end of a study, as exact as the record is, and an end that cannot be after that start. */
export function periodOf(status: StatusModule | undefined): {
  readonly period?: { start?: string; end?: string }
  readonly endBeforeStart?: string
} {
  const start = fhirDate(status?.startDateStruct?.date)
  const end = fhirDate(status?.completionDateStruct?.date)
  if (start === undefined && end === undefined) return {}
  const shared = Math.min(start?.length ?? 0, end?.length ?? 0)
  const isTurned =
    start !== undefined && end !== undefined && end.slice(0, shared) < start.slice(0, shared)
  return {
    period: {
      ...(start !== undefined && { start }),
      ...(end !== undefined && !isTurned && { end }),
    },
    ...(isTurned && { endBeforeStart: end }),
  }
}

/** A few lines for a person who sees the resource as it is: the title, the number, the status and the conditions. */
export function narrativeOf(study: Study): { status: 'generated'; div: string } {
  const { nctId } = study.protocolSection.identificationModule
  const { conditionsModule, statusModule } = study.protocolSection
  const status = spokenWord(statusModule?.overallStatus)
  const conditions = (conditionsModule?.conditions ?? []).flatMap((one) => plainLine(one) ?? [])
  const lines = [
    `<p><b>${escaped(resourceTitle(study))}</b></p>`,
    `<p><a href="${registryPage(study)}">${nctId}</a>${status === undefined ? '' : `: ${escaped(status)}`}</p>`,
    ...(conditions.length === 0 ? [] : [`<p>${escaped(conditions.slice(0, 20).join('; '))}</p>`]),
  ]
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${lines.join('')}</div>`,
  }
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
