import { enums } from '../../../finder/registry/enums.ts'
import { r4Systems } from '../parts/code-systems.ts'
import { researchStatus } from '../r4/status.ts'
import {
  commonParameters,
  conditionMeaning,
  conditionText,
  designCodes,
  focusMeaning,
  nameAlong,
  noDesign,
  ownParameters,
  phaseMeaning,
  phaseText,
  siteParameters,
  withValue,
} from './common-parameters.ts'
import { type CodesMeaning, fieldsOf } from './meaning.ts'
import type { SearchParameter } from './search-parameter.ts'

/** What studies are searched by in R4: each that the standard has and we can answer, and some of our own. */
export const r4Parameters: readonly SearchParameter[] = [
  ...commonParameters,
  {
    name: 'status',
    type: 'token',
    text: 'The status by the words of R4. A study of which nobody knows is in-review, never active.',
    means: statusMeaning(),
  },
  {
    name: 'category',
    type: 'token',
    text: 'How the study is made, as its resource says it: Study Type: Interventional, or Interventional alone.',
    means: { kind: 'codes', systems: [], codes: designCodes, missing: noDesign },
  },
  {
    name: 'focus',
    type: 'token',
    text: 'What is given or done: these words side by side, or another name of the same medicine; with :text words in any order; with :below what is of its kind. Or a MeSH code.',
    means: focusMeaning,
  },
  {
    name: 'location',
    type: 'token',
    text: 'A country with a site, by its ISO code or its name.',
    means: { kind: 'country', piece: 'LocationCountry' },
  },
  ...siteParameters,
  {
    name: 'sponsor',
    type: 'reference',
    text: 'The lead sponsor, by words side by side in its name; with :text words in any order. Along the reference: sponsor.name.',
    means: { kind: 'named', fields: fieldsOf(false, 'LeadSponsorName') },
  },
  nameAlong('sponsor.name', 'LeadSponsorName'),
  {
    name: 'principalinvestigator',
    type: 'reference',
    text: 'The principal investigator, by words side by side in the name; with :text words in any order.',
    means: {
      kind: 'named',
      fields: fieldsOf(false, 'ResponsiblePartyInvestigatorFullName'),
      beside: {
        list: 'protocolSection.contactsLocationsModule.overallOfficials[]',
        also: withValue('OverallOfficialRole', 'PRINCIPAL_INVESTIGATOR'),
        fields: fieldsOf(false, 'OverallOfficialName'),
      },
    },
  },
  {
    name: 'condition',
    type: 'token',
    text: conditionText,
    means: conditionMeaning,
    ownExpression: 'ResearchStudy.condition',
  },
  {
    name: 'phase',
    type: 'token',
    text: phaseText,
    means: phaseMeaning(r4Systems),
    ownExpression: 'ResearchStudy.phase',
  },
  ...ownParameters,
]

function statusMeaning(): CodesMeaning {
  const byCode = Map.groupBy(enums.Status, (status) => researchStatus(status))
  const unsaid = { kind: 'missing', piece: 'OverallStatus' } as const
  const codes = [...byCode].map(([code, statuses]) => {
    const where = withValue('OverallStatus', ...statuses)
    const isOfUnsaid = code === researchStatus(undefined)
    return [code, isOfUnsaid ? ({ kind: 'any', parts: [where, unsaid] } as const) : where] as const
  })
  return { kind: 'codes', systems: ['http://hl7.org/fhir/research-study-status'], codes }
}
