import type { ServedResource } from '../protocol/release.ts'
import type { ExtensionDefinition, ExtensionValue } from '../parts/extensions.ts'
import type { SearchParameter } from '../search/search-parameter.ts'
import { modifiersOf, prefixesOf } from '../search/search-parameter.ts'
import { definitionDate, publisher } from './definition-date.ts'
import type { FhirVersion } from '../xml/element-table.ts'
import { versionOfRelease } from '../protocol/release.ts'

/** A resource that describes something, with its own address. */
export interface ServedDefinition extends ServedResource {
  readonly id: string
  readonly url: string
}

/** What each of them begins with. */
function header(resourceType: string, id: string, base: string) {
  return { resourceType, id, url: `${base}/${resourceType}/${id}`, version: definitionDate }
}

/** The search parameters of our own, each as a resource. */
export function searchParameterResources(
  parameters: readonly SearchParameter[],
  base: string,
): readonly ServedDefinition[] {
  return parameters.flatMap((parameter) => {
    const { name, type, text, ownExpression } = parameter
    if (ownExpression === undefined) return []
    const modifier = modifiersOf(parameter)
    const comparator = prefixesOf(parameter)
    return [
      {
        ...header('SearchParameter', name, base),
        name: nameOf(name),
        status: 'active',
        date: definitionDate,
        publisher,
        description: text,
        code: name,
        base: ['ResearchStudy'],
        type,
        expression: ownExpression,
        ...(modifier.length > 0 && { modifier }),
        ...(comparator.length > 0 && { comparator }),
      },
    ]
  })
}

/** `overall-status` as `OverallStatus`, which programs can use as a name. */
function nameOf(id: string): string {
  return id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** The operation that matches a record, as a resource. */
export function matchOperation(base: string): ServedDefinition {
  return {
    ...header('OperationDefinition', 'match', base),
    name: 'Match',
    title: 'Studies for a record of a person',
    status: 'active',
    kind: 'operation',
    date: definitionDate,
    publisher,
    description:
      'Holds studies against the record of one person: which criteria are met, not met, unknown or presumed, each with what in the record says so. The best fit comes first, with a score from 0 to 1. It never says that a person is eligible: a study team does. Nothing of what is sent is kept or logged. A Bundle may be the body itself, or Parameters with it, or Parameters with single resources; _count in the address says how many studies (20, at most 50).',
    affectsState: false,
    code: 'match',
    resource: ['ResearchStudy'],
    system: false,
    type: true,
    instance: false,
    parameter: matchParameters(),
  }
}

function matchParameters(): object[] {
  return [
    {
      name: 'resource',
      use: 'in',
      min: 1,
      max: '*',
      documentation: 'The record: a Bundle with it, or its resources; at least one Condition.',
      type: 'Resource',
    },
    ...wishTexts.map(([name, documentation]) => ({
      name,
      use: 'in',
      min: 0,
      max: '1',
      documentation,
      type: 'string',
    })),
    {
      name: 'return',
      use: 'out',
      min: 1,
      max: '1',
      documentation:
        'A Bundle of studies, and an OperationOutcome that says in words what was read, what was not, and each criterion.',
      type: 'Bundle',
    },
  ]
}

const wishTexts = [
  ['zipCode', 'A postcode or a town. With travelRadius, only studies with a site near it.'],
  ['travelRadius', 'How far a site may be, in miles.'],
  ['phase', 'Only studies of this phase, as phase-2.'],
  ['recruitmentStatus', 'Only studies of this status, as active or RECRUITING; all for any.'],
] as const

/** The operation that weighs the answers to a self-check, as a resource. */
export function checkOperation(base: string): ServedDefinition {
  return {
    ...header('OperationDefinition', 'check', base),
    name: 'Check',
    title: 'What the answers to a self-check come to',
    status: 'active',
    kind: 'operation',
    date: definitionDate,
    publisher,
    description:
      'Weighs the answers to a Questionnaire of this server against the criteria of its study: the outcome, and each criterion as met, not-met, unknown, presumed or not-applicable, with why. The body is the QuestionnaireResponse itself, or Parameters with it. Nothing of it is kept or logged. It never says that a person is eligible: a study team does.',
    affectsState: false,
    code: 'check',
    resource: ['QuestionnaireResponse'],
    system: false,
    type: true,
    instance: false,
    parameter: [
      {
        name: 'resource',
        use: 'in',
        min: 1,
        max: '1',
        documentation: 'The answers, which name their Questionnaire.',
        type: 'QuestionnaireResponse',
      },
      {
        name: 'return',
        use: 'out',
        min: 1,
        max: '1',
        documentation: 'The outcome, a sentence on it, and a part for each rule.',
        type: 'Parameters',
      },
    ],
  }
}

/** The extensions of our own, each as a resource. */
export function extensionResources(
  extensions: readonly ExtensionDefinition[],
  base: string,
  release: FhirVersion,
): readonly ServedDefinition[] {
  return extensions.map((extension) => {
    const start = header('StructureDefinition', extension.name, base)
    return {
      ...start,
      name: nameOf(extension.name),
      title: extension.title,
      status: 'active',
      date: definitionDate,
      publisher,
      description: extension.description,
      fhirVersion: versionOfRelease[release],
      kind: 'complex-type',
      abstract: false,
      context: extension.contexts.map((expression) => ({ type: 'element', expression })),
      type: 'Extension',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Extension',
      derivation: 'constraint',
      differential: { element: elementsOf(extension, start.url) },
    }
  })
}

function elementsOf({ title, description, value }: ExtensionDefinition, url: string): object[] {
  const root = { id: 'Extension', path: 'Extension', short: title, definition: description }
  const address = (id: string, fixedUri: string): object => ({
    id,
    path: 'Extension.url',
    fixedUri,
  })
  if (typeof value === 'string')
    return [root, address('Extension.url', url), valueElement('Extension', value)]
  const parts = Object.entries(value).flatMap(([name, type]) => {
    const id = `Extension.extension:${name}`
    return [
      { id, path: 'Extension.extension', sliceName: name },
      { id: `${id}.url`, path: 'Extension.extension.url', fixedUri: name },
      valueElement(id, type, 'Extension.extension'),
    ]
  })
  return [root, ...parts, address('Extension.url', url)]
}

function valueElement(id: string, code: ExtensionValue, path = 'Extension'): object {
  return { id: `${id}.value[x]`, path: `${path}.value[x]`, type: [{ code }] }
}
