import { readableText } from '../../registry/html-text.ts'
import { otherNumbersIn } from '../../registry/study-id.ts'
import type { Study } from '../../registry/study.ts'
import type { BodyField, SearchField } from '../model/fields.ts'

/** One text of a record and the field it counts for. */
export type FieldText<F> = readonly [field: F, text: string]

/** Every text of a study that an ordinary search looks at, field by field, as it reads; repeated texts once. */
export function* searchTexts(study: Study): Generator<FieldText<SearchField>> {
  for (const [field, text] of writtenTexts(study)) yield [field, readableText(text)]
}

/** The long texts, kept apart. */
export function* bodyTexts(study: Study): Generator<FieldText<BodyField>> {
  for (const [field, text] of longTexts(study)) yield [field, readableText(text)]
}

function* writtenTexts(study: Study): Generator<FieldText<SearchField>> {
  yield* identity(study)
  yield* conditions(study)
  yield* treatments(study)
  const protocol = study.protocolSection
  if (protocol.descriptionModule?.briefSummary)
    yield ['summary', protocol.descriptionModule.briefSummary]
  yield* outcomes(study)
  yield* people(study)
  yield* sites(study)
  yield* design(study)
}

function* longTexts(study: Study): Generator<FieldText<BodyField>> {
  const { eligibilityModule, descriptionModule } = study.protocolSection
  if (eligibilityModule?.eligibilityCriteria)
    yield ['eligibility', eligibilityModule.eligibilityCriteria]
  if (eligibilityModule?.studyPopulation) yield ['eligibility', eligibilityModule.studyPopulation]
  if (descriptionModule?.detailedDescription)
    yield ['description', descriptionModule.detailedDescription]
}

/** A study's numbers in other registries and its sponsor's, in the form of `otherNumbersIn`. */
export function otherNumbersOf(study: Study): ReadonlySet<string> {
  const { orgStudyIdInfo, secondaryIdInfos = [] } = study.protocolSection.identificationModule
  const written = [orgStudyIdInfo?.id ?? '', ...secondaryIdInfos.map(({ id }) => id ?? '')]
  return new Set(written.flatMap(otherNumbersIn))
}

function* identity(study: Study): Generator<FieldText<SearchField>> {
  const id = study.protocolSection.identificationModule
  yield ['id', id.nctId]
  for (const alias of id.nctIdAliases ?? []) yield ['id', alias]
  if (id.orgStudyIdInfo?.id) yield ['id', id.orgStudyIdInfo.id]
  for (const secondary of id.secondaryIdInfos ?? []) if (secondary.id) yield ['id', secondary.id]
  if (id.acronym) yield ['acronym', id.acronym]
  if (id.briefTitle) yield ['briefTitle', id.briefTitle]
  if (id.officialTitle) yield ['officialTitle', id.officialTitle]
}

function* conditions(study: Study): Generator<FieldText<SearchField>> {
  const { conditionsModule } = study.protocolSection
  for (const condition of conditionsModule?.conditions ?? []) yield ['condition', condition]
  for (const keyword of conditionsModule?.keywords ?? []) yield ['keyword', keyword]
  for (const mesh of study.derivedSection?.conditionBrowseModule?.meshes ?? [])
    if (mesh.term) yield ['conditionMesh', mesh.term]
}

function* treatments(study: Study): Generator<FieldText<SearchField>> {
  const arms = study.protocolSection.armsInterventionsModule
  for (const intervention of arms?.interventions ?? []) {
    if (intervention.name) yield ['intervention', intervention.name]
    for (const name of intervention.otherNames ?? []) yield ['intervention', name]
    if (intervention.description) yield ['arm', intervention.description]
  }
  for (const mesh of study.derivedSection?.interventionBrowseModule?.meshes ?? [])
    if (mesh.term) yield ['intervention', mesh.term]
  for (const arm of arms?.armGroups ?? []) {
    if (arm.label) yield ['arm', arm.label]
    if (arm.description) yield ['arm', arm.description]
  }
}

function* outcomes(study: Study): Generator<FieldText<SearchField>> {
  const module = study.protocolSection.outcomesModule
  for (const outcome of module?.primaryOutcomes ?? []) {
    if (outcome.measure) yield ['primaryOutcome', outcome.measure]
    if (outcome.description) yield ['primaryOutcome', outcome.description]
  }
  for (const outcome of [...(module?.secondaryOutcomes ?? []), ...(module?.otherOutcomes ?? [])]) {
    if (outcome.measure) yield ['otherOutcome', outcome.measure]
    if (outcome.description) yield ['otherOutcome', outcome.description]
  }
}

function* people(study: Study): Generator<FieldText<SearchField>> {
  const { sponsorCollaboratorsModule: sponsors, contactsLocationsModule: contacts } =
    study.protocolSection
  const names = new Set<string>()
  for (const sponsor of [sponsors?.leadSponsor, ...(sponsors?.collaborators ?? [])])
    if (sponsor?.name) names.add(sponsor.name)
  const organization = study.protocolSection.identificationModule.organization?.fullName
  if (organization) names.add(organization)
  for (const name of names) yield ['sponsor', name]
  const party = sponsors?.responsibleParty
  const staff = new Set<string>()
  if (party?.investigatorFullName) staff.add(party.investigatorFullName)
  if (party?.investigatorAffiliation) staff.add(party.investigatorAffiliation)
  for (const official of contacts?.overallOfficials ?? []) {
    if (official.name) staff.add(official.name)
    if (official.affiliation) staff.add(official.affiliation)
  }
  for (const contact of contacts?.centralContacts ?? []) if (contact.name) staff.add(contact.name)
  for (const name of staff) yield ['people', name]
}

function* sites(study: Study): Generator<FieldText<SearchField>> {
  const seen = new Set<string>()
  for (const site of study.protocolSection.contactsLocationsModule?.locations ?? [])
    for (const text of [site.facility, site.city, site.state, site.country])
      if (text && !seen.has(text)) {
        seen.add(text)
        yield ['site', text]
      }
}

function* design(study: Study): Generator<FieldText<SearchField>> {
  const design = study.protocolSection.designModule
  const info = design?.designInfo
  const words = [
    design?.studyType,
    ...(design?.phases ?? []),
    info?.allocation,
    info?.interventionModel,
    info?.primaryPurpose,
    info?.observationalModel,
    info?.timePerspective,
    info?.maskingInfo?.masking,
    ...(study.protocolSection.eligibilityModule?.stdAges ?? []),
  ]
  for (const word of words) if (word) yield ['design', word.replaceAll('_', ' ')]
}
