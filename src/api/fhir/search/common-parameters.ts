import { illnessOfCode } from '../../../finder/matching/illness-of-code.ts'
import { searchAreas } from '../../../finder/registry/pieces/pieces.ts'
import { enums } from '../../../finder/registry/enums.ts'
import { spokenWord } from '../parts/texts.ts'
import { meshSystem, registrySystem, type CodeSystems } from '../parts/code-systems.ts'
import { phaseConcept } from '../parts/concepts.ts'
import type { Where } from '../../../finder/catalogue/model/where.ts'
import { fieldsOf, type CodesMeaning, type Meaning } from './meaning.ts'
import type { SearchParameter } from './search-parameter.ts'

const basicFields = (searchAreas.find(({ name }) => name === 'BasicSearch')?.parts ?? []).map(
  ({ piece, weight, hasSynonyms }) => ({ piece: piece.name, weight, hasSynonyms }),
)

/** What every release finds alike, and mostly under the names that FHIR gives. */
export const commonParameters: readonly SearchParameter[] = [
  {
    name: '_id',
    type: 'token',
    text: 'The NCT id, in capitals. Several with commas between them.',
    means: { kind: 'id' },
  },
  {
    name: '_lastUpdated',
    type: 'date',
    text: 'When the registry last posted a change of the record (where it does not say, when it was sent): a day, served as the moment at which it begins in UTC.',
    means: { kind: 'instant', piece: 'LastUpdatePostDate', otherwise: 'LastUpdateSubmitDate' },
  },
  {
    name: '_text',
    type: 'string',
    text: 'Words anywhere in what the registry searches by itself, with other names of illnesses and medicines. The best match comes first.',
    means: { kind: 'anywhere', fields: basicFields },
  },
  {
    name: '_content',
    type: 'string',
    text: 'As _text, and in the criteria of who can join.',
    means: {
      kind: 'anywhere',
      fields: [...basicFields, { piece: 'EligibilityCriteria', weight: 0.1, hasSynonyms: true }],
    },
  },
  {
    name: '_tag',
    type: 'token',
    text: 'Studies have no tags: no value is found.',
    means: { kind: 'nothing' },
  },
  {
    name: '_profile',
    type: 'uri',
    text: 'Studies name no profile: no value is found.',
    means: { kind: 'nothing' },
  },
  {
    name: 'identifier',
    type: 'token',
    text: 'The NCT id, one that the study had before, the number of its sponsor or of another registry. NCT ids have the system http://clinicaltrials.gov, the others have none.',
    means: {
      kind: 'identifier',
      systems: [
        { system: registrySystem, pieces: ['NCTId', 'NCTIdAlias'] },
        { system: '', pieces: ['OrgStudyId', 'SecondaryId'] },
      ],
    },
  },
  {
    name: 'title',
    type: 'string',
    text: 'The short title: its first words; with :contains words anywhere in it, side by side; with :exact all of it as it is written. By whole words in any of their forms, without case and accents.',
    means: { kind: 'string', fields: fieldsOf(false, 'BriefTitle') },
  },
  {
    name: 'keyword',
    type: 'token',
    text: 'A keyword: these words side by side, or another name of the same illness or medicine; with :text words in any order.',
    means: { kind: 'text', fields: fieldsOf(true, 'Keyword') },
  },
  {
    name: 'date',
    type: 'date',
    text: 'When the study takes place, from its start to its completion. A partial date of a record stands for all of its days.',
    means: { kind: 'period', start: 'StartDate', end: 'CompletionDate' },
  },
]

/** An illness that is studied, by its words or its MeSH code; with `:below` narrower illnesses as well. */
export const conditionMeaning: Meaning = {
  kind: 'text',
  fields: fieldsOf(true, 'Condition', 'ConditionMeshTerm'),
  coded: { system: meshSystem, pieces: ['ConditionMeshId'] },
  nameOfCode: illnessOfCode,
  wider: { fields: fieldsOf(true, 'ConditionAncestorTerm'), pieces: ['ConditionAncestorId'] },
}

/** What documents the meaning of a condition in both releases. */
export const conditionText =
  'An illness that is studied: these words side by side, or another name of the same illness; with :text words in any order; with :below narrower illnesses as well. Or a MeSH code, with http://id.nlm.nih.gov/mesh| before it, or a common code of SNOMED CT or ICD-10 with its system.'

/** What is given or done in a study. */
export const focusMeaning: Meaning = {
  kind: 'text',
  fields: fieldsOf(true, 'InterventionName', 'InterventionMeshTerm'),
  coded: { system: meshSystem, pieces: ['InterventionMeshId'] },
  wider: { fields: fieldsOf(true, 'InterventionAncestorTerm'), pieces: ['InterventionAncestorId'] },
}

/** Where sites are; and the same by parts of it, asked along the reference. */
export const siteParameters: readonly SearchParameter[] = [
  {
    name: 'site',
    type: 'reference',
    text: 'A place of the study, by words side by side in its name or its address; with :text words in any order. Along the reference: site.name, site.address-city, site.address-state, site.address-country, site.address-postalcode, site.near.',
    means: {
      kind: 'named',
      fields: fieldsOf(
        false,
        'LocationFacility',
        'LocationCity',
        'LocationState',
        'LocationCountry',
        'LocationZip',
      ),
    },
  },
  nameAlong('site.name', 'LocationFacility'),
  chained('site.address-city', 'LocationCity'),
  chained('site.address-state', 'LocationState'),
  chained('site.address-postalcode', 'LocationZip'),
  {
    name: 'site.address-country',
    type: 'token',
    text: 'A country with a site.',
    means: { kind: 'country', piece: 'LocationCountry' },
  },
  {
    name: 'site.near',
    type: 'special',
    text: 'A site near a point.',
    means: { kind: 'near' },
  },
]

/** A part of what a study refers to, asked along the reference. */
function chained(name: string, piece: string): SearchParameter {
  return {
    name,
    type: 'string',
    text: `The beginning of ${name}.`,
    means: { kind: 'named', fields: fieldsOf(false, piece), asString: 'beginning' },
  }
}

/** The name of what a study refers to: the standard finds it by a portion, and the index tells words without reading a record. */
export function nameAlong(name: string, piece: string): SearchParameter {
  return {
    name,
    type: 'string',
    text: `Words side by side anywhere in ${name}, in any of their forms, as with :contains; with :exact all of it.`,
    means: { kind: 'named', fields: fieldsOf(false, piece), asString: 'portion' },
  }
}

/** What both releases have of our own. */
export const ownParameters: readonly SearchParameter[] = [
  {
    name: 'near',
    type: 'special',
    text: 'Studies with a site near a point: latitude|longitude|distance|unit, as on Location. The unit is km (which is usual), m, [mi_i] or [mi_us]; without a distance it is 50 km.',
    means: { kind: 'near' },
    ownExpression: 'ResearchStudy.site',
  },
  {
    name: 'overall-status',
    type: 'token',
    text: "The registry's own word for the status, as RECRUITING or UNKNOWN.",
    means: {
      kind: 'codes',
      systems: [],
      codes: [...enums.Status].map(
        (status) => [status, withValue('OverallStatus', status)] as const,
      ),
      missing: { kind: 'missing', piece: 'OverallStatus' },
    },
    ownExpression: "ResearchStudy.extension.where(url.endsWith('/overall-status')).value",
  },
]

/** The phase, by the codes of a release. */
export function phaseMeaning(systems: CodeSystems): CodesMeaning {
  const all = [...enums.Phase]
  const groups = [
    ...all.map((one) => [one]),
    ...all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other])),
  ]
  const codes = groups.flatMap((phases) => {
    const study = {
      protocolSection: {
        identificationModule: { nctId: '' },
        designModule: { phases },
      },
    }
    const code = phaseConcept(study, systems)?.coding?.[0]?.code
    const parts: Where[] = phases.map((phase) => withValue('Phase', phase))
    const size: Where = { kind: 'size', piece: 'Phase', count: phases.length }
    return code === undefined
      ? []
      : [[code, { kind: 'all' as const, parts: [...parts, size] }] as const]
  })
  return {
    kind: 'codes',
    systems: [systems.phase],
    // The registry's own word asks for a phase alone and beside another.
    codes: [...codes, ...all.map((phase) => [phase, withValue('Phase', phase)] as const)],
    missing: { kind: 'missing', piece: 'Phase' },
  }
}

/** What documents the phase in both releases. */
export const phaseText =
  'The phase: phase-1, phase-1-phase-2, n-a and so on are exactly that; PHASE1, the registry’s own word, also where there is a second phase.'

const designPieces = [
  ['Study Type', 'StudyType', 'StudyType'],
  ['Allocation', 'DesignAllocation', 'DesignAllocation'],
  ['Intervention Model', 'DesignInterventionModel', 'InterventionalAssignment'],
  ['Primary Purpose', 'DesignPrimaryPurpose', 'PrimaryPurpose'],
  ['Masking', 'DesignMasking', 'DesignMasking'],
  ['Observation Model', 'DesignObservationalModel', 'ObservationalModel'],
  ['Time Perspective', 'DesignTimePerspective', 'DesignTimePerspective'],
] as const

/** How a study is made, by the lines that its resource has: `Study Type: Interventional`, or the type alone. */
export const designCodes: CodesMeaning['codes'] = [
  ...designPieces.flatMap(([label, piece, enumName]) =>
    [...enums[enumName]].flatMap((value) => {
      const spoken = spokenWord(value) ?? value
      const where = withValue(piece, value)
      const alone = label === 'Study Type' ? [[spoken, where] as const] : []
      return [[`${label}: ${spoken}`, where] as const, ...alone]
    }),
  ),
  ['Patient Registry: Yes', withValue('PatientRegistry', 'true')],
]

/** What has nothing of how it is made. */
export const noDesign: Where = {
  kind: 'all',
  parts: designPieces.map(([, piece]) => ({ kind: 'missing', piece })),
}

/** One value of a field. */
export function withValue(piece: string, ...values: readonly string[]): Where {
  return { kind: 'value', piece, values }
}
