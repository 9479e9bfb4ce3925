import { contactsLocations } from './contacts.ts'
import { legacyArms, design } from './design.ts'
import { legacyDocuments, ipdSharing, legacyReferences } from './documents.ts'
import { find, findAll, parseXml, textAt, textsAt, type Element } from './element.ts'
import { legacyEligibility } from './eligibility.ts'
import { identification, oversight, sponsors, status } from './identification.ts'
import { markdownAt } from './markdown.ts'
import { results } from './results.ts'
import { compact, compactAll, date, type Fields } from './values.ts'

/**
 * A record in the old XML format (`clinical_study`), as the API would give it. What the old format
 * never held (coordinates, MeSH ids and ancestors) stays absent. The result is checked by the caller. Elements nested
 * more than `mostDepth` deep are refused.
 */
export function parseLegacy(
  xml: string,
  mostDepth: number,
): { readonly value: unknown } | { readonly reason: string } {
  const root = parseXml(xml, mostDepth)
  if ('reason' in root) return root
  if (root.name !== 'clinical_study')
    return { reason: `It is not a study: its XML is a ${root.name}, not a clinical_study.` }
  if (!find(root, 'id_info') && find(root, 'study_id')) return { reason: tooOld }
  return { value: study(root) }
}

const tooOld =
  'It is XML as sponsors sent it to the registry (study_id, status_block), not as the registry publishes it (id_info): such records are not read.'

function study(root: Element): Fields | undefined {
  const resultsSection = results(find(root, 'clinical_results'))
  return compact({
    protocolSection: protocolSection(root),
    resultsSection,
    documentSection: legacyDocuments(root),
    derivedSection: derived(root),
    hasResults: resultsSection !== undefined,
  })
}

function protocolSection(root: Element): Fields | undefined {
  return compact({
    identificationModule: identification(root),
    statusModule: status(root),
    sponsorCollaboratorsModule: sponsors(root),
    oversightModule: oversight(root),
    descriptionModule: compact({
      briefSummary: markdownAt(root, 'brief_summary'),
      detailedDescription: markdownAt(root, 'detailed_description'),
    }),
    conditionsModule: compact({
      conditions: textsAt(root, 'condition'),
      keywords: textsAt(root, 'keyword'),
    }),
    designModule: design(root),
    armsInterventionsModule: legacyArms(root),
    outcomesModule: compact({
      primaryOutcomes: outcomes(root, 'primary_outcome'),
      secondaryOutcomes: outcomes(root, 'secondary_outcome'),
      otherOutcomes: outcomes(root, 'other_outcome'),
    }),
    eligibilityModule: legacyEligibility(root),
    contactsLocationsModule: contactsLocations(root),
    referencesModule: legacyReferences(root),
    ipdSharingStatementModule: ipdSharing(root),
  })
}

function outcomes(root: Element, name: string): Fields[] {
  return compactAll(findAll(root, name), (outcome) =>
    compact({
      measure: textAt(outcome, 'measure'),
      description: markdownAt(outcome, 'description'),
      timeFrame: textAt(outcome, 'time_frame'),
    }),
  )
}

function derived(root: Element): Fields | undefined {
  return compact({
    miscInfoModule: compact({
      versionHolder: processedDate(root),
      removedCountries: textsAt(root, 'removed_countries/country'),
    }),
    conditionBrowseModule: browse(root, 'condition_browse/mesh_term'),
    interventionBrowseModule: browse(root, 'intervention_browse/mesh_term'),
  })
}

/** "ClinicalTrials.gov processed this data on July 28, 2020". */
function processedDate(root: Element): string | undefined {
  const words = textAt(root, 'required_header/download_date')?.replace(/^.* on /, '')
  return date(words?.replace(/ 0(\d),/, ' $1,'))
}

/** The old format has the terms' names only: no ids, no ancestors. */
function browse(root: Element, path: string): Fields | undefined {
  return compact({ meshes: textsAt(root, path).map((term) => ({ term })) })
}
