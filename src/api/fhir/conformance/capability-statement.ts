import type { FhirVersion } from '../xml/element-table.ts'
import type { ServedResource } from '../protocol/release.ts'
import { versionOfRelease } from '../protocol/release.ts'
import type { SearchParameter } from '../search/search-parameter.ts'
import { modifiersOf } from '../search/search-parameter.ts'
import { definitionDate, publisher } from './definition-date.ts'
import type { ServedDefinition } from './definitions.ts'
import { backportGuide } from './subscription-topic.ts'

/** What a release is described by. */
export interface Described {
  readonly release: FhirVersion
  /** Its address for everybody. */
  readonly base: string
  readonly parameters: readonly SearchParameter[]
  /** The resources that describe what is of our own, and the Questionnaires. */
  readonly definitions: readonly ServedDefinition[]
  /** The topic of subscriptions; absent where none are offered. */
  readonly topic?: string
}

/** What the server does in a release: every line of it is served, and is tried in the tests. */
export function capabilityStatement(described: Described): ServedResource {
  const { release, base } = described
  return {
    resourceType: 'CapabilityStatement',
    url: `${base}/metadata`,
    version: definitionDate,
    name: `Trialway${release}`,
    title: `Studies of the registry in FHIR ${release}`,
    status: 'active',
    date: definitionDate,
    publisher,
    description: `Studies as ClinicalTrials.gov registers them, as ResearchStudy: read, searched, and matched to a record of a person. No study can be written${described.topic === undefined ? '' : '; programs subscribe to what changes'}. Nothing of a person is kept.`,
    kind: 'instance',
    software: { name: 'Trialway' },
    implementation: { description: `Trialway, FHIR ${release}`, url: base },
    fhirVersion: versionOfRelease[release],
    format: ['json', 'application/fhir+json', 'xml', 'application/fhir+xml'],
    rest: [
      {
        mode: 'server',
        documentation:
          'No key is needed. _count goes to 500; _sort takes _lastUpdated, date and _score, and not the title; _summary, _elements, _total, _format and _pretty are understood, and Prefer: handling=strict. What a study refers to is contained in it.',
        security: { cors: true },
        resource: [
          studyResource(described),
          ...selfCheckResources(described),
          ...subscriptionResources(described),
          ...definitionResources(described),
        ],
      },
    ],
  }
}

function studyResource({ base, parameters, release }: Described): object {
  return {
    type: 'ResearchStudy',
    documentation: `The id is the NCT number. All that a study refers to is contained in it. POST [base]/getClinicalTrial is $match as well. Parameters of the standard that are not served, as what they ask for has no address here or is not in records: ${unserved(parameters, release).join(', ')}.`,
    interaction: [{ code: 'read' }, { code: 'search-type' }],
    versioning: 'versioned',
    readHistory: false,
    conditionalRead: 'full-support',
    searchParam: parameters
      .filter(({ name }) => !name.includes('.'))
      .map((parameter) => searchParam(parameter, base)),
    operation: [{ name: 'match', definition: `${base}/OperationDefinition/match` }],
  }
}

function unserved(parameters: readonly SearchParameter[], release: FhirVersion): readonly string[] {
  return standardNames[release].filter((name) => !parameters.some((one) => one.name === name))
}

/** What the standard searches a ResearchStudy by. */
const standardNames: Readonly<Record<FhirVersion, readonly string[]>> = {
  R4: 'category date focus identifier keyword location partof principalinvestigator protocol site sponsor status title'.split(
    ' ',
  ),
  R5: 'classifier condition date description eligibility focus-code focus-reference identifier keyword name objective-description objective-type part-of phase progress-status-state-actual progress-status-state-period progress-status-state-period-actual protocol recruitment-actual recruitment-target region site status study-design title'.split(
    ' ',
  ),
}

function searchParam(parameter: SearchParameter, base: string): object {
  const { name, type, text, ownExpression } = parameter
  const taken = modifiersOf(parameter).map((one) => `:${one}`)
  return {
    name,
    ...(ownExpression !== undefined && { definition: `${base}/SearchParameter/${name}` }),
    type,
    documentation: taken.length > 0 ? `${text} Takes ${taken.join(', ')}.` : text,
  }
}

function selfCheckResources({ base }: Described): object[] {
  return [
    {
      type: 'Questionnaire',
      documentation:
        'The self-check of each study, in English and French: NCT02390596-en, NCT02390596-fr. Those that are named by _id or url are found; all of them are not listed.',
      interaction: [{ code: 'read' }, { code: 'search-type' }],
      searchParam: namedBy,
    },
    {
      type: 'QuestionnaireResponse',
      documentation: 'Answers are weighed and not kept.',
      operation: [{ name: 'check', definition: `${base}/OperationDefinition/check` }],
    },
  ]
}

/** Where each release defines the operations. */
const operationOf = {
  R4: (name: string): string =>
    `${backportGuide}/OperationDefinition/backport-subscription-${name}`,
  R5: (name: string): string => `http://hl7.org/fhir/OperationDefinition/Subscription-${name}`,
} as const

function subscriptionResources({ release, topic }: Described): object[] {
  if (topic === undefined) return []
  return [
    {
      ...(release === 'R4' && {
        extension: [
          {
            url: `${backportGuide}/StructureDefinition/capabilitystatement-subscriptiontopic-canonical`,
            valueCanonical: topic,
          },
        ],
      }),
      type: 'Subscription',
      ...(release === 'R4' && {
        supportedProfile: [`${backportGuide}/StructureDefinition/backport-subscription`],
      }),
      documentation:
        'Channel rest-hook, to hosts that the operator lists, over https; or email, to one address as mailto:, whose owner confirms it first by a link that we mail, and stops it by a link in each mail. The topic is the one named here; filters are the search parameters of ResearchStudy. The answer to the creation has a secret, by which alone it is read and ended (Authorization: Bearer). The receiver answers a handshake first. Each event has a number; one that was not taken is sent again for 48 hours, with the same number. A mail comes once a day at most, as text/plain and text/html, and holds no resources: empty says how many studies, id-only their numbers and links, full-resource their titles and statuses as well; the address is in no answer. The operations are of one subscription.',
      interaction: [{ code: 'create' }, { code: 'read' }, { code: 'delete' }],
      operation: ['status', 'events'].map((name) => ({
        name,
        definition: operationOf[release](name),
      })),
    },
  ]
}

const namedBy = [
  { name: '_id', type: 'token', documentation: 'Its id.' },
  { name: 'url', type: 'uri', documentation: 'Its canonical address.' },
]

/** One row for each type of what is served beside studies. */
function definitionResources({ definitions }: Described): object[] {
  const types = [...new Set(definitions.map(({ resourceType }) => resourceType))]
  return types.map((type) => ({
    type,
    interaction: [{ code: 'read' }, { code: 'search-type' }],
    searchParam: namedBy,
  }))
}
