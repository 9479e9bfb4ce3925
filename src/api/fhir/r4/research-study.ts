import type {
  ContactDetail,
  Extension,
  FhirResource,
  Group,
  Reference,
  RelatedArtifact,
  ResearchStudy,
  ResearchStudyObjective,
} from 'fhir/r4.d.ts'
import { publicRecord } from '../../../finder/catalogue/model/public-record.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { Study } from '../../../finder/registry/study.ts'
import { armPlans, armsOf } from '../parts/arm-plans.ts'
import { artifactsOf } from '../parts/artifacts.ts'
import { r4Systems } from '../parts/code-systems.ts'
import {
  countryConcepts,
  designLines,
  interventionConcepts,
  saidConcept,
} from '../parts/concepts.ts'
import {
  characteristicsOf,
  eligibilityId,
  criteriaDisplay,
  participantCount,
} from '../parts/eligibility-group.ts'
import { extensionUrl } from '../parts/extensions.ts'
import { outcomesOf } from '../parts/outcomes.ts'
import { organizationOf, telecomOf } from '../parts/people.ts'
import { siteLocations, siteReferences, type SiteLocation } from '../parts/sites.ts'
import { statusExtensions } from '../parts/status-extensions.ts'
import { sameElements } from '../parts/same-elements.ts'
import { periodOf } from '../parts/study-header.ts'
import { codeWord, markdownText, plainLine, plainLines, spokenWord } from '../parts/texts.ts'
import { filledIn } from '../parts/filled-in.ts'
import { officialParts } from './officials.ts'
import { researchStatus } from './status.ts'

/**
 * A study as a ResearchStudy of FHIR R4, with all that it refers to inside. `base` is the address of the R4 server, without a
 * slash at its end (`https://trials.example.org/fhir/R4`): extensions are named under it.
 */
export function researchStudyR4(stored: StoredStudy, base: string): ResearchStudy {
  const shown = publicRecord(stored)
  const { study } = shown
  const parts = partsOf(shown, base)
  const { period, endBeforeStart } = periodOf(study.protocolSection.statusModule)
  const module = study.protocolSection
  const resource: ResearchStudy = {
    ...sameElements(study, r4Systems),
    contained: [...parts.contained],
    extension: [
      ...titleExtensions(study, base),
      ...statusExtensions(study, base, endBeforeStart),
      ...parts.extension,
    ],
    protocol: [...parts.protocol],
    status: researchStatus(module.statusModule?.overallStatus),
    category: designLines(study).map((text) => ({ text })),
    focus: interventionConcepts(study),
    contact: contactsOf(study),
    relatedArtifact: artifactsOf(study) as RelatedArtifact[],
    location: countryConcepts(study),
    description: descriptionOf(study),
    enrollment: [parts.enrollment],
    period,
    sponsor: parts.sponsor,
    principalInvestigator: parts.principalInvestigator,
    site: [],
    reasonStopped: saidConcept(module.statusModule?.whyStopped)[0],
    arm: armsOf(study).map(({ name, arm }) => ({
      name,
      type: saidConcept(spokenWord(arm.type))[0],
      description: plainLines(arm.description),
    })),
    objective: objectivesOf(study, base),
  }
  return filledIn(resource, { contained: parts.places, site: siteReferences(parts.places) })
}

/** What a study refers to, and the references. */
interface Parts {
  readonly contained: readonly FhirResource[]
  readonly extension: readonly Extension[]
  readonly protocol: readonly Reference[]
  readonly enrollment: Reference
  readonly sponsor: Reference | undefined
  readonly principalInvestigator: Reference | undefined
  /** The sites, which are contained as well. */
  readonly places: readonly SiteLocation[]
}

function partsOf(stored: StoredStudy, base: string): Parts {
  const { study } = stored
  const { leadSponsor, collaborators = [] } = study.protocolSection.sponsorCollaboratorsModule ?? {}
  const sponsor = organizationOf(leadSponsor, 'sponsor')
  const helpers = collaborators.flatMap(
    (one, at) => organizationOf(one, `collaborator-${at + 1}`) ?? [],
  )
  const officials = officialParts(study, base)
  const plans = armPlans(study)
  const group = groupOf(study, base)
  return {
    contained: [...(sponsor ? [sponsor] : []), ...helpers, ...officials.contained, group, ...plans],
    extension: [
      ...helpers.map((one) => ({
        url: extensionUrl(base, 'collaborator'),
        valueReference: referenceTo(one, one.name),
      })),
      ...officials.extension,
    ],
    protocol: plans.map((plan) => referenceTo(plan, plan.title)),
    enrollment: referenceTo(group, criteriaDisplay(study.protocolSection.eligibilityModule)),
    sponsor: sponsor && referenceTo(sponsor, sponsor.name),
    principalInvestigator: officials.principal,
    places: siteLocations(stored, base).map(({ place, site }) => {
      const telecom = (site.contacts ?? []).flatMap(telecomOf)
      return telecom.length > 0 ? { ...place, telecom } : place
    }),
  }
}

function referenceTo(
  { resourceType, id }: { readonly resourceType: string; readonly id?: string | undefined },
  display: string,
): Reference {
  return { reference: `#${id}`, type: resourceType, display }
}

function groupOf(study: Study, base: string): Group {
  const { eligibilityModule, designModule } = study.protocolSection
  const kind = codeWord(designModule?.enrollmentInfo?.type)
  const quantity = participantCount(designModule?.enrollmentInfo?.count)
  return {
    resourceType: 'Group',
    id: eligibilityId,
    ...(kind !== undefined &&
      quantity !== undefined && {
        extension: [{ url: extensionUrl(base, 'enrollment-type'), valueCode: kind }],
      }),
    type: 'person',
    actual: false,
    name: 'Who can join',
    quantity,
    characteristic: characteristicsOf(eligibilityModule),
  }
}

function titleExtensions({ protocolSection }: Study, base: string): Extension[] {
  const { officialTitle, acronym } = protocolSection.identificationModule
  return [
    { url: extensionUrl(base, 'official-title'), valueString: plainLine(officialTitle) },
    { url: extensionUrl(base, 'acronym'), valueString: plainLine(acronym) },
  ].filter(({ valueString }) => valueString !== undefined)
}

function objectivesOf(study: Study, base: string): ResearchStudyObjective[] {
  return outcomesOf(study, r4Systems).map(({ name, type, timeFrame, description }) => ({
    extension: [
      { url: extensionUrl(base, 'time-frame'), valueString: timeFrame },
      { url: extensionUrl(base, 'outcome-description'), valueMarkdown: description },
    ].filter((one) => one.valueString !== undefined || one.valueMarkdown !== undefined),
    name,
    type,
  }))
}

function contactsOf({ protocolSection }: Study): ContactDetail[] {
  return (protocolSection.contactsLocationsModule?.centralContacts ?? []).map((contact) => ({
    name: plainLine(contact.name),
    telecom: telecomOf(contact),
  }))
}

function descriptionOf({ protocolSection }: Study): string | undefined {
  const { briefSummary, detailedDescription } = protocolSection.descriptionModule ?? {}
  return [briefSummary, detailedDescription]
    .flatMap((text) => markdownText(text) ?? [])
    .join('\n\n')
}
