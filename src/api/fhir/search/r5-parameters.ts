import { enums } from '../../../finder/registry/enums.ts'
import { r5Systems } from '../parts/code-systems.ts'
import { progressOf } from '../r5/progress.ts'
import { designCode } from '../r5/design.ts'
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
import type { Where } from '../../../finder/catalogue/model/where.ts'
import {
  type CodesMeaning,
  fieldsOf,
  findsAll,
  findsNothing,
  type Meaning,
  noField,
} from './meaning.ts'
import type { SearchParameter } from './search-parameter.ts'

const designPieces = [
  ['StudyType', 'StudyType'],
  ['DesignAllocation', 'DesignAllocation'],
  ['DesignInterventionModel', 'InterventionalAssignment'],
  ['DesignObservationalModel', 'ObservationalModel'],
  ['DesignTimePerspective', 'DesignTimePerspective'],
  ['DesignWhoMasked', 'WhoMasked'],
] as const

const isActual = withValue('EnrollmentType', 'ACTUAL')

/** Planned states are not in records. */
const onlyActual: CodesMeaning = {
  kind: 'codes',
  systems: [],
  codes: [
    ['true', findsAll],
    ['false', findsNothing],
  ],
}

/** Of which studies the resource says since when they are so: as `progressOf` does. */
const isOver: Where = {
  kind: 'all',
  parts: [
    withValue('OverallStatus', ...enums.Status.values().filter(isShownWithDay)),
    withValue('CompletionDateType', 'ACTUAL'),
  ],
}

function isShownWithDay(overallStatus: string): boolean {
  const completionDateStruct = { date: '2020', type: 'ACTUAL' }
  return progressOf({ overallStatus, completionDateStruct })[0]?.period !== undefined
}

/** It began with the last day of the study, and has not ended. */
const sinceEnd: Meaning = { kind: 'period', start: 'CompletionDate', end: noField }

/** What studies are searched by in R5: each that the standard has and we can answer, and some of our own. */
export const r5Parameters: readonly SearchParameter[] = [
  ...commonParameters,
  {
    name: 'status',
    type: 'token',
    text: 'The status of the record: every one is published, so active. How far a study is is asked by progress-status-state-actual.',
    means: {
      kind: 'codes',
      systems: ['http://hl7.org/fhir/publication-status'],
      codes: [['active', findsAll]],
    },
  },
  {
    name: 'progress-status-state-actual',
    type: 'composite',
    text: 'How far the study is, with true after it: recruiting$true. Planned states are not in records.',
    means: {
      kind: 'composite',
      parts: [progressMeaning(), onlyActual],
    },
  },
  {
    name: 'progress-status-state-period',
    type: 'composite',
    text: 'How far the study is, and since when, with $ between: completed$ge2024-01-01. Only of what is over do records say since when.',
    means: { kind: 'composite', parts: [progressMeaning(), sinceEnd], only: isOver },
  },
  {
    name: 'progress-status-state-period-actual',
    type: 'composite',
    text: 'The same with true after it: completed$ge2024-01-01$true.',
    means: { kind: 'composite', parts: [progressMeaning(), sinceEnd, onlyActual], only: isOver },
  },
  {
    name: 'condition',
    type: 'token',
    text: conditionText,
    means: conditionMeaning,
  },
  {
    name: 'phase',
    type: 'token',
    text: phaseText,
    means: phaseMeaning(r5Systems),
  },
  {
    name: 'classifier',
    type: 'token',
    text: 'What sorts the study, as its resource says it: Study Type: Interventional, or Interventional alone; fda-regulated-drug, fda-regulated-device.',
    means: {
      kind: 'codes',
      systems: ['http://hl7.org/fhir/research-study-classifiers'],
      codes: [
        ...designCodes,
        ['fda-regulated-drug', withValue('IsFDARegulatedDrug', 'true')],
        ['fda-regulated-device', withValue('IsFDARegulatedDevice', 'true')],
      ],
      missing: noDesign,
    },
  },
  {
    name: 'study-design',
    type: 'token',
    text: 'How the study is made, by the codes of SEVCO where the standard has one, as SEVCO:01003, or by the word of the registry, as RANDOMIZED.',
    means: designMeaning(),
  },
  {
    name: 'focus-code',
    type: 'token',
    text: 'What is given or done: these words side by side, or another name of the same medicine; with :text words in any order; with :below what is of its kind. Or a MeSH code.',
    means: focusMeaning,
  },
  {
    name: 'region',
    type: 'token',
    text: 'A country with a site, by its ISO code or its name.',
    means: { kind: 'country', piece: 'LocationCountry' },
  },
  ...siteParameters,
  {
    name: 'eligibility',
    type: 'reference',
    text: 'Who can join, by words side by side in the criteria; with :text words in any order.',
    means: { kind: 'named', fields: fieldsOf(true, 'EligibilityCriteria') },
  },
  {
    name: 'description',
    type: 'string',
    text: 'The detailed description: its first words; with :contains words anywhere in it, side by side; with :exact all of it as it is written.',
    means: { kind: 'string', fields: fieldsOf(false, 'DetailedDescription') },
  },
  {
    name: 'recruitment-target',
    type: 'number',
    text: 'How many participants are planned.',
    means: { kind: 'number', piece: 'EnrollmentCount', only: { kind: 'not', part: isActual } },
  },
  {
    name: 'recruitment-actual',
    type: 'number',
    text: 'How many participants there were.',
    means: { kind: 'number', piece: 'EnrollmentCount', only: isActual },
  },
  {
    name: 'sponsor',
    type: 'reference',
    text: 'The lead sponsor, by words side by side in its name; with :text words in any order. Along the reference: sponsor.name.',
    means: { kind: 'named', fields: fieldsOf(false, 'LeadSponsorName') },
    ownExpression: "ResearchStudy.associatedParty.where(role.coding.code = 'lead-sponsor').party",
  },
  nameAlong('sponsor.name', 'LeadSponsorName'),
  ...ownParameters,
]

/** A state that the standard has no code for goes by the registry's word. */
function progressMeaning(): CodesMeaning {
  const byCode = Map.groupBy(enums.Status, (status) => {
    const state = progressOf({ overallStatus: status })[0]?.state
    return state?.coding?.[0]?.code ?? state?.text ?? status
  })
  return {
    kind: 'codes',
    systems: ['http://hl7.org/fhir/research-study-status'],
    codes: [...byCode].map(([code, statuses]) => [code, withValue('OverallStatus', ...statuses)]),
  }
}

function designMeaning(): CodesMeaning {
  const codes = designPieces.flatMap(([piece, enumName]) =>
    [...enums[enumName]].flatMap((word) => {
      const [where, code] = [withValue(piece, word), designCode(word)]
      return [...(code === undefined ? [] : [[code, where] as const]), [word, where] as const]
    }),
  )
  const byCode = Map.groupBy(codes, ([code]) => code)
  return {
    kind: 'codes',
    systems: ['http://hl7.org/fhir/study-design'],
    codes: [...byCode].map(([code, same]) => [
      code,
      { kind: 'any', parts: same.map(([, where]) => where) },
    ]),
    missing: {
      kind: 'all',
      parts: designPieces.map(([piece]) => ({ kind: 'missing', piece })),
    },
  }
}
