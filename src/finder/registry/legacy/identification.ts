import { find, findAll, textAt, textsAt, type Element } from './element.ts'
import {
  certainty,
  code,
  compact,
  compactAll,
  date,
  dateStruct,
  flag,
  type Fields,
} from './values.ts'

/** The study's ids and names. */
export function identification(root: Element): Fields | undefined {
  const id = textAt(root, 'id_info/org_study_id')
  return compact({
    nctId: textAt(root, 'id_info/nct_id'),
    nctIdAliases: textsAt(root, 'id_info/nct_alias'),
    orgStudyIdInfo: id === undefined ? undefined : { id },
    secondaryIdInfos: textsAt(root, 'id_info/secondary_id').map((secondary) => ({ id: secondary })),
    organization: organization(root),
    briefTitle: textAt(root, 'brief_title'),
    officialTitle: textAt(root, 'official_title'),
    acronym: textAt(root, 'acronym'),
  })
}

/** The old format names no class for it; where it is the lead sponsor, it has that one's. */
function organization(root: Element): Fields | undefined {
  const fullName = textAt(root, 'source')
  const lead = find(root, 'sponsors/lead_sponsor')
  const isLead = fullName !== undefined && fullName === textAt(lead, 'agency')
  return compact({ fullName, class: isLead ? agencyClass(lead) : undefined })
}

/** How far the study is, and its dates. The registry gave some dates new names in 2017. */
export function status(root: Element): Fields | undefined {
  return compact({
    overallStatus: statusCode(textAt(root, 'overall_status')),
    lastKnownStatus: statusCode(textAt(root, 'last_known_status')),
    statusVerifiedDate: date(textAt(root, 'verification_date')),
    whyStopped: textAt(root, 'why_stopped'),
    expandedAccessInfo: compact({ hasExpandedAccess: flag(textAt(root, 'has_expanded_access')) }),
    startDateStruct: dateStruct(find(root, 'start_date')),
    primaryCompletionDateStruct: dateStruct(find(root, 'primary_completion_date')),
    completionDateStruct: dateStruct(find(root, 'completion_date')),
    ...postings(root),
  })
}

function postings(root: Element): Fields {
  return {
    studyFirstSubmitDate: firstDate(root, ['study_first_submitted', 'firstreceived_date']),
    studyFirstSubmitQcDate: date(textAt(root, 'study_first_submitted_qc')),
    studyFirstPostDateStruct: dateStruct(find(root, 'study_first_posted')),
    resultsFirstSubmitDate: firstDate(root, [
      'results_first_submitted',
      'firstreceived_results_date',
    ]),
    resultsFirstSubmitQcDate: date(textAt(root, 'results_first_submitted_qc')),
    resultsFirstPostDateStruct: dateStruct(find(root, 'results_first_posted')),
    dispFirstSubmitDate: firstDate(root, [
      'disposition_first_submitted',
      'firstreceived_results_disposition_date',
    ]),
    dispFirstSubmitQcDate: date(textAt(root, 'disposition_first_submitted_qc')),
    dispFirstPostDateStruct: dateStruct(find(root, 'disposition_first_posted')),
    lastUpdateSubmitDate: firstDate(root, ['last_update_submitted', 'lastchanged_date']),
    lastUpdatePostDateStruct: dateStruct(find(root, 'last_update_posted')),
  }
}

function firstDate(root: Element, names: readonly string[]): string | undefined {
  return names.map((name) => date(textAt(root, name))).find((day) => day !== undefined)
}

/** "Unknown status" is UNKNOWN; the others are their words. */
export function statusCode(words: string | undefined): string | undefined {
  return code(words)?.replace(/_STATUS$/, '')
}

/** Who runs and pays for the study, and who answers for it. */
export function sponsors(root: Element): Fields | undefined {
  return compact({
    responsibleParty: responsibleParty(find(root, 'responsible_party')),
    leadSponsor: sponsor(find(root, 'sponsors/lead_sponsor')),
    collaborators: compactAll(findAll(root, 'sponsors/collaborator'), sponsor),
  })
}

function sponsor(element: Element | undefined): Fields | undefined {
  return compact({ name: textAt(element, 'agency'), class: agencyClass(element) })
}

function agencyClass(element: Element | undefined): string | undefined {
  return code(textAt(element, 'agency_class'))?.replace('U_S_FED', 'FED')
}

function responsibleParty(party: Element | undefined): Fields | undefined {
  return compact({
    type: code(textAt(party, 'responsible_party_type')),
    investigatorFullName: textAt(party, 'investigator_full_name'),
    investigatorTitle: textAt(party, 'investigator_title'),
    investigatorAffiliation: textAt(party, 'investigator_affiliation'),
    oldNameTitle: textAt(party, 'name_title'),
    oldOrganization: textAt(party, 'organization'),
  })
}

/** Who watches over the study. */
export function oversight(root: Element): Fields | undefined {
  const info = find(root, 'oversight_info')
  return compact({
    oversightHasDmc: flag(textAt(info, 'has_dmc')),
    isFdaRegulatedDrug: flag(textAt(info, 'is_fda_regulated_drug')),
    isFdaRegulatedDevice: flag(textAt(info, 'is_fda_regulated_device')),
    isUnapprovedDevice: flag(textAt(info, 'is_unapproved_device')),
    isPpsd: flag(textAt(info, 'is_ppsd')),
    isUsExport: flag(textAt(info, 'is_us_export')),
  })
}

/** How many people take part. */
export function enrollment(root: Element): Fields | undefined {
  const element = find(root, 'enrollment')
  const count = textAt(root, 'enrollment')
  if (count === undefined || !/^\d{1,15}$/.test(count)) return undefined
  return compact({ count: Number(count), type: certainty(element) })
}
