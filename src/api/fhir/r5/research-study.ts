import type {
  ExtendedContactDetail,
  FhirResource,
  Group,
  RelatedArtifact,
  ResearchStudy,
  ResearchStudyComparisonGroup,
  ResearchStudyOutcomeMeasure,
  ResearchStudyRecruitment,
} from 'fhir/r5.d.ts'
import { publicRecord } from '../../../finder/catalogue/model/public-record.ts'
import type { StoredStudy } from '../../../finder/catalogue/model/stored.ts'
import type { Contact, Study } from '../../../finder/registry/study.ts'
import { armPlans, armsOf } from '../parts/arm-plans.ts'
import { artifactsOf } from '../parts/artifacts.ts'
import { r5Systems } from '../parts/code-systems.ts'
import {
  codedConcept,
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
import { telecomOf } from '../parts/people.ts'
import { siteLocations, siteReferences } from '../parts/sites.ts'
import { sameElements } from '../parts/same-elements.ts'
import { periodOf, registryPage } from '../parts/study-header.ts'
import { statusExtensions } from '../parts/status-extensions.ts'
import { markdownText, plainLine, spokenWord } from '../parts/texts.ts'
import { filledIn } from '../parts/filled-in.ts'
import { classifiersOf, studyDesign } from './design.ts'
import { partiesOf } from './parties.ts'
import { progressOf } from './progress.ts'

/**
 * A study as a ResearchStudy of FHIR R5, with all that it refers to inside. `base` is the address of the R5 server, without a
 * slash at its end (`https://trials.example.org/fhir/R5`): extensions are named under it. Its `status` is that of the record,
 * which is published; how far the study is, is in `progressStatus`.
 */
export function researchStudyR5(stored: StoredStudy, base: string): ResearchStudy {
  const shown = publicRecord(stored)
  const { study } = shown
  const module = study.protocolSection
  const status = module.statusModule
  const { period, endBeforeStart } = periodOf(status)
  const { contained, parties } = partiesOf(study, base)
  const sites = siteLocations(shown, base)
  const plans = armPlans(study)
  const same = sameElements(study, r5Systems)
  const resource: ResearchStudy = {
    ...same,
    contained: [...contained, groupOf(study), ...plans],
    extension: statusExtensions(study, base, endBeforeStart),
    url: registryPage(study),
    label: labelsOf(study),
    protocol: plans.map(({ id, title }) => ({
      reference: `#${id}`,
      type: 'PlanDefinition',
      display: title,
    })),
    relatedArtifact: artifactsOf(study).map(artifactOf),
    date: same.meta.lastUpdated?.slice(0, 10),
    status: 'active',
    studyDesign: studyDesign(study),
    focus: interventionConcepts(study).map((concept) => ({ concept })),
    region: countryConcepts(study),
    descriptionSummary: markdownText(module.descriptionModule?.briefSummary),
    description: markdownText(module.descriptionModule?.detailedDescription),
    period,
    site: [],
    classifier: classifiersOf(study, designLines(study)),
    associatedParty: [...parties],
    progressStatus: progressOf(status),
    whyStopped: saidConcept(status?.whyStopped)[0],
    recruitment: recruitmentOf(study),
    comparisonGroup: armsOf(study).map(comparisonOf),
    outcomeMeasure: measuresOf(study, base),
  }
  const site = siteReferences(sites.map(({ place }) => place))
  return filledIn(resource, { contained: placesOf(sites), site })
}

function measuresOf(study: Study, base: string): ResearchStudyOutcomeMeasure[] {
  return outcomesOf(study, r5Systems).map(({ name, type, timeFrame, description }) => ({
    ...(timeFrame !== undefined && {
      extension: [{ url: extensionUrl(base, 'time-frame'), valueString: timeFrame }],
    }),
    name,
    type: [type],
    description,
  }))
}

function groupOf({ protocolSection }: Study): Group {
  return {
    resourceType: 'Group',
    id: eligibilityId,
    type: 'person',
    membership: 'definitional',
    name: 'Who can join',
    description: markdownText(protocolSection.eligibilityModule?.eligibilityCriteria),
    characteristic: characteristicsOf(protocolSection.eligibilityModule),
  }
}

function recruitmentOf({ protocolSection }: Study): ResearchStudyRecruitment {
  const { count, type } = protocolSection.designModule?.enrollmentInfo ?? {}
  const people = participantCount(count)
  return {
    ...(type === 'ACTUAL' ? { actualNumber: people } : { targetNumber: people }),
    eligibility: {
      reference: `#${eligibilityId}`,
      type: 'Group',
      display: criteriaDisplay(protocolSection.eligibilityModule),
    },
  }
}

function placesOf(sites: ReturnType<typeof siteLocations>): FhirResource[] {
  return sites.map(({ place, site }) => {
    const contact = (site.contacts ?? []).flatMap(contactOf)
    return contact.length > 0 ? { ...place, contact } : place
  })
}

function contactOf(given: Contact): ExtendedContactDetail[] {
  const [text, telecom] = [plainLine(given.name), telecomOf(given)]
  if (text === undefined && telecom.length === 0) return []
  return [
    { ...(text !== undefined && { name: [{ text }] }), ...(telecom.length > 0 && { telecom }) },
  ]
}

function labelsOf({ protocolSection }: Study): ResearchStudy['label'] {
  const { officialTitle, acronym } = protocolSection.identificationModule
  const all = [
    ['official', 'Official title', plainLine(officialTitle)],
    ['acronym', 'Acronym', plainLine(acronym)],
  ] as const
  return all.flatMap(([code, display, value]) =>
    value === undefined
      ? []
      : [{ type: codedConcept('http://hl7.org/fhir/title-type', code, display), value }],
  )
}

function artifactOf({
  type,
  citation,
  display,
  url,
}: ReturnType<typeof artifactsOf>[number]): RelatedArtifact {
  return {
    type,
    display,
    citation,
    ...(url !== undefined && { document: { url } }),
  }
}

function comparisonOf({
  id,
  name,
  arm,
}: ReturnType<typeof armsOf>[number]): ResearchStudyComparisonGroup {
  const text = spokenWord(arm.type)
  const known = armTypes.get(arm.type ?? '')
  return {
    linkId: id,
    name,
    ...(text !== undefined && {
      type: known ? codedConcept(armSystem, known[0], text, known[1]) : { text },
    }),
    description: markdownText(arm.description),
  }
}

const armSystem = 'http://hl7.org/fhir/research-study-arm-type'
const armTypes: ReadonlyMap<string, readonly [code: string, display: string]> = new Map([
  ['EXPERIMENTAL', ['experimental', 'Experimental']],
  ['ACTIVE_COMPARATOR', ['active-comparator', 'Active Comparator']],
  ['PLACEBO_COMPARATOR', ['placebo-comparator', 'Placebo Comparator']],
  ['SHAM_COMPARATOR', ['sham-comparator', 'Sham Comparator']],
  ['NO_INTERVENTION', ['no-intervention', 'No Intervention']],
  ['OTHER', ['other-arm-type', 'Other Arm Type']],
])
