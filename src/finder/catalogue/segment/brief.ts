import type { Study } from '../../registry/study.ts'

/**
 * What a list shows of a study, in the record's own shape once it has been through JSON: kept apart from the record, because a page of
 * twenty studies would otherwise read twenty whole records to show a few lines of each.
 */
export function briefOf(study: Study): object {
  const protocol = study.protocolSection
  const { identificationModule: id, statusModule: status, eligibilityModule } = protocol
  const interventions = protocol.armsInterventionsModule?.interventions
  const design = protocol.designModule
  const arms = protocol.armsInterventionsModule?.armGroups
  const [first] = protocol.contactsLocationsModule?.locations ?? []
  const meshes = study.derivedSection?.conditionBrowseModule?.meshes
  return {
    protocolSection: {
      identificationModule: {
        ...pick(id, 'nctId', 'acronym'),
        briefTitle: id.briefTitle ?? id.officialTitle,
      },
      statusModule: status && {
        ...pick(status, 'overallStatus', 'lastKnownStatus', 'statusVerifiedDate'),
        ...pick(status, 'lastUpdateSubmitDate', 'lastUpdatePostDateStruct'),
        ...pick(status, 'studyFirstSubmitDate', 'studyFirstPostDateStruct'),
      },
      conditionsModule: protocol.conditionsModule && pick(protocol.conditionsModule, 'conditions'),
      designModule: design && {
        ...pick(design, 'studyType', 'phases'),
        ...(design.designInfo && {
          designInfo: pick(design.designInfo, 'primaryPurpose', 'allocation'),
        }),
      },
      armsInterventionsModule: (interventions ?? arms) && {
        interventions: interventions?.map((one) => pick(one, 'name', 'type')),
        armGroups: arms?.map((one) => pick(one, 'type')),
      },
      eligibilityModule:
        eligibilityModule && pick(eligibilityModule, 'sex', 'minimumAge', 'maximumAge'),
      sponsorCollaboratorsModule: protocol.sponsorCollaboratorsModule && {
        leadSponsor: protocol.sponsorCollaboratorsModule.leadSponsor,
      },
      contactsLocationsModule: first && {
        locations: [pick(first, 'facility', 'city', 'country', 'status')],
      },
    },
    derivedSection: meshes && {
      conditionBrowseModule: { meshes: meshes.map((mesh) => pick(mesh, 'term')) },
    },
    hasResults: study.hasResults,
  }
}

function pick<T extends object, K extends keyof T>(object: T, ...names: K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, object[name]])) as Pick<T, K>
}
